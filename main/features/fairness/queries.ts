import { done } from '../../../shared/model/result.ts';
import type { FairnessRow, FairnessView } from '../../../shared/views/selection.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { type LinePart, partsOf, tierOf } from '../../rules/selection/seated-line.ts';
import { noList, type RankedCohort, rankedCohort, rankingTables } from '../selection/ranking.ts';

type Counts = { -readonly [Key in Exclude<keyof FairnessRow, 'label'>]: number };

/** Bands of years in education, each from its first year up to the next band. */
const bands: readonly (readonly [from: number, label: string])[] = [
  [0, 'Under 3 years'],
  [3, '3 to 5 years'],
  [6, '6 to 10 years'],
  [11, '11 to 20 years'],
  [21, 'Over 20 years'],
];

const fairness: Query<'applicants.fairness'> = (facts, { cohortId }) => {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  return done(facts.cached(`fairness ${ranked.stamp}`, rankingTables, () => count(ranked)));
};

function count(ranked: RankedCohort): FairnessView {
  const { cohort, inForce, promises } = ranked;
  const tierNames = new Map(inForce.policy.admission.tiers.map(({ rank, name }) => [rank, name]));
  const total = new Tally();
  const byTier = new Tally();
  const bySystem = new Tally();
  const byYears = new Tally();
  const byLate = new Tally();
  for (const { rank, name } of inForce.policy.admission.tiers.toSorted((a, b) => a.rank - b.rank)) {
    byTier.expect(`Tier ${rank}: ${name}`);
  }
  for (const [, label] of bands) byYears.expect(label);
  for (const part of partsOf(ranked.byRule, ranked.rankings)) {
    for (const entry of part.entries) {
      const { facts, standing } = entry;
      const outcome = outcomeOf(part, promises.accepted.has(facts.applicationId));
      const tier = tierOf(entry);
      total.add('Everyone', outcome);
      byTier.add(tier === null ? 'In no tier' : `Tier ${tier}: ${tierNames.get(tier) ?? 'set by a lead'}`, outcome);
      bySystem.add(facts.organization?.name ?? 'Not known', outcome);
      byYears.add(bandOf(facts.yearsInEducation), outcome);
      byLate.add(standing.late ? 'Late' : 'On time', outcome);
    }
  }
  const [everyone = { label: 'Everyone', ...none() }] = total.rows();
  return {
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    policyNumber: inForce.number,
    total: everyone,
    groups: [
      { key: 'tier', title: 'By tier', rows: byTier.rows() },
      { key: 'organization', title: 'By school system', rows: bySystem.rows().toSorted(byApplied) },
      { key: 'years', title: 'By years in education', rows: byYears.rows() },
      { key: 'late', title: 'On time or late', rows: byLate.rows() },
    ],
  };
}

type Outcome = Exclude<keyof Counts, 'applied'>;

function outcomeOf({ verdict, placed, standing }: LinePart, accepted: boolean): Outcome {
  if (accepted) return 'accepted';
  if (!standing) return 'other';
  if (verdict === 'within-seats') return 'withinSeats';
  return placed && verdict === 'waiting' ? 'waiting' : 'other';
}

function bandOf(years: number | null): string {
  if (years === null) return 'Not known';
  // Years are whole or part years: 5.5 belongs to the band that begins at 3, not to the one at 6.
  return bands.findLast(([from]) => years >= from)?.[1] ?? 'Not known';
}

/** The largest groups first; those of one size by name. */
const byApplied = (a: FairnessRow, b: FairnessRow): number => b.applied - a.applied || (a.label < b.label ? -1 : 1);

const none = (): Counts => ({ applied: 0, accepted: 0, withinSeats: 0, waiting: 0, other: 0 });

/** Counts outcomes by group, in the order in which the groups were first named. */
class Tally {
  readonly #counts = new Map<string, Counts>();

  /** A group that shall stand even where it counts no one. */
  expect(label: string): Counts {
    const known = this.#counts.get(label) ?? none();
    this.#counts.set(label, known);
    return known;
  }

  add(label: string, outcome: Outcome): void {
    const counts = this.expect(label);
    counts.applied += 1;
    counts[outcome] += 1;
  }

  rows(): FairnessRow[] {
    return [...this.#counts].map(([label, counts]) => ({ label, ...counts }));
  }
}

export const fairnessQueries: Pick<Handlers, 'applicants.fairness'> = { 'applicants.fairness': fairness };
