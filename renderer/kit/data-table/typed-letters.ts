import { useRef } from 'react';
import type { RowSource } from '../slices.ts';
import type { Column } from './column.ts';

/** Letters typed within this time belong to one name, in milliseconds. */
const pause = 900;

/** Finds rows by the letters that are typed while no field has the keyboard. */
export function useTypedLetters<Row>(rows: RowSource<Row>, columns: readonly Column<Row>[]) {
  const typed = useRef({ text: '', at: 0 });
  return {
    isTyping: (): boolean => Date.now() - typed.current.at <= pause,
    /** The next row whose name, or whichever column must be shown, begins with what is typed; null: there is none. */
    find: (letter: string, from: number): number | null => {
      const now = Date.now();
      const fresh = now - typed.current.at > pause;
      const text = (fresh ? '' : typed.current.text) + letter.toLowerCase();
      typed.current = { text, at: now };
      const column = columns.find(({ always }) => always) ?? columns[0];
      if (!column) return null;
      for (let step = fresh ? 1 : 0; step <= rows.total; step += 1) {
        const index = (from + step) % rows.total;
        const row = rows.rowAt(index);
        if (row !== undefined && column.text(row).toLowerCase().startsWith(text)) return index;
      }
      return null;
    },
  };
}
