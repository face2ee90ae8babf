import { foldFast } from '../../../shared/model/listed-names.ts';
import type { ApplicantColumn } from '../../../shared/views/applicants.ts';
import type { Entry } from '../../rules/selection/ranking.ts';
import { tierOf } from '../../rules/selection/seated-line.ts';
import { type ApplicantList, applicationOf } from './rows.ts';

/** A column to sort by, and which way. */
export interface ApplicantSort {
  readonly by: ApplicantColumn;
  readonly direction: 'up' | 'down';
}

type Key = string | number | null;

/** What each column sorts by; an empty text or null goes last, whichever way the list runs. */
const sortKeys: Readonly<Record<ApplicantColumn, (list: ApplicantList) => (entry: Entry) => Key>> = {
  place:
    ({ ranked }) =>
    ({ facts }) =>
      ranked.rankings.get(facts.applicationId)?.place ?? null,
  name:
    ({ personOf }) =>
    (entry) =>
      personOf(entry).order,
  organization:
    ({ personOf }) =>
    (entry) =>
      foldFast(personOf(entry).organization),
  tier: () => tierOf,
  years:
    () =>
    ({ facts }) =>
      facts.yearsInEducation,
  applied:
    () =>
    ({ facts }) =>
      facts.submittedDoubt === null ? facts.firstSubmittedAt : null,
  status: statusKey,
  jobTitle:
    ({ personOf }) =>
    (entry) =>
      foldFast(personOf(entry).jobTitle),
  email:
    ({ personOf }) =>
    (entry) =>
      personOf(entry).email,
  phone:
    ({ personOf }) =>
    (entry) =>
      personOf(entry).phone,
  payment:
    ({ ranked }) =>
    (entry) =>
      foldFast(applicationOf(ranked, entry).payment ?? ''),
  needs:
    ({ ranked }) =>
    (entry) =>
      foldFast(applicationOf(ranked, entry).needs ?? ''),
};

/** The accepted first, then whoever stands by what the ranking says of them, then the others by what they are. */
function statusKey({ ranked }: ApplicantList): (entry: Entry) => Key {
  return (entry) => {
    const { status } = applicationOf(ranked, entry);
    if (status === 'accepted') return 'a';
    return entry.facts.stands ? `b ${ranked.rankings.get(entry.facts.applicationId)?.verdict}` : `c ${status}`;
  };
}

/** Applicants of a list sorted by a column; equal ones stay in the order in which they come. */
export function sortedBy(
  list: ApplicantList,
  entries: readonly Entry[],
  { by, direction }: ApplicantSort,
): readonly Entry[] {
  const keyOf = sortKeys[by](list);
  const sign = direction === 'up' ? 1 : -1;
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort(({ key: a }, { key: b }) => {
      if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
      return a === b ? 0 : a < b ? -sign : sign;
    })
    .map(({ entry }) => entry);
}

const isEmpty = (key: Key): key is '' | null => key === null || key === '';
