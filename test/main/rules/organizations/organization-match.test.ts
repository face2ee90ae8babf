import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organizationKey } from '../../../../main/features/organizations/typed-name.ts';
import {
  comparableName,
  likeness,
  organizationCandidates,
} from '../../../../main/rules/organizations/organization-match.ts';
import shipped from '../../../../resources/programs/alabama-organizations.json' with { type: 'json' };
import { OrganizationList } from '../../../../shared/model/organization-list.ts';

const { format: _, ...kinds } = OrganizationList.parse(shipped);
const names = Object.values(kinds).flat();
const list = names.map((name) => ({ name, comparable: comparableName(name) }));
const nearest = (typed: string) => organizationCandidates(typed, list).map(({ listed }) => listed.name);

describe('the list that comes with the app', () => {
  test('has 67 county systems, and no name twice', () => {
    expect(kinds.countySystems).toHaveLength(67);
    expect(new Set(names.map(organizationKey)).size).toBe(names.length);
  });

  test('takes no two of its names for one', () => {
    for (const name of names)
      expect(organizationCandidates(name, list)[0]).toMatchObject({ listed: { name }, score: 1 });
  });
});

test.each([
  ['Jeferson Co Schools', 'Jefferson County Schools'],
  ['Jefferson Co. Bd. of Ed.', 'Jefferson County Schools'],
  ['Huntsvile City Schools', 'Huntsville City Schools'],
  ['Hoover Schools', 'Hoover City Schools'],
  ['Saint Clair County', 'St. Clair County Schools'],
  ['Mobile County Schools', 'Mobile County Public Schools'],
  ['Univ of N Alabama', 'University of North Alabama'],
  ['Vestavia Hils City', 'Vestavia Hills City Schools'],
])('%s may mean %s', (typed, listed) => {
  expect(nearest(typed)[0]).toBe(listed);
});

test.each(['Bayside Academy', 'Acme Software', 'Georgia Department of Education', 'Hamilton Christian School'])(
  '%s is like nothing on the list',
  (typed) => {
    expect(nearest(typed)).toEqual([]);
  },
);

test('a city’s schools are never a county’s', () => {
  expect(nearest('Tuscaloosa City Schools')).not.toContain('Tuscaloosa County Schools');
  expect(nearest('Tuscaloosa Schools').slice(0, 2).sort()).toEqual([
    'Tuscaloosa City Schools',
    'Tuscaloosa County Schools',
  ]);
});

test('likeness is the same from both sides', () => {
  const some = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 30 })).map(comparableName);
  fc.assert(
    fc.property(some, some, (a, b) => {
      expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 10);
    }),
  );
});
