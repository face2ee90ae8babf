import type { CallName } from './api.ts';
import type { CommandId } from './model/ids.ts';
import type { Problem } from './model/result.ts';
import type { TableName } from './model/tables.ts';

/** What the main process tells the screens without being asked. */
export type DeskEvent =
  /** A command is on disk: whoever shows the answer of one of these calls asks again. A backup changes no row and has no id. */
  | {
      readonly kind: 'changed';
      readonly tables: readonly TableName[];
      readonly calls: readonly CallName[];
      readonly label: string;
      readonly commandId: CommandId | null;
      /** That this laptop's clock is far off, going by the log, and what to do; null or left out: it can be right. */
      readonly clock?: string | null;
    }
  /** Long work goes on. `fraction` is null where the end is not known; `secondsLeft` where no rate is. */
  | {
      readonly kind: 'progress';
      readonly label: string;
      readonly fraction: number | null;
      readonly secondsLeft: number | null;
    }
  | { readonly kind: 'progress-ended' }
  /** This laptop has become a kiosk, or is none any more. */
  | { readonly kind: 'kiosk'; readonly on: boolean }
  /** The window should close, or another database open in it, and the page has something that would be lost: it asks. */
  | { readonly kind: 'closing'; readonly opensAnother: boolean }
  /** What was asked for outside the page, as from the menu or by a double click, was refused. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** A menu item was chosen. */
  | { readonly kind: 'menu'; readonly command: string };
