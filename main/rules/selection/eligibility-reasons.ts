import type { RankingFacts } from '../../../shared/model/applicants.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy, Tier, TierPath } from '../../../shared/model/program.ts';
import { answered, sayList, sayYears } from '../words.ts';
import {
  type AskedFact,
  askedFacts,
  type Eligibility,
  eligibilityOf,
  type KnownFacts,
  postSuits,
  tiersInOrder,
  yearsSuffice,
} from './eligibility.ts';

/** A reason before the applicant's own words stand beside it: the same for all whose facts are alike. */
interface DraftReason {
  readonly about: AskedFact;
  readonly outcome: Reason['outcome'];
  readonly sentence: string;
  readonly clause: string;
}

/** The facts, and for a missing one whether nothing was typed or something that was not understood. */
interface FactsAsTyped extends KnownFacts {
  readonly missing: Readonly<Record<AskedFact, string>>;
  /** The cohort after the one applied to; null: the series names none. */
  readonly nextCohort: string | null;
}

interface Route {
  readonly rank: number;
  readonly path: TierPath;
}

const noMatterPost = 'Highest EdTech position makes no difference';
const noMatterYears = 'Years in education make no difference';

/** Every reason for an outcome, in the order in which the page asks: membership, post, years. */
export function eligibilityReasons(
  policy: Policy,
  said: FactsAsTyped,
  eligibility: Eligibility,
): readonly DraftReason[] {
  const tiers = tiersInOrder(policy);
  const routes = routesOf(tiers, said.membership);
  const [first, ...others] = eligibility.outcomes;
  if (first === undefined || others.length > 0) return doubtful(policy, said, eligibility, routes);
  return first === null ? notEligible(policy, said, routes) : inTier(policy, said, routes, first);
}

/**
 * Sets the applicant's own words beside each draft.
 *
 * Most people answer in the same few words: reasons that read alike are made once and shared, which is what keeps a
 * hundred thousand rankings small.
 */
export function reasonWriter(drafts: readonly DraftReason[]): (facts: RankingFacts) => Reason[] {
  const writers = drafts.map(({ about, outcome, sentence, clause }) => {
    const written = new Map<string, Reason>();
    return (facts: RankingFacts): Reason => {
      const typed = facts.answers[about] ?? '';
      const key = about === 'highestPost' ? `${typed}\n${facts.answers.jobTitle ?? ''}` : typed;
      const known = written.get(key);
      if (known !== undefined) return known;
      const reason = { outcome, sentence, seen: seen(about, facts), clause };
      written.set(key, reason);
      return reason;
    };
  });
  return (facts) => writers.map((write) => write(facts));
}

function seen(about: AskedFact, { answers, yearsInEducation: years }: RankingFacts): string {
  const words = answered(answers[about]);
  if (about === 'membership') return words;
  if (about === 'highestPost') {
    const title = answers.jobTitle?.trim() ?? '';
    return [words, title === '' ? '' : `title ${title}`].filter((part) => part !== '').join('; ');
  }
  if (years === null) return words;
  const asTyped = /^(\d+(?:\.\d+)?)(?:\s*years?)?$/i.exec((answers[about] ?? '').trim());
  return words === '' || Number(asTyped?.[1]) === years ? `${sayYears(years)} given` : `${sayYears(years)}, ${words}`;
}

const routesOf = (tiers: readonly Tier[], membership: string | null): readonly Route[] =>
  tiers.flatMap(({ rank, paths }) =>
    paths.filter((path) => membership === null || path.membership === membership).map((path) => ({ rank, path })),
  );

/** Someone whom the policy places in one tier, whatever is still missing. */
function inTier(policy: Policy, said: FactsAsTyped, routes: readonly Route[], rank: number): readonly DraftReason[] {
  const route = routes.find((each) => each.rank === rank && fits(each.path, said));
  if (route === undefined) throw new Error(`Nothing leads to tier ${rank}, and yet it was the outcome.`);
  const { path } = route;
  const above = routes.filter((each) => each.rank < rank);
  const missed = said.membership === null ? [] : missedAbove(above, said);
  const reasons = [membershipReason(policy, said, path.clause)];

  const postMissed = missed.find(({ about }) => about === 'highestPost');
  if (postMissed !== undefined) reasons.push(postMissed);
  else if (said.highestPost === null || path.highestPost === 'either') {
    const sentence =
      path.highestPost === 'either' ? `Highest EdTech position not required in tier ${rank}` : noMatterPost;
    reasons.push({ about: 'highestPost', outcome: 'not-needed', sentence, clause: path.clause });
  } else reasons.push(postReason('met', said.highestPost, path.clause));

  if (path.minimumYears === null || said.yearsInEducation === null) {
    const sentence = path.minimumYears === null ? `Years in education not required in tier ${rank}` : noMatterYears;
    reasons.push({ about: 'yearsInEducation', outcome: 'not-needed', sentence, clause: path.clause });
  } else reasons.push(yearsReason('met', said.yearsInEducation, path.minimumYears, '', path.clause));
  return [...reasons, ...missed.filter(({ about }) => about === 'yearsInEducation')];
}

/** What kept someone out of the tiers above their own. */
function missedAbove(above: readonly Route[], said: FactsAsTyped): readonly DraftReason[] {
  return distinct(
    above.flatMap(({ rank, path }) => {
      const missed: DraftReason[] = [];
      if (said.highestPost !== null && !postSuits(path, said.highestPost)) missed.push(postMiss(rank, path, said));
      if (said.yearsInEducation !== null && path.minimumYears !== null && !yearsSuffice(path, said.yearsInEducation))
        missed.push(yearsReason('unmet', said.yearsInEducation, path.minimumYears, ` in tier ${rank}`, path.clause));
      return missed;
    }),
  );
}

/** Someone who is in no tier, whatever is still missing: each condition that fails, and when to apply again. */
function notEligible(policy: Policy, said: FactsAsTyped, routes: readonly Route[]): readonly DraftReason[] {
  const [firstRoute] = routes;
  if (firstRoute === undefined) {
    const sentence = `No tier names the membership “${nameOf(policy, said.membership)}”; can apply again with one that a tier names`;
    return [{ about: 'membership', outcome: 'unmet', sentence, clause: firstClause(policy) }];
  }
  const minimums = new Set(routes.flatMap(({ path }) => path.minimumYears ?? []));
  const reasons = routes.flatMap(({ rank, path }) => {
    const found: DraftReason[] = [];
    if (said.highestPost !== null && !postSuits(path, said.highestPost)) found.push(postMiss(rank, path, said));
    const years = said.yearsInEducation;
    if (years !== null && path.minimumYears !== null) {
      const where = minimums.size > 1 ? ` in tier ${rank}` : '';
      const enough = yearsSuffice(path, years);
      const reason = yearsReason(enough ? 'met' : 'unmet', years, path.minimumYears, where, path.clause);
      // Cohorts are a year apart: who lacks more than a year is not told to come back with the next.
      const next = path.minimumYears - years <= 1 ? said.nextCohort : null;
      const again = `; can apply ${next === null ? 'again' : `for ${next}`} when ${sayYears(path.minimumYears)} are reached`;
      found.push(enough ? reason : { ...reason, sentence: reason.sentence + again });
    }
    return found;
  });
  return [membershipReason(policy, said, firstRoute.path.clause), ...distinct(reasons).toSorted(inOrder)];
}

/** Someone whose missing facts could change the outcome: what is known, and what to find out. */
function doubtful(
  policy: Policy,
  said: FactsAsTyped,
  { doubts }: Eligibility,
  routes: readonly Route[],
): readonly DraftReason[] {
  const clause = routes[0]?.path.clause ?? firstClause(policy);
  const membership: DraftReason = doubts.includes('membership')
    ? {
        about: 'membership',
        outcome: 'unknown',
        sentence: `Membership ${said.missing.membership}; find out which it is`,
        clause,
      }
    : membershipReason(policy, said, clause);
  return [membership, postInDoubt(policy, said, doubts, routes), yearsInDoubt(policy, said, doubts, routes)];
}

function postInDoubt(
  policy: Policy,
  said: FactsAsTyped,
  doubts: readonly AskedFact[],
  routes: readonly Route[],
): DraftReason {
  const asking = routes.find(({ path }) => path.highestPost !== 'either')?.path;
  const clause = (asking ?? routes[0]?.path)?.clause ?? firstClause(policy);
  if (doubts.includes('highestPost')) {
    const leads = doubts.length > 1 ? '' : whereto(policy, said, { highestPost: 'yes' }, { highestPost: 'no' });
    const sentence = `Highest EdTech position ${said.missing.highestPost}; find out whether it is held${leads}`;
    return { about: 'highestPost', outcome: 'unknown', sentence, clause };
  }
  if (said.highestPost === null || asking === undefined)
    return { about: 'highestPost', outcome: 'not-needed', sentence: noMatterPost, clause };
  return postReason(postSuits(asking, said.highestPost) ? 'met' : 'unmet', said.highestPost, clause);
}

function yearsInDoubt(
  policy: Policy,
  said: FactsAsTyped,
  doubts: readonly AskedFact[],
  routes: readonly Route[],
): DraftReason {
  const asking = routes.filter(
    ({ path }) => path.minimumYears !== null && (said.highestPost === null || postSuits(path, said.highestPost)),
  );
  const minimums = [...new Set(asking.flatMap(({ path }) => path.minimumYears ?? []))].toSorted((a, b) => a - b);
  const clause = (asking[0] ?? routes[0])?.path.clause ?? firstClause(policy);
  const [lowest] = minimums;
  if (doubts.includes('yearsInEducation')) {
    const leads =
      doubts.length > 1 || minimums.length > 1
        ? ''
        : whereto(policy, said, { yearsInEducation: lowest ?? 0 }, { yearsInEducation: 0 });
    const asked = `find out whether there are at least ${sayList(minimums, 'or')}${leads}`;
    const sentence = `Years in education ${said.missing.yearsInEducation}; ${asked}`;
    return { about: 'yearsInEducation', outcome: 'unknown', sentence, clause };
  }
  if (said.yearsInEducation === null || lowest === undefined) {
    return { about: 'yearsInEducation', outcome: 'not-needed', sentence: noMatterYears, clause };
  }
  // Where another way in asks for no years, the reason names the tier that does.
  const where = asking.length < routes.length ? ` in tier ${asking[0]?.rank}` : '';
  return yearsReason(said.yearsInEducation >= lowest ? 'met' : 'unmet', said.yearsInEducation, lowest, where, clause);
}

/** Where the one missing fact leads: `: tier 1 if so, tier 2 if not`. */
function whereto(policy: Policy, said: FactsAsTyped, so: Partial<KnownFacts>, not: Partial<KnownFacts>): string {
  const outcome = (facts: Partial<KnownFacts>): string => {
    const [rank = null] = eligibilityOf(policy, { ...said, ...facts }).outcomes;
    return rank === null ? 'not eligible' : `tier ${rank}`;
  };
  return `: ${outcome(so)} if so, ${outcome(not)} if not`;
}

const fits = (path: TierPath, said: FactsAsTyped): boolean =>
  (said.highestPost === null || postSuits(path, said.highestPost)) &&
  (said.yearsInEducation === null || yearsSuffice(path, said.yearsInEducation));

const nameOf = (policy: Policy, id: string | null): string =>
  policy.memberships.find((membership) => membership.id === id)?.name ?? id ?? '';

const firstClause = (policy: Policy): string => tiersInOrder(policy)[0]?.paths[0]?.clause ?? '';

const membershipReason = (policy: Policy, said: FactsAsTyped, clause: string): DraftReason =>
  said.membership === null
    ? { about: 'membership', outcome: 'not-needed', sentence: 'Membership makes no difference', clause }
    : { about: 'membership', outcome: 'met', sentence: nameOf(policy, said.membership), clause };

const postReason = (outcome: 'met' | 'unmet', held: 'yes' | 'no', clause: string): DraftReason => ({
  about: 'highestPost',
  outcome,
  sentence: `${held === 'yes' ? 'Holds' : 'Does not hold'} the system’s highest EdTech position`,
  clause,
});

function postMiss(rank: number, path: TierPath, said: FactsAsTyped): DraftReason {
  const reason = postReason('unmet', said.highestPost ?? 'no', path.clause);
  const asked = path.highestPost === 'required' ? 'which tier' : 'and tier';
  const end = path.highestPost === 'required' ? 'requires' : 'is for those who do not';
  return { ...reason, sentence: `${reason.sentence}, ${asked} ${rank} ${end}` };
}

const yearsReason = (
  outcome: 'met' | 'unmet',
  years: number,
  minimum: number,
  where: string,
  clause: string,
): DraftReason => ({
  about: 'yearsInEducation',
  outcome,
  sentence: `${capital(sayYears(years))} in education, ${minimum} required${where}`,
  clause,
});

const distinct = (reasons: readonly DraftReason[]): readonly DraftReason[] => [
  ...new Map(reasons.map((reason) => [`${reason.about} ${reason.sentence}`, reason])).values(),
];

const inOrder = (a: DraftReason, b: DraftReason): number => askedFacts.indexOf(a.about) - askedFacts.indexOf(b.about);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
