import type { OrganizationId } from '../model/ids.ts';
import type { OrganizationKind } from '../model/people.ts';
import type { ListSlice } from './page.ts';

export const organizationShows = ['everything', 'in-use', 'school-system', 'college', 'other', 'alike'] as const;
export type OrganizationShow = (typeof organizationShows)[number];

export const sayOrganizationShow: Record<OrganizationShow, string> = {
  everything: 'Everything',
  'in-use': 'With people',
  'school-system': 'School systems',
  college: 'Colleges',
  other: 'Others',
  alike: 'Maybe the same',
};

export const organizationColumns = ['name', 'kind', 'people'] as const;
export type OrganizationColumn = (typeof organizationColumns)[number];

/** An organization and how many people it has. */
export interface OrganizationRow {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly people: number;
  /** Organizations that may be this one in another spelling, the most alike first. */
  readonly alike: readonly {
    readonly organizationId: OrganizationId;
    readonly name: string;
    readonly people: number;
  }[];
}

export interface OrganizationsAnswer extends ListSlice<OrganizationRow> {
  readonly counts: Readonly<Record<OrganizationShow, number>>;
  /** How many of the list that comes with the app are not here. */
  readonly missing: number;
}
