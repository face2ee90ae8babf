import { type Change, insert } from '../../main/log/change.ts';
import type { AttendanceEvent } from '../../shared/model/attendance.ts';
import { badgeCodeOf } from '../../shared/model/badges.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import { CivilDate, ClockTime, instantOf } from '../../shared/model/dates.ts';
import {
  AttendanceEventId,
  BadgeId,
  CertificateId,
  CohortId,
  CourseId,
  FeePaymentId,
  LetterId,
  ParticipantId,
  PolicyVersionId,
  RecertificationDueId,
  RecertificationReceiptId,
  SessionCohortId,
  SessionId,
} from '../../shared/model/ids.ts';
import { Cents } from '../../shared/model/money.ts';
import { type Applied, FieldPeople } from './field-people.ts';
import type { SeededIds } from './seeded-ids.ts';

/** How large a program is. */
export interface FieldSize {
  /** Cohorts that are over; one is under way besides, and one is being selected for. */
  readonly finishedCohorts: number;
  /** Who took part in each of them. */
  readonly peopleEach: number;
  /** Who applied to the cohort under way, and to the one being selected for. */
  readonly applicants: number;
  /** Who takes part in the cohort under way, and how many seats the next one has. */
  readonly enrolled: number;
  /** At so many sessions of the cohort under way everyone was scanned one by one: a command each. */
  readonly scansOneByOne: number;
}

/** One command of the field's history. */
export interface FieldCommand {
  readonly at: Date;
  readonly label: string;
  readonly changes: readonly Change[];
}

interface Enrolled extends Applied {
  readonly participantId: ParticipantId;
}

interface Held {
  readonly sessionId: SessionId;
  readonly heldOn: string;
}

const courses = [
  'cto-roles',
  'law-ethics',
  'data-governance',
  'teaching-learning',
  'it-management',
  'technology-planning',
];
const daysOfACourse = 3;
const dayLong = 86_400_000;

/** The history of a program: cohort after cohort applies, is selected, attends, pays, graduates and is re-certified. */
export class FieldCohorts {
  readonly ids: SeededIds;
  readonly #size: FieldSize;
  readonly #policyVersionId: PolicyVersionId;
  readonly #people: FieldPeople;
  #badges = 0;
  #receipts = 0;

  constructor(size: FieldSize, ids: SeededIds, policyVersionId: string) {
    this.#size = size;
    this.ids = ids;
    this.#policyVersionId = PolicyVersionId.parse(policyVersionId);
    this.#people = new FieldPeople(ids);
  }

  *commands(): Generator<FieldCommand> {
    const { finishedCohorts, peopleEach, applicants, enrolled } = this.#size;
    const first = Date.UTC(2009, 0, 5, 14);
    for (let number = 1; number <= finishedCohorts; number += 1) {
      // The last of them is over before the one under way begins.
      const startsAt = first + Math.floor((number * 5_100) / finishedCohorts) * dayLong;
      yield* this.#cohort(`Cohort ${number}`, startsAt, { status: 'finished', seats: peopleEach }, peopleEach);
    }
    yield* this.#cohort('Foxtrot', Date.UTC(2024, 0, 8, 14), { status: 'running', seats: enrolled }, applicants);
    yield* this.#cohort('Golf', Date.UTC(2024, 10, 4, 14), { status: 'selecting', seats: enrolled }, applicants);
  }

  *#cohort(
    name: string,
    startsAt: number,
    facts: Pick<Cohort, 'status' | 'seats'>,
    applicants: number,
  ): Generator<FieldCommand> {
    const appliedAt = startsAt - 200 * dayLong;
    const id = CohortId.parse(this.ids.next(appliedAt));
    const cohort: Cohort = {
      id,
      name,
      ...facts,
      opensOn: dayOf(appliedAt),
      closesOn: dayOf(startsAt - 100 * dayLong),
      fee: Cents.parse(7_500),
      startsOn: dayOf(startsAt),
      endsOn: dayOf(startsAt + 290 * dayLong),
    };
    const changes: Change[] = [insert('cohort', cohort)];
    const accepted = facts.status === 'selecting' ? 0 : facts.seats;
    const applied: Applied[] = [];
    for (let number = 0; number < applicants; number += 1) {
      const sentAt = new Date(appliedAt + number * 60_000);
      applied.push(this.#people.apply(cohort, sentAt, number < accepted, changes));
    }
    yield { at: new Date(appliedAt + 10 * dayLong), label: `Imported ${applicants} applications`, changes };
    if (accepted > 0) yield* this.#year(cohort, applied.slice(0, accepted), startsAt);
  }

  *#year(cohort: Cohort, accepted: readonly Applied[], startsAt: number): Generator<FieldCommand> {
    const isOver = cohort.status === 'finished';
    const changes: Change[] = [];
    const people = accepted.map((person, at) =>
      this.#enroll(cohort, person, isOver && at % 20 !== 7, startsAt, changes),
    );
    yield { at: new Date(startsAt - 90 * dayLong), label: `Accepted ${accepted.length} applicants`, changes };

    const plan: Change[] = [];
    const sessions = this.#plan(cohort, startsAt, plan);
    yield { at: new Date(startsAt - 80 * dayLong), label: 'Planned the year', changes: plan };

    for (const [number, session] of sessions.entries()) {
      const heldAt = Date.parse(`${session.heldOn}T13:00:00Z`);
      // The bench looks at the desk on the morning of Jun 3, 2024.
      if (heldAt > Date.UTC(2024, 5, 3)) break;
      const events = this.#attended(session, people, number, heldAt);
      if (!isOver && number < this.#size.scansOneByOne) {
        for (const event of events) {
          yield { at: new Date(event.at), label: 'Checked in someone', changes: [insert('attendanceEvent', event)] };
        }
      } else {
        const all = events.map((event) => insert('attendanceEvent', event));
        yield {
          at: new Date(heldAt + dayLong / 2),
          label: `Read the scanner log of ${session.heldOn}`,
          changes: all,
        };
      }
    }
    if (isOver) yield this.#graduation(cohort, people, startsAt + 300 * dayLong);
  }

  /** Whoever did not finish with a cohort of long ago has left; of the last few some may still come back. */
  #enroll(cohort: Cohort, person: Applied, graduates: boolean, startsAt: number, changes: Change[]): Enrolled {
    const at = startsAt - 90 * dayLong;
    const participantId = ParticipantId.parse(this.ids.next(at));
    const badgeId = BadgeId.parse(this.ids.next(at));
    this.#badges += 1;
    const { personId, applicationId } = person;
    changes.push(
      insert('participant', {
        id: participantId,
        personId,
        cohortId: cohort.id,
        applicationId,
        status: graduates ? 'graduated' : startsAt < Date.UTC(2022, 5, 1) ? 'withdrawn' : 'enrolled',
        graduatedOn: graduates ? dayOf(startsAt + 300 * dayLong) : null,
        remark: null,
        cameFrom: null,
      }),
      insert('badge', {
        id: badgeId,
        number: this.#badges,
        code: badgeCodeOf(badgeId),
        personId,
        name: null,
        organization: null,
        issuedAt: instantOf(new Date(at)),
      }),
      insert('letter', {
        id: LetterId.parse(this.ids.next(at)),
        kind: 'accepted',
        personId,
        cohortId: cohort.id,
        occasion: applicationId,
        subject: `Your seat in ${cohort.name}`,
        body: letterBody,
        writtenAt: instantOf(new Date(at)),
        channel: 'eml',
        file: `accepted-${this.#badges}.eml`,
      }),
    );
    if (this.#badges % 17 !== 4) {
      this.#receipts += 1;
      changes.push(
        insert('feePayment', {
          id: FeePaymentId.parse(this.ids.next(at)),
          participantId,
          kind: 'payment',
          cents: cohort.fee,
          method: 'check',
          reference: String(1_000 + this.#receipts),
          payer: person.name,
          organizationId: person.organizationId,
          receivedOn: dayOf(at),
          note: null,
          receipt: `AL-CTO-REC-${String(this.#receipts).padStart(3, '0')}`,
        }),
      );
    }
    return { ...person, participantId };
  }

  /** Three days of each course, one after another. */
  #plan({ id: cohortId }: Cohort, startsAt: number, changes: Change[]): readonly Held[] {
    const held: Held[] = [];
    for (const [course, key] of courses.entries()) {
      for (let nth = 0; nth < daysOfACourse; nth += 1) {
        const heldOn = dayOf(startsAt + (course * 45 + nth * 7) * dayLong);
        const sessionId = SessionId.parse(this.ids.next(startsAt));
        changes.push(
          insert('session', {
            id: sessionId,
            courseId: CourseId.parse(key),
            conferenceId: null,
            heldOn,
            startsAt: ClockTime.parse('08:00'),
            endsAt: ClockTime.parse('15:30'),
            room: 'Ballroom B',
            instructors: null,
            hours: null,
            capacity: null,
          }),
          insert('sessionCohort', { id: SessionCohortId.parse(this.ids.next(startsAt)), sessionId, cohortId }),
        );
        held.push({ sessionId, heldOn });
      }
    }
    return held;
  }

  /** Nearly everyone comes, some late; a few check-ins are of the wrong person and annulled. */
  #attended(session: Held, people: readonly Enrolled[], number: number, heldAt: number): readonly AttendanceEvent[] {
    const events: AttendanceEvent[] = [];
    const add = (
      personId: AttendanceEvent['personId'],
      at: number,
      facts: Partial<AttendanceEvent>,
    ): AttendanceEvent => {
      const event: AttendanceEvent = {
        id: AttendanceEventId.parse(this.ids.next(at)),
        sessionId: session.sessionId,
        kind: 'check-in',
        personId,
        code: null,
        method: 'scanned',
        at: instantOf(new Date(at)),
        annulsId: null,
        reason: null,
        clock: null,
        hours: null,
        ...facts,
      };
      events.push(event);
      return event;
    };
    for (const [place, { personId }] of people.entries()) {
      if ((place + number) % 29 === 11) continue;
      const at = heldAt - 3_600_000 + place * 1_000;
      const checkIn = add(personId, at, {});
      if ((place + number) % 43 === 5) add(personId, at + 500, { kind: 'annulment', annulsId: checkIn.id });
      if ((place + number) % 4 === 1)
        add(personId, at + 500, { kind: 'late', method: 'typed', clock: ClockTime.parse('08:20') });
    }
    return events;
  }

  #graduation(cohort: Cohort, people: readonly Enrolled[], at: number): FieldCommand {
    const changes: Change[] = [];
    for (const [place, { participantId, name }] of people.entries()) {
      if (place % 20 === 7) continue;
      const dueId = RecertificationDueId.parse(this.ids.next(at));
      changes.push(
        insert('certificate', {
          id: CertificateId.parse(this.ids.next(at)),
          participantId,
          number: `AL-CTO-${cohort.name}-${String(place + 1).padStart(3, '0')}`,
          name,
          issuedOn: dayOf(at),
          policyVersionId: this.#policyVersionId,
          overruleReason: null,
          decision: null,
          paper: null,
          follows: null,
          designId: null,
        }),
        insert('recertificationDue', {
          id: dueId,
          participantId,
          cycle: 1,
          dueOn: dayOf(at + 3 * 365 * dayLong),
          remark: null,
        }),
      );
      // Of those whose day has come, most have sent their documents.
      if (at + 3 * 365 * dayLong < Date.UTC(2024, 5, 3) && place % 10 !== 3) {
        changes.push(
          insert('recertificationReceipt', {
            id: RecertificationReceiptId.parse(this.ids.next(at)),
            dueId,
            receivedOn: dayOf(at + (3 * 365 - (place % 90)) * dayLong),
            note: null,
          }),
        );
      }
    }
    return { at: new Date(at), label: `Graduated ${people.length}`, changes };
  }
}

const letterBody = `Dear colleague,

You have been accepted into the program. Please tell us within two weeks whether you take the seat, and send the
course fee by check or purchase order before the first day. We look forward to seeing you.

The program leads`;

const dayOf = (at: number): CivilDate => CivilDate.parse(new Date(at).toISOString().slice(0, 10));
