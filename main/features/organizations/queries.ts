import shipped from '../../../resources/programs/alabama-organizations.json' with { type: 'json' };
import type { OrganizationId } from '../../../shared/model/ids.ts';
import { OrganizationList } from '../../../shared/model/organization-list.ts';
import { foldName, type Organization, sayOrganizationKind } from '../../../shared/model/people.ts';
import { done } from '../../../shared/model/result.ts';
import type { OrganizationRow, OrganizationShow } from '../../../shared/views/organizations.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import {
  type ComparableName,
  comparableName,
  organizationCandidates,
} from '../../rules/organizations/organization-match.ts';
import { organizationKey } from './typed-name.ts';

/** An organization laid out for comparison. */
interface ListedOrganization extends Organization {
  readonly comparable: ComparableName;
}

/** Every organization in the database, laid out for comparison. */
export const listedOrganizations = ({ database, cached }: Facts): readonly ListedOrganization[] =>
  cached('listed organizations', ['organization'], () =>
    database
      .all<Organization>('SELECT * FROM organization ORDER BY name, id')
      .map((organization) => ({ ...organization, comparable: comparableName(organization.name) })),
  );

/** What comes with the app and is not in the database, by the names under which an import would find it. */
export function missingOrganizations(facts: Facts): Omit<Organization, 'id'>[] {
  const known = new Set(listedOrganizations(facts).map(({ name }) => organizationKey(name)));
  return shippedOrganizations().filter(({ name }) => !known.has(organizationKey(name)));
}

/** The list that comes with the app: Alabama’s public school systems, state schools, colleges and universities. */
function shippedOrganizations(): Omit<Organization, 'id'>[] {
  const { countySystems, citySystems, stateSchools, colleges } = OrganizationList.parse(shipped);
  const schools = [...countySystems, ...citySystems, ...stateSchools];
  return [
    ...schools.map((name) => ({ name, kind: 'school-system' as const })),
    ...colleges.map((name) => ({ name, kind: 'college' as const })),
  ];
}

/** Every organization with how many people it has and what it may be another spelling of. */
const organizationRows = (facts: Facts): readonly OrganizationRow[] =>
  facts.cached('organization rows', ['organization', 'person'], () => {
    const counts = new Map(
      facts.database
        .all<{ id: OrganizationId; n: number }>(
          'SELECT organizationId AS id, count(*) AS n FROM person WHERE organizationId IS NOT NULL GROUP BY organizationId',
        )
        .map(({ id, n }) => [id, n]),
    );
    const alike = alikeOrganizations(facts);
    return listedOrganizations(facts).map(({ id, name, kind }) => ({
      organizationId: id,
      name,
      kind,
      people: counts.get(id) ?? 0,
      alike: (alike.get(id) ?? []).map((other) => ({
        organizationId: other.id,
        name: other.name,
        people: counts.get(other.id) ?? 0,
      })),
    }));
  });

/**
 * Spellings that may mean one organization. The list that comes with the app is told apart already: only what was
 * added to it, by an import or a lead, is compared with the rest.
 */
const alikeOrganizations = (facts: Facts): ReadonlyMap<OrganizationId, readonly Organization[]> =>
  facts.cached('alike organizations', ['organization'], () => {
    const all = listedOrganizations(facts);
    const ours = new Set(shippedOrganizations().map(({ name }) => foldName(name)));
    const added = all.filter(({ name }) => !ours.has(foldName(name))).slice(0, mostCompared);
    const alike = new Map<OrganizationId, Organization[]>();
    for (const one of added) {
      const others = all.filter(({ id }) => id !== one.id);
      for (const { listed } of organizationCandidates(one.name, others)) {
        for (const [of, other] of [
          [one, listed],
          [listed, one],
        ] as const) {
          const known = alike.get(of.id) ?? [];
          if (!known.some(({ id }) => id === other.id)) alike.set(of.id, [...known, other]);
        }
      }
    }
    return alike;
  });

/** So many names beyond the shipped list are compared: past that, someone put another list in. */
const mostCompared = 500;

const isShown: Record<OrganizationShow, (row: OrganizationRow) => boolean> = {
  everything: () => true,
  'in-use': ({ people }) => people > 0,
  'school-system': ({ kind }) => kind === 'school-system',
  college: ({ kind }) => kind === 'college',
  other: ({ kind }) => kind === 'other',
  alike: ({ alike }) => alike.length > 0,
};

const list: Query<'organizations.list'> = (facts, { show, search, sort, offset, limit }) => {
  const rows = organizationRows(facts);
  const words = search.split(/\s+/).map(foldName).filter(Boolean);
  const found = rows.filter(({ name }) => words.every((word) => foldName(name).includes(word)));
  const chosen = sorted(found.filter(isShown[show]), sort);
  const count = (key: OrganizationShow): number => found.filter(isShown[key]).length;
  return done({
    total: chosen.length,
    offset,
    rows: chosen.slice(offset, offset + limit),
    counts: {
      everything: found.length,
      'in-use': count('in-use'),
      'school-system': count('school-system'),
      college: count('college'),
      other: count('other'),
      alike: count('alike'),
    },
    missing: missingOrganizations(facts).length,
  });
};

const collator = new Intl.Collator('en-US', { numeric: true, sensitivity: 'base' });

function sorted(
  rows: readonly OrganizationRow[],
  sort: Parameters<typeof list>[1]['sort'],
): readonly OrganizationRow[] {
  const { by, direction } = sort ?? { by: 'name', direction: 'up' };
  const way = direction === 'up' ? 1 : -1;
  const byName = (a: OrganizationRow, b: OrganizationRow): number => collator.compare(a.name, b.name);
  return rows.toSorted((a, b) => {
    if (by === 'people') return way * (a.people - b.people) || byName(a, b);
    if (by === 'kind') {
      return way * collator.compare(sayOrganizationKind[a.kind], sayOrganizationKind[b.kind]) || byName(a, b);
    }
    return way * byName(a, b);
  });
}

export const organizationQueries: Pick<Handlers, 'organizations.list'> = { 'organizations.list': list };
