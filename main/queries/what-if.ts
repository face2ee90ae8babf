import type { Ranking, RankingFacts } from '../../shared/model/applicants.ts';
import { ApplicationId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { Move, TriedFacts } from '../../shared/model/what-if.ts';
import type { WhatIfPage, WhatIfRow, WhatIfShow } from '../../shared/views/selection.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { noPromises, rankAndSeat } from '../rules/seating.ts';
import { becauseOf, factsTried, moveBetween } from '../rules/what-if.ts';
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
  /** Everyone else by place: most drafts leave most people where they are, so they are gathered when asked for. */
  readonly still: () => readonly Moved[];
  readonly counts: WhatIfPage['counts'];
  readonly between: (id: string) => Moved;
}

const whatIf: Query<'applicants.whatIf'> = (facts, input) => {
  const list = applicantList(facts, input.cohortId);
  if (!list) return noList(facts, input.cohortId);
  if (input.facts.some(({ applicationId }) => !list.byId.has(applicationId))) {
    return refuse('This applicant did not apply to the cohort. Choose one who did.');
  }
  const { cohort } = list.ranked;
  const { moved, still, counts, between } = consequences(facts, list, input);
  const everyone = input.show === 'everyone' ? [...moved, ...still()] : moved;
  const chosen = everyone.filter(choose(list, input));
  return done<WhatIfPage>({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map((each) => rowOf(list, each)),
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    seats: input.seats ?? cohort.seats,
    ranked: list.ranked.rankings.size,
    counts,
    tried: input.facts.map(({ applicationId }) => rowOf(list, between(applicationId))),
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
function consequences(facts: Facts, list: ApplicantList, input: Input): Consequences {
  const { ranked } = list;
  const { policy, seats, fromScratch } = input;
  const draft = JSON.stringify([policy, seats, input.facts, fromScratch]);
  const slot = facts.cached<{ draft: string; found: Consequences | null }>(
    `what if ${ranked.stamp}`,
    rankingTables,
    () => ({ draft: '', found: null }),
  );
  if (slot.found && slot.draft === draft) return slot.found;
  const under = policy ?? ranked.inForce.policy;
  // Who would not stand any more keeps no seat either.
  const gone = new Set(input.facts.flatMap(({ stands, applicationId }) => (stands === false ? [applicationId] : [])));
  const promises = fromScratch ? noPromises : promisesWithout(ranked.promises, gone);
  const before = fromScratch ? rankedFromScratch(facts, list) : ranked.rankings;
  const after = rankAndSeat(under, seats ?? ranked.cohort.seats, factsUnder(facts, list, input.facts), promises);
  const found = compareAll(before, after);
  Object.assign(slot, { draft, found });
  return found;
}

/** The cohort as it would stand under the policy in force if nobody had been accepted or asked. */
const rankedFromScratch = (facts: Facts, { ranked }: ApplicantList): ReadonlyMap<string, Ranking> =>
  facts.cached(`from scratch ${ranked.stamp}`, rankingTables, () =>
    rankAndSeat(ranked.inForce.policy, ranked.cohort.seats, [...ranked.seen.values()]),
  );

/** What the rule would see: everybody as they are, but for those whose facts are tried. */
function factsUnder({ zone }: Facts, { ranked }: ApplicantList, tried: readonly TriedFacts[]): readonly RankingFacts[] {
  if (tried.length === 0) return [...ranked.seen.values()];
  const seen = new Map(ranked.seen);
  for (const each of tried) {
    const facts = seen.get(each.applicationId);
    if (facts) seen.set(each.applicationId, factsTried(facts, each, zone));
  }
  return [...seen.values()];
}

function compareAll(before: ReadonlyMap<string, Ranking>, after: ReadonlyMap<string, Ranking>): Consequences {
  const counts: Record<Exclude<Move, 'none'>, number> = {
    'gains-seat': 0,
    'loses-seat': 0,
    'other-standing': 0,
    'other-tier': 0,
    'other-place': 0,
  };
  const between = (id: string): Moved => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was || !is) throw new Error(`The draft did not rank the application ${id}.`);
    return { id, before: was, after: is, move: moveBetween(was, is) };
  };
  const moved: Moved[] = [];
  for (const id of before.keys()) {
    const each = between(id);
    if (each.move === 'none') continue;
    counts[each.move] += 1;
    moved.push(each);
  }
  moved.sort((a, b) => weights[a.move] - weights[b.move] || byPlace(a, b));
  const still = () =>
    [...before.keys()]
      .map(between)
      .filter(({ move }) => move === 'none')
      .sort(byPlace);
  return { moved, still, counts, between };
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
