import { create } from 'zustand';
import {
  type OrganizationColumn,
  type OrganizationShow,
  organizationColumns,
} from '../../../shared/views/organizations.ts';
import type { Sort } from '../../components/data-table/column.ts';

interface Look {
  readonly show: OrganizationShow;
  readonly search: string;
  readonly sort: Sort<OrganizationColumn> | undefined;
  readonly openId: string | null;
}

const isColumn = (key: string): key is OrganizationColumn => organizationColumns.some((column) => column === key);

/** What is being looked at on School systems. */
export const useOrganizations = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'everything',
  search: '',
  sort: undefined,
  openId: null,
  look: (part) => set(part),
  sortBy: ({ by, direction }) => {
    if (isColumn(by)) set({ sort: { by, direction } });
  },
}));
