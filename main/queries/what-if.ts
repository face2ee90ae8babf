import type { Ranking, RankingFacts } from '../../shared/model/applicants.ts';
import { ApplicationId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { Move } from '../../shared/model/what-if.ts';
import type { WhatIfPage, WhatIfRow, WhatIfShow } from '../../shared/views/selection.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { noPromises, rankAndSeat } from '../rules/seating.ts';
import { becauseOf, moveBetween } from '../rules/what-if.ts';
import { type ApplicantList, applicantList } from './applicant-rows.ts';
import { noList } from './applicants.ts';
import { promisesWithout, rankingTables } from './ranking.ts';

type Input = Parameters<Query<'applicants.whatIf'>>[1];

interface Moved {
  readonly id: string;
  readonly before: Ranking;
  readonly after: Ranking;
  readonly move: Move;
}

interface Consequences {
  /** Whoever would move, by the weight of the move and then by the place that they would have. */
  readonly moved: readonly Moved[];
  /** Everyone else, in no order: most drafts leave most people where they are. */
  readonly still: readonly Moved[];
  readonly counts: WhatIfPage['counts'];
}

const whatIf: Query<'applicants.whatIf'> = (facts, input) => {
  const list = applicantList(facts, input.cohortId);
  if (!list) return noList(facts, input.cohortId);
  const { fact } = input;
  if (fact && !list.byId.has(fact.applicationId)) {
    return refuse('This applicant did not apply to the cohort. Choose one who did.');
  }
  const { cohort } = list.ranked;
  const { moved, still, counts } = consequences(facts, list, input);
  const everyone = input.show === 'everyone' ? [...moved, ...still.toSorted(byPlace)] : moved;
  const chosen = everyone.filter(choose(list, input));
  return done<WhatIfPage>({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map((each) => rowOf(list, each)),
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    seats: input.seats ?? cohort.seats,
    ranked: list.ranked.rankings.size,
    counts,
  });
};

const weights: Readonly<Record<Move, number>> = {
  'gains-seat': 0,
  'loses-seat': 1,
  'other-standing': 2,
  'other-tier': 3,
  'other-place': 4,
  none: 5,
};

const shown: Readonly<Record<WhatIfShow, (move: Move) => boolean>> = {
  moved: (move) => move !== 'none' && move !== 'other-place',
  places: (move) => move !== 'none',
  everyone: () => true,
};

/** Whom the filter and the search leave; words are found as in the list of applicants. */
function choose({ byId }: ApplicantList, { show, search }: Input): (moved: Moved) => boolean {
  const words = search
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  return ({ id, move }) => shown[show](move) && words.every((word) => byId.get(id)?.words.includes(word));
}

/** Ranks anew under the draft and compares. Only the last draft is kept, for the next slice of the same list. */
function consequences(facts: Facts, list: ApplicantList, { policy, seats, fact, fromScratch }: Input): Consequences {
  const { ranked } = list;
  const draft = JSON.stringify([policy, seats, fact, fromScratch]);
  const slot = facts.cached<{ draft: string; found: Consequences | null }>(
    `what if ${ranked.stamp}`,
    rankingTables,
    () => ({ draft: '', found: null }),
  );
  if (slot.found && slot.draft === draft) return slot.found;
  const under = policy ?? ranked.inForce.policy;
  // Who would not stand any more keeps no seat either.
  const gone = new Set(fact?.stands === false ? [fact.applicationId] : []);
  const promises = fromScratch ? noPromises : promisesWithout(ranked.promises, gone);
  const before = fromScratch ? rankedFromScratch(facts, list) : ranked.rankings;
  const after = rankAndSeat(under, seats ?? ranked.cohort.seats, factsUnder(list, fact), promises);
  const found = compareAll(before, after);
  Object.assign(slot, { draft, found });
  return found;
}

/** The cohort as it would stand under the policy in force if nobody had been accepted or asked. */
const rankedFromScratch = (facts: Facts, { ranked }: ApplicantList): ReadonlyMap<string, Ranking> =>
  facts.cached(`from scratch ${ranked.stamp}`, rankingTables, () =>
    rankAndSeat(ranked.inForce.policy, ranked.cohort.seats, [...ranked.seen.values()]),
  );

function factsUnder({ ranked }: ApplicantList, fact: Input['fact']): readonly RankingFacts[] {
  const seen = [...ranked.seen.values()];
  if (!fact) return seen;
  const { applicationId, ...changes } = fact;
  return seen.map((facts) => (facts.applicationId === applicationId ? changed(facts, changes) : facts));
}

/** What a lead would set by hand forgets what was typed, as it does when it is set. */
function changed(facts: RankingFacts, changes: Omit<NonNullable<Input['fact']>, 'applicationId'>): RankingFacts {
  const { membership, highestPost, yearsInEducation, stands } = changes;
  const answers = { ...facts.answers };
  if (membership !== undefined) answers['membership'] = '';
  if (highestPost !== undefined) answers['highestPost'] = '';
  if (yearsInEducation !== undefined) answers['yearsInEducation'] = '';
  return {
    ...facts,
    answers,
    membership: membership === undefined ? facts.membership : membership,
    highestPost: highestPost === undefined ? facts.highestPost : highestPost,
    yearsInEducation: yearsInEducation === undefined ? facts.yearsInEducation : yearsInEducation,
    stands: stands ?? facts.stands,
  };
}

function compareAll(before: ReadonlyMap<string, Ranking>, after: ReadonlyMap<string, Ranking>): Consequences {
  const counts: Record<Exclude<Move, 'none'>, number> = {
    'gains-seat': 0,
    'loses-seat': 0,
    'other-standing': 0,
    'other-tier': 0,
    'other-place': 0,
  };
  const moved: Moved[] = [];
  const still: Moved[] = [];
  for (const [id, was] of before) {
    const is = after.get(id);
    if (!is) throw new Error(`The draft did not rank the application ${id}.`);
    const move = moveBetween(was, is);
    if (move !== 'none') counts[move] += 1;
    (move === 'none' ? still : moved).push({ id, before: was, after: is, move });
  }
  moved.sort((a, b) => weights[a.move] - weights[b.move] || byPlace(a, b));
  return { moved, still, counts };
}

const byPlace = (a: Moved, b: Moved): number => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1);

const placeOf = ({ after, before }: Moved): number => after.place ?? before.place ?? Number.MAX_SAFE_INTEGER;

function rowOf({ byId }: ApplicantList, { id, before, after, move }: Moved): WhatIfRow {
  const applicant = byId.get(id);
  if (!applicant) throw new Error(`The application ${id} is not listed.`);
  const { name, organization, status } = applicant.row;
  return {
    applicationId: ApplicationId.parse(id),
    name,
    organization,
    status,
    before: standOf(before),
    after: standOf(after),
    move,
    because: becauseOf(before, after, move),
  };
}

const standOf = ({ verdict, place, tier }: Ranking): WhatIfRow['before'] => ({ verdict, place, tier });

export const whatIfQueries: Pick<Handlers, 'applicants.whatIf'> = { 'applicants.whatIf': whatIf };
