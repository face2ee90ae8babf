import { create } from 'zustand';
import { type FeeColumn, type FeeShow, feeColumns } from '../../../shared/views/fees.ts';
import type { Sort } from '../../components/data-table/column.ts';

interface Look {
  readonly show: FeeShow;
  readonly search: string;
  /** Undefined: in the order of names. */
  readonly sort: Sort<FeeColumn> | undefined;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
}

const isColumn = (key: string): key is FeeColumn => feeColumns.some((column) => column === key);

/** What is being looked at on Fees. */
export const useFees = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'everyone',
  search: '',
  sort: undefined,
  openId: null,
  selected: new Set<string>(),
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
