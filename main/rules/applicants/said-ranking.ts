import type { Ranking, RankingVerdict } from '../../../shared/model/applicants.ts';
import type { Reason } from '../../../shared/model/decision.ts';

/**
 * A ranking whose reasons are put into words when somebody reads them: of a hundred thousand few are read, and the
 * words take longer than all else. `{ ...ranking }` leaves them behind: where a plain value is wanted, `plainRanking`
 * has them.
 */
export class SaidRanking implements Ranking {
  readonly verdict: RankingVerdict;
  readonly tier: number | null;
  readonly place: number | null;
  readonly late: boolean;
  readonly overruled: boolean;
  readonly #say: () => Reason[];

  constructor(
    verdict: RankingVerdict,
    tier: number | null,
    place: number | null,
    { late, overruled }: Pick<Ranking, 'late' | 'overruled'>,
    say: () => Reason[],
  ) {
    this.verdict = verdict;
    this.tier = tier;
    this.place = place;
    this.late = late;
    this.overruled = overruled;
    this.#say = say;
  }

  get reasons(): Reason[] {
    return this.#say();
  }

  /** As it is stored with a decision. */
  toJSON(): Ranking {
    return plainRanking(this);
  }
}

/** The ranking as a plain value, reasons and all: what goes to a screen or into the database. */
export const plainRanking = ({ verdict, tier, place, late, overruled, reasons }: Ranking): Ranking => ({
  verdict,
  tier,
  place,
  late,
  overruled,
  reasons,
});
