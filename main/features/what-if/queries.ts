import type { Ranking, RankingFacts } from '../../../shared/model/applicants.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Move, TriedFacts } from '../../../shared/model/what-if.ts';
import type { WhatIfAnswer, WhatIfRow, WhatIfShow } from '../../../shared/views/selection.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { type Entry, rankApplications } from '../../rules/selection/ranking.ts';
import { noPromises, seatRanked } from '../../rules/selection/seating.ts';
import { type Draft, type Lever, leversOf, sayWhatMade } from '../../rules/what-if/levers.ts';
import { becauseOf, factsTried, moveBetween } from '../../rules/what-if/what-if.ts';
import { type ApplicantList, applicantList } from '../applicants/rows.ts';
import { searchFor } from '../people/directory.ts';
import { noList, promisesWithout, rankingTables } from '../selection/ranking.ts';
import { previewAdoption } from './adoption.ts';
import { laterRules } from './later-rules.ts';

type Input = Parameters<Query<'applicants.whatIf'>>[1];

/** Who would move, and how. */
interface Moved {
  readonly entry: Entry;
  readonly move: Move;
  /** The place to list them by: the new one, else the one that they had. */
  readonly place: number;
}

interface Consequences {
  readonly before: ReadonlyMap<string, Ranking>;
  readonly after: ReadonlyMap<string, Ranking>;
  /** Whoever would move, by the weight of the move and then by the place that they would have. */
  readonly moved: readonly Moved[];
  /** Everyone else by place. */
  readonly still: readonly Moved[];
  readonly counts: WhatIfAnswer['counts'];
  /** What the draft changes, and how everyone would stand without each of these; ranked where someone asks. */
  readonly levers: readonly Lever[];
  readonly standWithout: (lever: Lever) => ReadonlyMap<string, Ranking>;
}

const whatIf: Query<'applicants.whatIf'> = (facts, input) => {
  const list = applicantList(facts, input.cohortId);
  if (!list) return noList(facts, input.cohortId);
  if (input.facts.some(({ applicationId }) => !list.ranked.rows.has(applicationId))) {
    return refuse('This applicant did not apply to the cohort. Choose one who did.');
  }
  const { cohort } = list.ranked;
  const found = consequences(facts, list, input);
  const everyone = input.show === 'everyone' ? [...found.moved, ...found.still] : found.moved;
  const chosen = everyone.filter(choose(list, input));
  const toRow = (id: string): WhatIfRow => rowOf(list, found, id);
  return done<WhatIfAnswer>({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(({ entry }) => toRow(entry.facts.applicationId)),
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    seats: input.seats ?? cohort.seats,
    ranked: list.ranked.rankings.size,
    counts: found.counts,
    tried: input.facts.map(({ applicationId }) => toRow(applicationId)),
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
function choose(list: ApplicantList, { show, search }: Input): (moved: Moved) => boolean {
  const isMeant = searchFor(search);
  return ({ entry, move }) => shown[show](move) && (isMeant === null || isMeant(list.personOf(entry).words));
}

/** Ranks again under the draft and compares. Only the last draft is kept, for the next slice of the same list. */
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
  const now: Draft = { policy: ranked.inForce.policy, seats: ranked.cohort.seats, facts: [] };
  const tried: Draft = { policy: policy ?? now.policy, seats: seats ?? now.seats, facts: input.facts };
  const rankUnder = (each: Draft): ReadonlyMap<string, Ranking> => rankDraft(facts, list, each, fromScratch);
  const before = fromScratch ? seatRanked(ranked.byRule, noPromises) : ranked.rankings;
  const without = new Map<Lever, ReadonlyMap<string, Ranking>>();
  const found: Consequences = {
    ...compareAll(ranked.byRule.byId.values(), before, rankUnder(tried)),
    levers: leversOf(now, tried, (id) => list.applicant(id)?.row.name ?? ''),
    standWithout: (lever) => {
      const known = without.get(lever) ?? rankUnder(lever.without);
      without.set(lever, known);
      return known;
    },
  };
  Object.assign(slot, { draft, found });
  return found;
}

/** Ranks a cohort's applications under a draft and gives out the seats. */
function rankDraft(
  facts: Facts,
  list: ApplicantList,
  draft: Draft,
  fromScratch: boolean,
): ReadonlyMap<string, Ranking> {
  const { ranked } = list;
  // Who would not stand any more keeps no seat either.
  const gone = new Set(draft.facts.flatMap(({ stands, applicationId }) => (stands === false ? [applicationId] : [])));
  const promises = fromScratch ? noPromises : promisesWithout(ranked.promises, gone);
  const seen = new Map([...ranked.seen, ...factsUnder(facts, list, draft.facts)]);
  return seatRanked(rankApplications(draft.policy, draft.seats, seen.values()), promises);
}

/** What the rule would see of those whose facts are tried. */
function factsUnder({ zone }: Facts, { ranked }: ApplicantList, tried: readonly TriedFacts[]) {
  const seen = new Map<string, RankingFacts>();
  for (const each of tried) {
    const facts = seen.get(each.applicationId) ?? ranked.seen.get(each.applicationId);
    if (facts) seen.set(each.applicationId, factsTried(facts, each, zone));
  }
  return seen;
}

function compareAll(
  everyone: Iterable<Entry>,
  before: Consequences['before'],
  after: Consequences['after'],
): Omit<Consequences, 'levers' | 'standWithout'> {
  const counts: Record<Exclude<Move, 'none'>, number> = {
    'gains-seat': 0,
    'loses-seat': 0,
    'other-standing': 0,
    'other-tier': 0,
    'other-place': 0,
  };
  const moved: Moved[] = [];
  const still: Moved[] = [];
  for (const entry of everyone) {
    const { applicationId } = entry.facts;
    const [one, other] = [before.get(applicationId), after.get(applicationId)];
    if (!one || !other) throw new Error(`The draft did not rank the application ${applicationId}.`);
    const move = moveBetween(one, other);
    const place = other.place ?? one.place ?? Number.MAX_SAFE_INTEGER;
    if (move === 'none') still.push({ entry, move, place });
    else {
      counts[move] += 1;
      moved.push({ entry, move, place });
    }
  }
  moved.sort((a, b) => weights[a.move] - weights[b.move] || byPlace(a, b));
  return { before, after, moved, still: still.sort(byPlace), counts };
}

const byPlace = (a: Moved, b: Moved): number =>
  a.place - b.place || (a.entry.facts.applicationId < b.entry.facts.applicationId ? -1 : 1);

function rowOf(list: ApplicantList, found: Consequences, id: string): WhatIfRow {
  const applicant = list.applicant(id);
  const [before, after] = [found.before.get(id), found.after.get(id)];
  if (!applicant || !before || !after) throw new Error(`The application ${id} is not listed.`);
  const { applicationId, name, organization, status } = applicant.row;
  const move = moveBetween(before, after);
  return {
    applicationId,
    name,
    organization,
    status,
    before: standOf(before),
    after: standOf(after),
    move,
    because: because(found, { id, before, after, move }),
  };
}

/** What made the difference, and what became of it: `25 seats instead of 30: Place 27, past the last of 25 seats`. */
function because(
  { levers, standWithout }: Consequences,
  {
    id,
    before,
    after,
    move,
  }: { readonly id: string; readonly before: Ranking; readonly after: Ranking; readonly move: Move },
): string {
  if (move === 'none') return '';
  const made = sayWhatMade(levers, (lever) => {
    const other = standWithout(lever).get(id);
    return other !== undefined && moveBetween(before, other) === move;
  });
  const said = becauseOf(before, after, move);
  return [capital(made), said].filter((part) => part !== '').join(': ');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const standOf = ({ verdict, place, tier }: Ranking): WhatIfRow['before'] => ({ verdict, place, tier });

export const whatIfQueries: Pick<Handlers, 'applicants.whatIf' | 'program.preview' | 'program.whatIf'> = {
  'applicants.whatIf': whatIf,
  'program.preview': previewAdoption,
  'program.whatIf': laterRules,
};
