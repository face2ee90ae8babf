import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { type FeePayment, type FeeStanding, sayPaidBy } from '../../../shared/model/fees.ts';
import type { ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { PersonCertificate, PersonCourse, PersonPlace } from '../../../shared/views/person.ts';
import type { Facts } from '../../call/facts.ts';
import { decideRecertification } from '../../rules/recertification/recertification.ts';
import { feeStandingsOf } from '../fees/standing.ts';
import { attendanceAmong } from '../presence/queries.ts';
import { promisedTo } from '../program/promised.ts';
import { graduateBy } from '../recertification/rows.ts';
import { eligibilityAmong } from '../requirements/eligibility.ts';

type StoredPlace = Pick<PersonPlace, 'participantId' | 'cohortId' | 'cohort' | 'status' | 'graduatedOn'>;

/** The places of a person in cohorts, the newest cohort first, with what belongs to each. */
export function placesOf(facts: Facts, personId: PersonId): readonly PersonPlace[] {
  return facts.database
    .all<StoredPlace>(
      `SELECT participant.id AS participantId, cohortId, cohort.name AS cohort, participant.status, graduatedOn
       FROM participant JOIN cohort ON cohort.id = cohortId WHERE personId = ?
       ORDER BY coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, cohort.id DESC`,
      personId,
    )
    .map((place) => {
      const { participantId, cohortId } = place;
      const seen = attendanceAmong(facts, cohortId, [participantId]);
      const graduation = eligibilityAmong(facts, cohortId, seen).get(participantId);
      const hours = new Map<string, number>();
      for (const session of seen.get(participantId)?.sessions ?? []) {
        hours.set(session.courseId, (hours.get(session.courseId) ?? 0) + session.hours);
      }
      // Of a graduate from before these records “not planned” would be wrong: nothing is known of the courses.
      const isFromBefore = place.status === 'graduated' && [...hours.values()].every((each) => each === 0);
      const titles = new Map(promisedTo(facts, cohortId)?.policy.courses.map(({ id, title }) => [id, title]));
      return {
        ...place,
        verdict: graduation?.verdict ?? null,
        courses: (isFromBefore ? [] : (graduation?.courses ?? [])).map(
          ({ courseId, standing, heldOn }): PersonCourse => ({
            courseId,
            title: titles.get(courseId) ?? courseId,
            standing,
            heldOn,
            hours: hours.get(courseId) ?? 0,
          }),
        ),
        fee: feeOf(facts, participantId),
        payments: paymentsOf(facts, participantId),
        certificates: certificatesOf(facts, participantId),
        recertification: recertificationOf(facts, participantId),
      };
    });
}

/** Where the fee stands; null: none is asked of a graduate who is known from an old list alone. */
function feeOf(facts: Facts, participantId: ParticipantId): FeeStanding | null {
  const found = feeStandingsOf(facts, { participants: 'SELECT ?', values: [participantId] }).get(participantId);
  if (!found) return null;
  const { cohortId: _, ...standing } = found;
  return standing;
}

const paymentsOf = ({ database }: Facts, participantId: ParticipantId): readonly string[] =>
  database
    .all<FeePayment>('SELECT * FROM feePayment WHERE participantId = ? ORDER BY receivedOn, id', participantId)
    .map(({ kind, cents, method, reference, receivedOn, note }) => {
      const done = { payment: 'paid', refund: 'refunded', waiver: 'waived' }[kind];
      const by = method === null ? '' : ` by ${sayPaidBy(method, reference)}`;
      return `${sayCents(cents)} ${done}${by}, ${sayDate(receivedOn)}${note ? `, “${note}”` : ''}`;
    });

interface StoredCertificate extends Omit<PersonCertificate, 'ended'> {
  readonly kind: 'revoked' | 'superseded' | null;
  readonly endedOn: CivilDate | null;
  readonly reason: string | null;
}

const certificatesOf = ({ database }: Facts, participantId: ParticipantId): readonly PersonCertificate[] =>
  database
    .all<StoredCertificate>(
      `SELECT number, name, issuedOn, kind, endedOn, reason FROM certificate
       LEFT JOIN certificateEnding ending ON ending.certificateId = certificate.id
       WHERE participantId = ? ORDER BY issuedOn DESC, number DESC`,
      participantId,
    )
    .map(({ kind, endedOn, reason, ...certificate }) => ({
      ...certificate,
      ended:
        kind === null || endedOn === null
          ? null
          : `${kind === 'revoked' ? 'Revoked' : 'Replaced'} ${sayDate(endedOn)}${reason ? `: ${reason}` : ''}`,
    }));

function recertificationOf(facts: Facts, participantId: ParticipantId): PersonPlace['recertification'] {
  const graduate = graduateBy(facts, participantId);
  if (!graduate || graduate.dueOn === null || !facts.inForce) return null;
  const { dueOn, receivedOn } = graduate;
  const { state, reasons } = decideRecertification(
    facts.inForce.policy,
    { dueOn, receivedOn, remark: null },
    facts.today,
  );
  return { state, dueOn, said: reasons[0]?.sentence ?? '' };
}
