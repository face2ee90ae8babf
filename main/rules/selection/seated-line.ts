import type { Ranking } from '../../../shared/model/applicants.ts';
import { type Entry, type Order, pastLastSeat } from './ranking.ts';

/** A cohort's applications in the order of the list, by what all of a part have in common. */
export interface LinePart {
  readonly verdict: Ranking['verdict'];
  /** Whether they have places; these run on from part to part. */
  readonly placed: boolean;
  readonly standing: boolean;
  readonly entries: readonly Entry[];
}

/** The parts of the list: within the seats, past them, in doubt, not eligible, and whoever does not stand any more. */
export type LineParts = readonly [
  seated: LinePart,
  waiting: LinePart,
  doubtful: LinePart,
  notEligible: LinePart,
  gone: LinePart,
];

/** The parts of a cohort's list, as they are once the seats were given to the order: whoever has a place has it there. */
export function partsOf({ policy, byId, groups }: Order, rankings: ReadonlyMap<string, Ranking>): LineParts {
  const line: Entry[] = [];
  let seated = 0;
  for (const [id, { place, verdict }] of rankings) {
    const entry = byId.get(id);
    if (!entry || place === null) continue;
    line[place - 1] = entry;
    if (verdict === 'within-seats') seated += 1;
  }
  // Whoever was accepted, and would not be ranked any more, has a place among the seated instead.
  const others = (group: readonly Entry[]): readonly Entry[] =>
    group.filter(({ facts }) => rankings.get(facts.applicationId)?.place === null);
  const unplaced = { placed: false, standing: true };
  return [
    { placed: true, standing: true, verdict: 'within-seats', entries: line.slice(0, seated) },
    { placed: true, standing: true, verdict: pastLastSeat(policy), entries: line.slice(seated) },
    { ...unplaced, verdict: 'needs-a-look', entries: others(groups.doubtful) },
    { ...unplaced, verdict: 'not-eligible', entries: others(groups.notEligible) },
    { ...unplaced, verdict: 'not-eligible', standing: false, entries: others(groups.gone) },
  ];
}

/** The tier of someone in a part: whoever the rule does not place has none. */
export const tierOf = ({ group, standing }: Entry): number | null => (group === 'placed' ? standing.tier : null);
