import type { ApplicantColumn } from '../../../shared/views/applicants.ts';
import type { Facts } from '../../call/facts.ts';
import type { Entry } from '../../rules/applicants/rule-rankings.ts';
import { type Part, tierOf } from '../../rules/applicants/seated-line.ts';
import { foldFast } from '../people/directory.ts';
import type { ListedPerson } from './people.ts';
import type { RankedRow } from './ranked-rows.ts';
import { type ApplicantList, applicationOf } from './rows.ts';

/** A column to sort by, and which way. */
export interface Sort {
  readonly by: ApplicantColumn;
  readonly direction: 'up' | 'down';
}

type Key = string | number | null;

/** Somebody of a list, as its columns sort them. */
interface Sorted {
  readonly entry: Entry;
  readonly part: Part;
  readonly place: number;
  readonly application: RankedRow;
  /** Null where the column asks nothing of the person. */
  readonly person: ListedPerson | null;
}

/** What each column sorts by; an empty text or null goes last, whichever way the list runs. */
const sortKeys: Readonly<Record<ApplicantColumn, (sorted: Sorted) => Key>> = {
  place: ({ part, place }) => (part.placed ? place : null),
  name: ({ person }) => person?.byFamilyName ?? '',
  organization: ({ person }) => foldKept(person?.organization ?? ''),
  tier: ({ entry }) => tierOf(entry),
  years: ({ application }) => application.yearsInEducation,
  applied: ({ application }) => (application.submittedDoubt === null ? application.firstSubmittedAt : null),
  status: ({ application: { status }, part }) =>
    status === 'accepted' ? 'a' : part.standing ? `b ${part.verdict}` : `c ${status}`,
  jobTitle: ({ person }) => foldKept(person?.jobTitle ?? ''),
  email: ({ person }) => person?.email ?? '',
  phone: ({ person }) => person?.phone ?? '',
  payment: ({ application }) => foldKept(application.payment ?? ''),
  needs: ({ application }) => foldKept(application.needs ?? ''),
};

/** The last order that a cohort's list was sorted into. */
interface Kept {
  sort: string;
  slots: readonly number[];
}

/**
 * Everybody of a list sorted by a column; equal ones stay in their order of acceptance. It begins from the order that
 * it had before: what is nearly sorted already takes a comparison each, and the outcome does not depend on where one
 * begins, because no two are equal.
 */
export function sortedBy(facts: Facts, list: ApplicantList, { by, direction }: Sort): readonly Entry[] {
  const keyOf = sortKeys[by];
  const { slots: most } = list.ranked.byRule;
  const keys = new Array<Key>(most).fill(null);
  const entries = new Array<Entry | undefined>(most).fill(undefined);
  const places = new Int32Array(most);
  const isPersonal = personal.has(by);
  if (isPersonal) list.people.readAll();
  let place = 0;
  for (const part of list.parts) {
    for (const entry of part.entries) {
      place += 1;
      const application = applicationOf(list.ranked, entry);
      const person = isPersonal ? list.people.personOf(application.personId) : null;
      const key = keyOf({ entry, part, place, application, person });
      keys[entry.slot] = key === '' ? null : key;
      entries[entry.slot] = entry;
      places[entry.slot] = place;
    }
  }
  const kept = facts.cached(`order of applicants ${list.ranked.cohort.id}`, [], (): Kept => ({ sort: '', slots: [] }));
  const sort = `${by} ${direction}`;
  const sign = direction === 'up' ? 1 : -1;
  const slots = startFrom(kept.sort === sort ? kept.slots : [], entries).sort((a, b) => {
    const [one, other] = [keys[a] ?? null, keys[b] ?? null];
    if (one === null || other === null) {
      if (one !== other) return one === null ? 1 : -1;
    } else if (one !== other) return one < other ? -sign : sign;
    return (places[a] ?? 0) - (places[b] ?? 0);
  });
  Object.assign(kept, { sort, slots });
  return slots.flatMap((slot) => entries[slot] ?? []);
}

/** Who was there before in the order of then, and after them the others. */
function startFrom(before: readonly number[], entries: readonly (Entry | undefined)[]): number[] {
  const known = new Uint8Array(entries.length);
  const slots: number[] = [];
  for (const slot of before) {
    if (entries[slot] === undefined) continue;
    known[slot] = 1;
    slots.push(slot);
  }
  for (const [slot, entry] of entries.entries()) if (entry !== undefined && known[slot] === 0) slots.push(slot);
  return slots;
}

/** The columns that say something of the person. */
const personal: ReadonlySet<ApplicantColumn> = new Set(['name', 'organization', 'jobTitle', 'email', 'phone']);

/** A hundred thousand have a few hundred employers and posts. */
const folded = new Map<string, string>();
function foldKept(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const fresh = foldFast(text);
  if (folded.size > 10_000) folded.clear();
  folded.set(text, fresh);
  return fresh;
}
