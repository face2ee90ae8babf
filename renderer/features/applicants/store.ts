import { create } from 'zustand';
import { type ApplicantColumn, type ApplicantShow, applicantColumns } from '../../../shared/views/applicants.ts';
import type { Sort } from '../../kit/data-table/column.ts';

interface Look {
  readonly show: ApplicantShow;
  readonly search: string;
  readonly sort: Sort<ApplicantColumn>;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
}

const isColumn = (key: string): key is ApplicantColumn => applicantColumns.some((column) => column === key);

/** What is being looked at among the applicants. */
export const useApplicants = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'in-order',
  search: '',
  sort: { by: 'place', direction: 'up' },
  openId: null,
  selected: new Set<string>(),
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
