import type { Ranking, RankingFacts } from '../../../shared/model/applicants.ts';
import { type CivilDate, clockOf, dayOf, type Instant, instantAt } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Move, TriedFacts } from '../../../shared/model/what-if.ts';

/** The facts of one applicant as a draft has them. What a lead would set by hand forgets what was typed, as when it is set. */
export function factsTried(facts: RankingFacts, tried: Omit<TriedFacts, 'applicationId'>, zone: string): RankingFacts {
  const { membership, highestPost, yearsInEducation, sentOn, stands } = tried;
  const answers = { ...facts.answers };
  if (membership !== undefined) answers['membership'] = '';
  if (highestPost !== undefined) answers['highestPost'] = '';
  if (yearsInEducation !== undefined) answers['yearsInEducation'] = '';
  const sent = sentOn === undefined ? null : movedTo(sentOn, facts.firstSubmittedAt, zone);
  return {
    ...facts,
    answers,
    ...(sent !== null && { firstSubmittedAt: sent, latestSubmittedAt: sent }),
    submittedDoubt: sentOn === undefined ? facts.submittedDoubt : null,
    membership: membership === undefined ? facts.membership : membership,
    highestPost: highestPost === undefined ? facts.highestPost : highestPost,
    yearsInEducation: yearsInEducation === undefined ? facts.yearsInEducation : yearsInEducation,
    stands: stands ?? facts.stands,
  };
}

/** The same hour of another day; null where it is the day already, so that the minute is not lost. */
const movedTo = (day: CivilDate, at: Instant, zone: string): Instant | null =>
  dayOf(at, zone) === day ? null : instantAt(day, clockOf(at, zone), zone);

/** How someone stands, without the reasons. */
type Stand = Pick<Ranking, 'verdict' | 'tier' | 'place'>;

/** How an applicant would move from one ranking to another; the weightiest change names the move. */
export function moveBetween(before: Stand, after: Stand): Move {
  const had = before.verdict === 'within-seats';
  const has = after.verdict === 'within-seats';
  if (has && !had) return 'gains-seat';
  if (had && !has) return 'loses-seat';
  if (before.verdict !== after.verdict) return 'other-standing';
  if (before.tier !== after.tier) return 'other-tier';
  return before.place === after.place ? 'none' : 'other-place';
}

/**
 * The reason for a move, as a sentence; empty where no one moves.
 *
 * It is the reason that tells the two apart: of those that are new, one about the applicant's own facts before one about the
 * others in line, and of these the seat, which comes last. A reason that only went is told where none is new.
 */
export function becauseOf(before: Ranking, after: Ranking, move: Move): string {
  if (move === 'none') return '';
  const known = new Set(before.reasons.map(keyOf));
  const fresh = after.reasons.filter((reason) => !known.has(keyOf(reason)));
  const own =
    before.tier === after.tier && before.late === after.late ? undefined : (fresh.find(isTelling) ?? fresh.find(isOwn));
  const said = (own ?? fresh.findLast((reason) => !isOwn(reason)) ?? fresh[0])?.sentence;
  if (said !== undefined) return said;
  const kept = new Set(after.reasons.map(keyOf));
  const gone = before.reasons.find((reason) => !kept.has(keyOf(reason)));
  return gone ? `No longer: ${gone.sentence}` : '';
}

const keyOf = ({ outcome, sentence }: Reason): string => `${outcome} ${sentence}`;
/** A condition that is met, failed or open tells more than one that is not asked. */
const isTelling = (reason: Reason): boolean => isOwn(reason) && reason.outcome !== 'not-needed';
const isOwn = ({ outcome }: Reason): boolean => outcome !== 'order';
