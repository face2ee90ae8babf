import type { Participant } from '../../shared/model/cohorts.ts';
import { ParticipantId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import { type Change, insert, update } from '../changes/change.ts';
import type { Facts } from '../facts.ts';
import type { Command } from '../handler.ts';
import { noList } from '../queries/applicants.ts';
import { type RankedCohort, rankedCohort } from '../queries/ranking.ts';
import {
  decisionNow,
  gone,
  type NamedApplication,
  namedApplications,
  refuseEach,
  sayWho,
  whyNotAccept,
} from './applicants-named.ts';

/**
 * Accepts applicants: each gets a seat, a place in the cohort, and keeps the decision as it stands now. All or none:
 * where one of those named may not be accepted, nobody is, and the refusal says why for each.
 */
export const accept: Command<'applicants.accept'> = (facts, { cohortId, applicationIds }) => {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  const everyone = applicationIds === 'within-seats';
  const asked = namedApplications(facts, everyone ? withinSeats(ranked) : applicationIds);
  if (!everyone && asked.length < new Set(applicationIds).size) return refuse(gone);
  const chosen = asked.filter(({ status }) => status !== 'accepted');
  const { name } = ranked.cohort;
  if (chosen.length === 0) return refuse(sayNobody(asked, name, everyone));
  const strangers = chosen.filter((application) => application.cohortId !== cohortId);
  if (strangers.length > 0) {
    return refuseEach(
      `Only applicants of ${name} can be accepted to it.`,
      strangers.map((application) => `${application.name} applied to another cohort.`),
    );
  }
  const participants = participantsOf(facts, ranked);
  const reasons = chosen.flatMap((application) => {
    const standing = participants.get(application.personId)?.status;
    if (standing === 'graduated') return [`${application.name} has graduated with ${name} already.`];
    return whyNotAccept(application, ranked) ?? [];
  });
  if (reasons.length > 0) {
    const who =
      reasons.length === 1 && chosen.length === 1 ? 'This applicant' : `${reasons.length} of ${chosen.length}`;
    return refuseEach(`${who} can’t be accepted to ${name} as things stand, so nobody was.`, reasons);
  }
  return {
    ok: true,
    label: `Accepted ${sayWho(chosen)} to ${name}`,
    changes: changesFor(facts, ranked, chosen, participants),
    value: { accepted: chosen.length },
  };
};

/** Everyone within the seats, in their order. */
const withinSeats = ({ rankings }: RankedCohort): string[] =>
  [...rankings]
    .filter(([, { verdict }]) => verdict === 'within-seats')
    .sort(([, a], [, b]) => (a.place ?? 0) - (b.place ?? 0))
    .map(([id]) => id);

function sayNobody(asked: readonly NamedApplication[], cohort: string, everyone: boolean): string {
  if (everyone && asked.length > 0) return `Everyone within the seats of ${cohort} is accepted already.`;
  if (everyone) return `Nobody is within the seats of ${cohort} yet. Import applications first.`;
  return asked.length === 1
    ? `${sayWho(asked)} is accepted to ${cohort} already.`
    : `All of them are accepted to ${cohort} already.`;
}

function participantsOf({ database }: Facts, { cohort }: RankedCohort): ReadonlyMap<string, Participant> {
  const rows = database.all<Participant>('SELECT * FROM participant WHERE cohortId = ?', cohort.id);
  return new Map(rows.map((row) => [row.personId, row]));
}

function* changesFor(
  facts: Facts,
  ranked: RankedCohort,
  chosen: readonly NamedApplication[],
  participants: ReadonlyMap<string, Participant>,
): Generator<Change> {
  const { now: statusAt } = facts;
  for (const { id, personId, cohortId } of chosen) {
    const decision = decisionNow(facts, ranked, id);
    yield update('application', id, { status: 'accepted', statusAt, statusReason: null, decision });
    const before = participants.get(personId);
    if (before) yield update('participant', before.id, { status: 'enrolled', applicationId: id });
    else {
      yield insert('participant', {
        id: ParticipantId.parse(facts.newId()),
        personId,
        cohortId,
        applicationId: id,
        status: 'enrolled',
        graduatedOn: null,
        remark: null,
      });
    }
  }
}
