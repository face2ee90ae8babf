import type { Ranking } from '../../../shared/model/applicants.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { ChangedRankings } from './changed-rankings.ts';
import { type Entry, pastLastSeat, type RuleRankings } from './rule-rankings.ts';

/** A cohort's applications in the order of the list, by what all of a part have in common. */
export interface Part {
  readonly verdict: Ranking['verdict'];
  /** Whether they have places; these run on from part to part. */
  readonly placed: boolean;
  readonly standing: boolean;
  readonly entries: readonly Entry[];
}

/** The parts of the list: within the seats, past them, in doubt, not eligible, and whoever does not stand any more. */
export type Parts = readonly [seated: Part, waiting: Part, doubtful: Part, notEligible: Part, gone: Part];

/** The parts of a cohort's rankings, as they are after the seats were given to a ranking by the rule. */
export function partsOf(byRule: RuleRankings, rankings: ReadonlyMap<string, Ranking>): Parts {
  const { policy, seats, placed } = byRule;
  if (!(rankings instanceof ChangedRankings)) {
    return parts(policy, placed.slice(0, seats), placed.slice(seats), byRule);
  }
  const { ids, seated, ofLine } = rankings.front;
  const front = ids.flatMap((id) => byRule.byId.get(id) ?? []);
  // Whoever was accepted, and would not be ranked any more, has a place among the seated instead.
  const unranked = new Set(front.filter(({ group }) => group !== 'placed'));
  const others = (group: readonly Entry[]): readonly Entry[] =>
    unranked.size === 0 ? group : group.filter((entry) => !unranked.has(entry));
  const { doubtful, notEligible, gone } = byRule;
  return parts(policy, front.slice(0, seated), front.slice(seated).concat(placed.slice(ofLine)), {
    doubtful: others(doubtful),
    notEligible: others(notEligible),
    gone: others(gone),
  });
}

function parts(
  policy: Policy,
  seated: readonly Entry[],
  waiting: readonly Entry[],
  { doubtful, notEligible, gone }: Pick<RuleRankings, 'doubtful' | 'notEligible' | 'gone'>,
): Parts {
  const placed = { placed: true, standing: true };
  const unplaced = { placed: false, standing: true };
  return [
    { ...placed, verdict: 'within-seats', entries: seated },
    { ...placed, verdict: pastLastSeat(policy), entries: waiting },
    { ...unplaced, verdict: 'needs-a-look', entries: doubtful },
    { ...unplaced, verdict: 'not-eligible', entries: notEligible },
    { ...unplaced, verdict: 'not-eligible', standing: false, entries: gone },
  ];
}

/** The tier of somebody in a part: whoever the rule does not place has none. */
export const tierOf = ({ group, standing }: Entry): number | null => (group === 'placed' ? standing.tier : null);
