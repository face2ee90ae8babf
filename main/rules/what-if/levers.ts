import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { Policy, Tier } from '../../../shared/model/program.ts';
import type { TriedFacts } from '../../../shared/model/what-if.ts';
import { sayList, sayYears } from '../words.ts';

/** What is tried on a cohort: another policy, other seats, other facts of some people. */
export interface Draft {
  readonly policy: Policy;
  readonly seats: number;
  readonly facts: readonly TriedFacts[];
}

/** One thing that a draft changes, and the same draft without it. */
export interface Lever {
  /** `25 seats instead of 30`, `Ana Sims’s facts`. */
  readonly name: string;
  readonly without: Draft;
}

type Admission = Policy['admission'];

/** What becomes of the order is changed by these alone; the tiers are told by their years where only these differ. */
const named: readonly (readonly [name: string, keys: readonly (keyof Admission)[]])[] = [
  ['the rule for late applications', ['late']],
  ['the rule for early applications', ['early']],
  ['the place of those who came back', ['returning']],
  ['who goes first within a tier', ['withinTier']],
  ['the limit for one school system', ['perOrganizationCap']],
  ['what happens past the last seat', ['pastLastSeat']],
];

/** Everything that a draft changes of what holds now, one by one. */
export function leversOf(now: Draft, draft: Draft, nameOf: (applicationId: string) => string): readonly Lever[] {
  const levers: Lever[] = [];
  if (draft.seats !== now.seats) {
    levers.push({
      name: `${countOf(draft.seats, 'seat')} instead of ${sayCount(now.seats)}`,
      without: { ...draft, seats: now.seats },
    });
  }
  levers.push(...policyLevers(now, draft));
  for (const tried of draft.facts) {
    const facts = draft.facts.filter((each) => each !== tried);
    levers.push({ name: `the facts tried for ${nameOf(tried.applicationId)}`, without: { ...draft, facts } });
  }
  return levers;
}

function policyLevers({ policy: was }: Draft, draft: Draft): Lever[] {
  const { admission, ...rest } = draft.policy;
  const { admission: admissionWas, ...restWas } = was;
  const withAdmission = (part: Partial<Admission>): Draft => ({
    ...draft,
    policy: { ...draft.policy, admission: { ...admission, ...part } },
  });
  const levers: Lever[] = named.flatMap(([name, keys]) => {
    if (keys.every((key) => same(admission[key], admissionWas[key]))) return [];
    return [{ name, without: withAdmission(Object.fromEntries(keys.map((key) => [key, admissionWas[key]]))) }];
  });
  for (const tier of admission.tiers) {
    const before = admissionWas.tiers.find(({ rank }) => rank === tier.rank);
    if (!before || same(before, tier)) continue;
    const tiers = admission.tiers.map((each) => (each === tier ? before : each));
    levers.push({ name: sayTier(before, tier), without: withAdmission({ tiers }) });
  }
  if (admission.tiers.length !== admissionWas.tiers.length) {
    levers.push({ name: 'the tiers', without: withAdmission({ tiers: admissionWas.tiers }) });
  }
  if (!same(rest, restWas)) {
    levers.push({ name: 'the rest of the policy', without: { ...draft, policy: { ...restWas, admission } } });
  }
  return levers;
}

/** `4 years in tier 2 instead of 3 years`, where years alone differ. */
function sayTier(before: Tier, after: Tier): string {
  const years = ({ paths }: Tier) => paths.flatMap(({ minimumYears }) => minimumYears ?? []);
  const [from, to] = [Math.min(...years(before)), Math.min(...years(after))];
  const onlyYears = same(
    before.paths.map((path) => ({ ...path, minimumYears: 0 })),
    after.paths.map((path) => ({ ...path, minimumYears: 0 })),
  );
  if (!onlyYears || !Number.isFinite(from) || !Number.isFinite(to)) return `the ways into tier ${after.rank}`;
  return `${sayYears(to)} in tier ${after.rank} instead of ${sayYears(from)}`;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Which levers made the difference to someone: each without which they would not move. Where there is none, several were
 * enough each by itself, and all of them are named. `movesWithout`: whether the person still moves without one.
 */
export function sayWhatMade<Named extends { readonly name: string }>(
  levers: readonly Named[],
  movesWithout: (lever: Named) => boolean,
): string {
  const [only] = levers;
  if (!only) return '';
  if (levers.length === 1) return only.name;
  const decisive = levers.filter((lever) => !movesWithout(lever));
  if (decisive.length > 0)
    return sayList(
      decisive.map(({ name }) => name),
      'and',
    );
  return `${sayList(
    levers.map(({ name }) => name),
    'and',
  )}, together`;
}
