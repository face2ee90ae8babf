import { create } from 'zustand';
import { type GraduateColumn, type GraduateShow, graduateColumns } from '../../../shared/views/graduates.ts';
import type { Sort } from '../../components/data-table/column.ts';

interface Look {
  readonly show: GraduateShow;
  readonly search: string;
  /** Undefined: the newest cohort first, in the order of family names. */
  readonly sort: Sort<GraduateColumn> | undefined;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
}

const isColumn = (key: string): key is GraduateColumn => graduateColumns.some((column) => column === key);

/** What is being looked at among the graduates. */
export const useGraduates = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'graduates',
  search: '',
  sort: undefined,
  openId: null,
  selected: new Set<string>(),
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
