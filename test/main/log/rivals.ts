import { v7 } from 'uuid';
import { type Change, insert } from '../../../main/log/change.ts';
import {
  CertificateDesignFileId,
  CertificateDesignId,
  CertificateFileId,
} from '../../../shared/model/certificate-designs.ts';
import { CertificateEndingId } from '../../../shared/model/certificate-endings.ts';
import { CivilDate, ClockTime, Instant } from '../../../shared/model/dates.ts';
import * as ids from '../../../shared/model/ids.ts';
import { IssuerKeyId } from '../../../shared/model/issuer-keys.ts';
import { toJson } from '../../../shared/model/json.ts';
import { Cents } from '../../../shared/model/money.ts';
import { UnlistedId } from '../../../shared/model/published.ts';
import { BirthMonthId, ExamDateId } from '../../../shared/model/recertification/facts.ts';
import { MetRequirementId } from '../../../shared/model/requirements.ts';
import { PersonTagId, TagId } from '../../../shared/model/tags.ts';
import { somebody, someCohort } from '../database-for-test.ts';

const at = Instant.parse('2024-06-01T12:00:00.000Z');
const day = CivilDate.parse('2024-06-01');

/** The rows that others point to. */
export function parents() {
  const people = [somebody(), somebody({ givenName: 'Omar' })].sort((a, b) => (a.id < b.id ? -1 : 1)) as [
    ReturnType<typeof somebody>,
    ReturnType<typeof somebody>,
  ];
  const cohort = someCohort({ name: 'Alpha' });
  const organization = {
    id: ids.OrganizationId.parse(v7()),
    name: 'Lee County Schools',
    kind: 'school-system',
  } as const;
  const policy = {
    id: ids.PolicyVersionId.parse(v7()),
    number: 1,
    effectiveOn: day,
    document: toJson({}) as never,
    note: 'First',
    adoptedAt: at,
    designId: null,
  };
  const course = { id: ids.CourseId.parse('data'), number: 3, title: 'Data' };
  const session = {
    id: ids.SessionId.parse(v7()),
    courseId: course.id,
    conferenceId: null,
    heldOn: day,
    startsAt: ClockTime.parse('08:00'),
    endsAt: ClockTime.parse('15:30'),
    room: null,
    instructors: null,
    hours: null,
    capacity: null,
  };
  const participant = {
    id: ids.ParticipantId.parse(v7()),
    personId: people[1].id,
    cohortId: cohort.id,
    applicationId: null,
    status: 'enrolled',
    graduatedOn: null,
    remark: null,
    cameFrom: null,
  } as const;
  const invoice = {
    id: ids.InvoiceId.parse(v7()),
    number: 'I-1',
    organizationId: organization.id,
    billTo: 'Lee County Schools',
    issuedOn: day,
    purchaseOrder: null,
    policyVersionId: policy.id,
    voidedOn: null,
    voidReason: null,
  };
  const certificate = {
    id: ids.CertificateId.parse(v7()),
    participantId: participant.id,
    number: 'C-1',
    name: 'Omar McAllister',
    issuedOn: day,
    policyVersionId: policy.id,
    overruleReason: null,
    decision: null,
    paper: null,
    follows: null,
    designId: null,
  };
  const tag = { id: TagId.parse(v7()), name: 'Mentor' };
  const design = {
    id: CertificateDesignId.parse(v7()),
    name: 'Gold',
    version: 1,
    document: toJson({}) as never,
    savedAt: at,
  };
  const designFile = {
    id: CertificateFileId.parse(v7()),
    hash: 'aa',
    name: 'gold.png',
    kind: 'png',
    facts: toJson({}) as never,
    bytes: 'AA==',
  } as const;
  const changes: Change[] = [
    insert('certificateDesign', design),
    insert('certificateFile', designFile),
    ...people.map((person) => insert('person', person)),
    insert('cohort', cohort),
    insert('organization', organization),
    insert('policyVersion', policy),
    insert('course', course),
    insert('session', session),
    insert('participant', participant),
    insert('invoice', invoice),
    insert('certificate', certificate),
    insert('tag', tag),
  ];
  return {
    people,
    cohort,
    organization,
    policy,
    course,
    session,
    participant,
    invoice,
    certificate,
    tag,
    design,
    designFile,
    changes,
  };
}
export type Parents = ReturnType<typeof parents>;

/** For everything that only one row may have: a row that has it, made again at each call, and how the refusal reads. */
export const rivals: Readonly<Record<string, readonly [make: (of: Parents) => Change, says: string]>> = {
  'certificateFile hash': [
    ({ designFile }) => insert('certificateFile', { ...designFile, id: CertificateFileId.parse(v7()), hash: 'bb' }),
    'The file “gold.png” is there already',
  ],
  'certificateDesignFile designId,fileId': [
    ({ design, designFile }) =>
      insert('certificateDesignFile', {
        id: CertificateDesignFileId.parse(v7()),
        designId: design.id,
        fileId: designFile.id,
      }),
    'The design has the file already',
  ],
  'policyVersion number': [
    ({ policy }) => insert('policyVersion', { ...policy, id: ids.PolicyVersionId.parse(v7()), number: 2 }),
    'The policy has another version 2',
  ],
  'cohort name': [() => insert('cohort', someCohort({ name: 'Golf' })), 'Another cohort is named “Golf”'],
  'notSamePerson personA,personB': [
    ({ people }) =>
      insert('notSamePerson', {
        id: ids.NotSamePersonId.parse(v7()),
        personA: people[0].id,
        personB: people[1].id,
      }),
    'The two are marked as two people already',
  ],
  'application cohortId,personId': [
    ({ people, cohort }) =>
      insert('application', {
        id: ids.ApplicationId.parse(v7()),
        personId: people[0].id,
        cohortId: cohort.id,
        firstSubmittedAt: at,
        latestSubmittedAt: at,
        submittedDoubt: null,
        status: 'submitted',
        statusAt: at,
        statusReason: null,
        membership: null,
        highestPost: null,
        yearsInEducation: null,
        payment: null,
        needs: null,
        answers: toJson({}),
        overrule: null,
        decision: null,
        readOrder: null,
      }),
    'The same person has another application to the same cohort',
  ],
  'participant cohortId,personId': [
    ({ people, participant }) =>
      insert('participant', { ...participant, id: ids.ParticipantId.parse(v7()), personId: people[0].id }),
    'The same person has another place in the same cohort',
  ],
  'sessionCohort sessionId,cohortId': [
    ({ session, cohort }) =>
      insert('sessionCohort', { id: ids.SessionCohortId.parse(v7()), sessionId: session.id, cohortId: cohort.id }),
    'The session is held for this cohort already',
  ],
  'certificate number': [
    ({ participant, policy }) =>
      insert('certificate', {
        id: ids.CertificateId.parse(v7()),
        participantId: participant.id,
        number: 'C-7',
        name: 'Omar McAllister',
        issuedOn: day,
        policyVersionId: policy.id,
        overruleReason: null,
        decision: null,
        paper: null,
        follows: null,
        designId: null,
      }),
    'Another certificate has the number C-7',
  ],
  'recertificationDue participantId,cycle': [
    ({ participant }) =>
      insert('recertificationDue', {
        id: ids.RecertificationDueId.parse(v7()),
        participantId: participant.id,
        cycle: 1,
        dueOn: day,
        remark: null,
      }),
    'The graduate has other documents due in cycle 1',
  ],
  'letterTemplate kind': [
    () =>
      insert('letterTemplate', {
        id: ids.LetterTemplateId.parse(v7()),
        kind: 'accepted',
        subject: 'A seat',
        body: 'Dear',
        changedAt: at,
      }),
    'The text of this letter was changed again',
  ],
  'invoice number': [
    ({ invoice }) => insert('invoice', { ...invoice, id: ids.InvoiceId.parse(v7()), number: 'I-2' }),
    'Another invoice has the number I-2',
  ],
  'invoiceLine invoiceId,participantId': [
    ({ invoice, participant }) =>
      insert('invoiceLine', {
        id: ids.InvoiceLineId.parse(v7()),
        invoiceId: invoice.id,
        participantId: participant.id,
        name: 'Omar McAllister',
        cohort: 'Alpha',
        cents: Cents.parse(7_500),
      }),
    'The participant is on this invoice already',
  ],
  'savedMapping kind,name': [
    () =>
      insert('savedMapping', {
        id: ids.SavedMappingId.parse(v7()),
        name: 'Web form',
        kind: 'applications',
        shapes: toJson([]),
        savedAt: at,
      }),
    'Other columns are saved under the name “Web form”',
  ],
  'certificate participantId,follows': [
    ({ certificate }) =>
      insert('certificate', { ...certificate, id: ids.CertificateId.parse(v7()), number: v7(), follows: 'first' }),
    'The graduate has another certificate for the same graduation',
  ],
  'metRequirement participantId,requirementId': [
    ({ participant }) =>
      insert('metRequirement', {
        id: MetRequirementId.parse(v7()),
        participantId: participant.id,
        requirementId: 'pre-work',
        metOn: day,
        note: null,
      }),
    'The requirement is checked off already',
  ],
  'examDate participantId': [
    ({ participant }) => insert('examDate', { id: ExamDateId.parse(v7()), participantId: participant.id, examOn: day }),
    'The graduate has another exam date already',
  ],
  'birthMonth personId': [
    ({ people }) => insert('birthMonth', { id: BirthMonthId.parse(v7()), personId: people[0].id, month: 3 }),
    'The person has another birth month already',
  ],
  'unlisted personId': [
    ({ people }) => insert('unlisted', { id: UnlistedId.parse(v7()), personId: people[0].id, reason: null }),
    'The person is left off the published list already',
  ],
  'badge code': [
    () =>
      insert('badge', {
        id: ids.BadgeId.parse(v7()),
        number: 61,
        code: 'CDB4F7K9XWM3T',
        personId: null,
        name: 'Walk-in 61',
        organization: null,
        issuedAt: at,
      }),
    'Another badge has the code CDB4F7K9XWM3T',
  ],
  'makeUp participantId,sessionId': [
    ({ participant, course, session }) =>
      insert('makeUp', {
        id: ids.MakeUpId.parse(v7()),
        participantId: participant.id,
        courseId: course.id,
        sessionId: session.id,
        assignedAt: at,
        note: null,
      }),
    'The participant makes the course up in this session already',
  ],
  'columnSet list,name': [
    () =>
      insert('columnSet', {
        id: ids.ColumnSetId.parse(v7()),
        name: 'For the door',
        list: 'roster',
        columns: toJson(['name']),
        savedAt: at,
      }),
    'Another set of columns is named “For the door”',
  ],
  'tag name': [() => insert('tag', { id: TagId.parse(v7()), name: 'Speaker' }), 'Another tag is named “Speaker”'],
  'personTag personId,tagId': [
    ({ people, tag }) => insert('personTag', { id: PersonTagId.parse(v7()), personId: people[0].id, tagId: tag.id }),
    'The person has this tag already',
  ],
  'issuerKey publicKey': [
    () =>
      insert('issuerKey', {
        id: IssuerKeyId.parse(v7()),
        publicKey: 'A'.repeat(43),
        since: day,
        until: null,
        ending: null,
      }),
    'The program has this key already',
  ],
  'certificateEnding certificateId': [
    ({ certificate }) =>
      insert('certificateEnding', {
        id: CertificateEndingId.parse(v7()),
        certificateId: certificate.id,
        kind: 'revoked',
        endedOn: day,
        reason: 'Issued by mistake',
        replacedById: null,
      }),
    'The certificate was revoked or replaced in the meantime',
  ],
};
