import { create } from 'zustand';
import type { CivilDate } from '../../../shared/model/dates.ts';
import {
  type RecertificationColumn,
  type RecertificationShow,
  recertificationColumns,
} from '../../../shared/views/recertification.ts';
import type { Sort } from '../../components/data-table/column.ts';

interface Look {
  /** The day as of which everything is shown; null: today. */
  readonly on: CivilDate | null;
  readonly show: RecertificationShow;
  readonly search: string;
  /** Undefined: whoever has owed longest first. */
  readonly sort: Sort<RecertificationColumn> | undefined;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
}

const isColumn = (key: string): key is RecertificationColumn => recertificationColumns.some((column) => column === key);

/** What is being looked at on Re-certification. */
export const useRecertification = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  on: null,
  show: 'owe',
  search: '',
  sort: undefined,
  openId: null,
  selected: new Set<string>(),
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
