import fc from 'fast-check';
import { type Change, insert } from '../../main/log/change.ts';
import { applicationStatuses } from '../../shared/model/applicants.ts';
import { CivilDate, Instant } from '../../shared/model/dates.ts';
import * as ids from '../../shared/model/ids.ts';
import { CourseId, type PersonId } from '../../shared/model/ids.ts';
import { toJson } from '../../shared/model/json.ts';
import { Cents } from '../../shared/model/money.ts';
import { someCohort } from './database-for-test.ts';

/** What hangs on one of two people in one cohort. */
const record = fc.record({
  applied: fc.boolean(),
  submissions: fc.integer({ min: 1, max: 2 }),
  day: fc.integer({ min: 10, max: 28 }),
  status: fc.constantFrom(...applicationStatuses),
  membership: fc.option(fc.constantFrom('delegate', 'general')),
  years: fc.option(fc.integer({ min: 0, max: 40 })),
  placed: fc.boolean(),
  place: fc.constantFrom('enrolled', 'graduated', 'withdrawn', 'deferred'),
  certificate: fc.boolean(),
  dueCycles: fc.integer({ min: 0, max: 2 }),
  received: fc.boolean(),
  paid: fc.boolean(),
  offered: fc.boolean(),
  letter: fc.boolean(),
  checkIns: fc.integer({ min: 0, max: 2 }),
  annulled: fc.boolean(),
});
type Recorded = typeof record extends fc.Arbitrary<infer Value> ? Value : never;

/** Two people in up to three cohorts, with applications, places, attendance and all else that hangs on them. */
export const twoPeoplesRecords = fc.array(fc.tuple(record, record), { minLength: 1, maxLength: 3 });

const idOf = (kind: string, number: number): string =>
  `018f${kind.padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** The rows of such people. Everything has an id of its own that follows from its place. */
export function rowsOf(
  people: readonly [PersonId, PersonId],
  cohorts: readonly (readonly [Recorded, Recorded])[],
): Change[] {
  let next = 0;
  const id = (kind: string): string => {
    next += 1;
    return idOf(kind, next);
  };
  const policyVersionId = ids.PolicyVersionId.parse(id('1'));
  const at = Instant.parse('2024-04-01T12:00:00.000Z');
  const courseId = CourseId.parse('data-governance');
  const changes: Change[] = [
    insert('policyVersion', {
      id: policyVersionId,
      number: 9,
      effectiveOn: CivilDate.parse('2020-01-01'),
      document: toJson({}) as never,
      note: 'x',
      adoptedAt: at,
      designId: null,
    }),
    insert('course', { id: courseId, number: 3, title: 'Data' }),
  ];
  for (const [number, both] of cohorts.entries()) {
    const cohort = someCohort({ name: `Cohort ${number}` });
    const sessionId = ids.SessionId.parse(id('2'));
    changes.push(insert('cohort', cohort));
    changes.push(
      insert('session', {
        id: sessionId,
        courseId,
        conferenceId: null,
        heldOn: CivilDate.parse('2024-06-03'),
        startsAt: '08:00' as never,
        endsAt: '15:30' as never,
        room: null,
        instructors: null,
        hours: null,
        capacity: null,
      }),
    );
    for (const [side, facts] of both.entries()) {
      const personId = people[side];
      if (personId === undefined) continue;
      const sentAt = Instant.parse(`2024-04-${facts.day}T12:00:00.000Z`);
      const applicationId = ids.ApplicationId.parse(id('3'));
      if (facts.applied) {
        const row = {
          id: applicationId,
          personId,
          cohortId: cohort.id,
          firstSubmittedAt: sentAt,
          latestSubmittedAt: sentAt,
          submittedDoubt: null,
          statusAt: sentAt,
        };
        const answers = toJson({ membership: facts.membership ?? '' });
        changes.push(
          insert('application', {
            ...row,
            status: facts.status,
            statusReason: null,
            membership: facts.membership,
            highestPost: null,
            yearsInEducation: facts.years,
            payment: null,
            needs: null,
            answers,
            overrule: null,
            decision: null,
            readOrder: null,
          }),
        );
        for (let sent = 0; sent < facts.submissions; sent += 1) {
          const source = toJson({ file: 'form.csv', sheet: 'form', row: sent });
          changes.push(
            insert('submission', {
              id: ids.SubmissionId.parse(id('4')),
              applicationId,
              submittedAt: sentAt,
              answers,
              source,
            }),
          );
        }
        if (facts.offered) {
          const day = CivilDate.parse('2024-05-01');
          changes.push(
            insert('seatOffer', {
              id: ids.SeatOfferId.parse(id('5')),
              applicationId,
              offeredOn: day,
              replyBy: day,
              overruleReason: null,
              answer: 'open',
              answeredOn: null,
            }),
          );
        }
      }
      if (facts.placed) {
        const participantId = ids.ParticipantId.parse(id('6'));
        const day = CivilDate.parse('2024-06-30');
        changes.push(
          insert('participant', {
            id: participantId,
            personId,
            cohortId: cohort.id,
            applicationId: facts.applied ? applicationId : null,
            status: facts.place,
            graduatedOn: facts.place === 'graduated' ? day : null,
            remark: side === 0 ? 'one' : 'two',
            cameFrom: null,
          }),
        );
        if (facts.certificate) {
          const number = id('7');
          changes.push(
            insert('certificate', {
              id: ids.CertificateId.parse(number),
              participantId,
              number,
              name: 'x',
              issuedOn: day,
              policyVersionId,
              overruleReason: null,
              decision: null,
              paper: null,
              follows: null,
              designId: null,
            }),
          );
        }
        for (let cycle = 1; cycle <= facts.dueCycles; cycle += 1) {
          const dueId = ids.RecertificationDueId.parse(id('8'));
          changes.push(insert('recertificationDue', { id: dueId, participantId, cycle, dueOn: day, remark: null }));
          if (facts.received)
            changes.push(
              insert('recertificationReceipt', {
                id: ids.RecertificationReceiptId.parse(id('9')),
                dueId,
                receivedOn: day,
                note: null,
              }),
            );
        }
        if (facts.paid) {
          changes.push(
            insert('feePayment', {
              id: ids.FeePaymentId.parse(id('a')),
              participantId,
              kind: 'payment',
              cents: Cents.parse(7_500),
              method: 'card',
              reference: null,
              payer: 'x',
              organizationId: null,
              receivedOn: day,
              note: null,
              receipt: 'R-1',
            }),
          );
        }
      }
      for (let turn = 0; turn < facts.checkIns; turn += 1) {
        const eventId = ids.AttendanceEventId.parse(id('b'));
        const event = {
          sessionId,
          personId,
          code: null,
          method: 'typed',
          at,
          reason: null,
          clock: null,
          hours: null,
        } as const;
        changes.push(insert('attendanceEvent', { ...event, id: eventId, kind: 'check-in', annulsId: null }));
        if (facts.annulled) {
          changes.push(
            insert('attendanceEvent', {
              ...event,
              id: ids.AttendanceEventId.parse(id('c')),
              kind: 'annulment',
              annulsId: eventId,
              reason: 'a slip',
            }),
          );
        }
      }
      if (facts.letter) {
        changes.push(
          insert('letter', {
            id: ids.LetterId.parse(id('d')),
            kind: 'accepted',
            personId,
            cohortId: cohort.id,
            occasion: '',
            subject: 's',
            body: 'b',
            writtenAt: at,
            channel: 'eml',
            file: 'x.eml',
          }),
        );
      }
    }
  }
  return changes;
}
