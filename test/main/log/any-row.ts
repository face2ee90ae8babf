import type { Change } from '../../../main/log/change.ts';
import type { Fields } from '../../../main/log/combine.ts';
import { badgeNumbers, invoiceNumbers, policyNumbers, receiptNumbers } from '../../../main/log/numbers.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import { certificateRows } from './any-certificate-row.ts';
import { recertificationRows } from './any-recertification-row.ts';
import { anyId, at, change, day, NothingThere, orNothing, there, type Whim } from './whim.ts';

/** A new row of each table, as a command of the app would make it. */
const rows: { readonly [Name in TableName]: (whim: Whim) => Fields } = {
  ...certificateRows,
  ...recertificationRows,
  policyVersion: (whim) => ({
    id: whim.newId(),
    number: policyNumbers(whim).next().value,
    effectiveOn: day,
    document: '{}',
    note: 'x',
    adoptedAt: at,
    designId: anyId(whim, 'certificateDesign'),
  }),
  course: ({ one }) => ({ id: one(['law', 'data', 'leadership']), number: one([1, 2]), title: one(['Law', 'Data']) }),
  organization: ({ newId, one }) => ({ id: newId(), name: one(['Lee County', 'Pike Road']), kind: 'school-system' }),
  person: (whim) => ({
    id: whim.newId(),
    givenName: whim.one(['Renée', 'Omar']),
    familyName: 'Sims',
    certificateName: null,
    email: null,
    phone: null,
    jobTitle: null,
    organizationId: anyId(whim, 'organization'),
  }),
  notSamePerson: (whim) => {
    const one = there(whim, 'person');
    const [personA, personB] = [one, there(whim, 'person', one)].sort();
    return {
      id: idFor(whim.database, 'notSamePerson', { personA: personA as never, personB: personB as never }),
      personA: personA ?? null,
      personB: personB ?? null,
    };
  },
  mergedPerson: () => {
    throw new NothingThere('only a merge sets up a signpost');
  },
  cohort: ({ newId, one }) => ({
    id: newId(),
    name: one(['Golf', 'Hotel', 'India']),
    status: 'open',
    opensOn: null,
    closesOn: null,
    seats: 30,
    fee: 7_500,
    startsOn: null,
    endsOn: null,
  }),
  application: (whim) => {
    const [personId, cohortId] = [there(whim, 'person'), there(whim, 'cohort')];
    return {
      id: idFor(whim.database, 'application', { personId, cohortId }),
      personId,
      cohortId,
      firstSubmittedAt: at,
      latestSubmittedAt: at,
      submittedDoubt: null,
      status: 'submitted',
      statusAt: at,
      statusReason: null,
      membership: whim.one(['delegate', 'general', null]),
      highestPost: null,
      yearsInEducation: null,
      payment: null,
      needs: null,
      answers: '{}',
      overrule: null,
      decision: null,
      readOrder: whim.newId(),
    };
  },
  submission: (whim) => ({
    id: whim.newId(),
    applicationId: there(whim, 'application'),
    submittedAt: at,
    answers: '{}',
    source: '{}',
  }),
  seatOffer: (whim) => ({
    id: whim.newId(),
    applicationId: there(whim, 'application'),
    offeredOn: day,
    replyBy: day,
    overruleReason: null,
    answer: 'open',
    answeredOn: null,
  }),
  participant: (whim) => {
    const [personId, cohortId] = [there(whim, 'person'), there(whim, 'cohort')];
    return {
      id: idFor(whim.database, 'participant', { personId, cohortId }),
      personId,
      cohortId,
      applicationId: anyId(whim, 'application'),
      status: 'enrolled',
      graduatedOn: null,
      cameFrom: null,
      remark: whim.one([null, 'by hand']),
    };
  },
  conference: ({ newId }) => ({ id: newId(), name: 'Summer', startsOn: day, endsOn: day, place: null }),
  session: (whim) => ({
    id: whim.newId(),
    courseId: there(whim, 'course'),
    conferenceId: anyId(whim, 'conference'),
    heldOn: day,
    startsAt: '08:00',
    endsAt: '15:30',
    room: null,
    instructors: null,
    hours: null,
    capacity: null,
  }),
  sessionCohort: (whim) => {
    const [sessionId, cohortId] = [there(whim, 'session'), there(whim, 'cohort')];
    return { id: idFor(whim.database, 'sessionCohort', { sessionId, cohortId }), sessionId, cohortId };
  },
  attendanceEvent: (whim) => {
    const annulled = whim.one([true, false]) ? anyId(whim, 'attendanceEvent') : null;
    return {
      id: whim.newId(),
      sessionId: there(whim, 'session'),
      kind: annulled === null ? 'check-in' : 'annulment',
      personId: anyId(whim, 'person'),
      code: null,
      method: 'typed',
      at,
      annulsId: annulled,
      reason: null,
      clock: null,
      hours: null,
    };
  },
  metRequirement: (whim) => {
    const participantId = there(whim, 'participant');
    const requirementId = whim.one(['pre-work', 'letter']);
    const id = idFor(whim.database, 'metRequirement', { participantId, requirementId });
    return { id, participantId, requirementId, metOn: day, note: whim.one([null, 'by mail']) };
  },
  unlisted: (whim) => {
    const personId = there(whim, 'person');
    return { id: idFor(whim.database, 'unlisted', { personId }), personId, reason: null };
  },
  note: (whim) => {
    const about = whim.one(['personId', 'cohortId', 'sessionId'] as const);
    const nothing = { personId: null, cohortId: null, sessionId: null };
    const parent = { personId: 'person', cohortId: 'cohort', sessionId: 'session' } as const;
    return {
      id: whim.newId(),
      ...nothing,
      [about]: there(whim, parent[about]),
      text: whim.one(['Called', 'Wrote']),
      writtenAt: at,
    };
  },
  tag: ({ database, one }) => {
    const name = one(['Speaker', 'Mentor', 'Board']);
    return { id: idFor(database, 'tag', { name }), name };
  },
  personTag: (whim) => {
    const [personId, tagId] = [there(whim, 'person'), there(whim, 'tag')];
    return { id: idFor(whim.database, 'personTag', { personId, tagId }), personId, tagId };
  },
  importNote: (whim) => ({
    id: whim.newId(),
    personId: there(whim, 'person'),
    applicationId: anyId(whim, 'application'),
    participantId: anyId(whim, 'participant'),
    field: 'other',
    sentence: 'x',
    value: 'null',
    settledAt: whim.one([null, at]),
  }),
  letterTemplate: ({ database, one }) => {
    const kind = one(['accepted', 'waiting'] as const);
    return {
      id: idFor(database, 'letterTemplate', { kind: kind as never }),
      kind,
      subject: 's',
      body: 'b',
      changedAt: at,
    };
  },
  letter: (whim) => ({
    id: whim.newId(),
    kind: 'accepted',
    personId: there(whim, 'person'),
    cohortId: there(whim, 'cohort'),
    occasion: '',
    subject: 's',
    body: 'b',
    writtenAt: at,
    channel: 'eml',
    file: 'x.eml',
  }),
  feePayment: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    kind: 'payment',
    cents: 7_500,
    method: 'card',
    reference: null,
    payer: 'x',
    organizationId: anyId(whim, 'organization'),
    receivedOn: day,
    note: null,
    receipt: receiptNumbers(whim, 'P').next().value,
  }),
  invoice: (whim) => ({
    id: whim.newId(),
    number: invoiceNumbers(whim, 'P').next().value,
    organizationId: there(whim, 'organization'),
    billTo: 'Lee County',
    issuedOn: day,
    purchaseOrder: null,
    policyVersionId: there(whim, 'policyVersion'),
    voidedOn: null,
    voidReason: null,
  }),
  invoiceLine: (whim) => {
    const [invoiceId, participantId] = [there(whim, 'invoice'), there(whim, 'participant')];
    const id = idFor(whim.database, 'invoiceLine', { invoiceId, participantId });
    return { id, invoiceId, participantId, name: 'Renée Sims', cohort: 'Golf', cents: 7_500 };
  },
  savedMapping: ({ database, one }) => {
    const name = one(['Web form', 'Paper']);
    const id = idFor(database, 'savedMapping', { kind: 'applications', name });
    return { id, name, kind: 'applications', shapes: '[]', savedAt: at };
  },
  badge: (whim) => {
    const id = whim.newId();
    const number = badgeNumbers(whim).next().value;
    return { id, number, code: id, personId: anyId(whim, 'person'), name: 'Walk-in', organization: null, issuedAt: at };
  },
  makeUp: (whim) => {
    const [participantId, sessionId] = [there(whim, 'participant'), there(whim, 'session')];
    const id = idFor(whim.database, 'makeUp', { participantId, sessionId });
    return { id, participantId, courseId: there(whim, 'course'), sessionId, assignedAt: at, note: null };
  },
  columnSet: ({ database, one }) => {
    const name = one(['For the door', 'All']);
    return {
      id: idFor(database, 'columnSet', { list: 'roster', name }),
      name,
      list: 'roster',
      columns: '[]',
      savedAt: at,
    };
  },
};
/** A new row of this table; null where there is nothing for it to point to. */
export const addAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => {
    const row = rows[table](whim);
    return change({ kind: 'insert', table, id: row['id'], row });
  });
