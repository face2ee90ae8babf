import type { ReadableDatabase } from '../../../main/database/handles.ts';
import type { Change } from '../../../main/log/change.ts';
import type { Fields } from '../../../main/log/combine.ts';
import {
  badgeNumbers,
  certificateNumbers,
  invoiceNumbers,
  policyNumbers,
  receiptNumbers,
} from '../../../main/log/numbers.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import type { Device } from '../../../shared/model/devices.ts';
import type { TableName } from '../../../shared/model/tables.ts';

/** What a laptop that makes something up has at hand. */
export interface Whim {
  readonly database: ReadableDatabase;
  readonly device: Device;
  newId(): string;
  /** One of these, by the dice. */
  one<Value>(values: readonly Value[]): Value;
}

const at = '2024-06-01T12:00:00.000Z';
const day = '2024-06-01';

/** Some row of a table, but for one; none where there is none. */
export const anyId = ({ database, one }: Whim, table: TableName, but: string | null = null): string | null => {
  const ids = database
    .all<{ id: string }>(`SELECT id FROM "${table}" WHERE id IS NOT ? ORDER BY id`, but)
    .map(({ id }) => id);
  return ids.length === 0 ? null : one(ids);
};

/** A column that must be filled: where there is nothing to point to, the row can't be made. */
class NothingThere extends Error {}
function there(whim: Whim, table: TableName, but: string | null = null): never {
  const id = anyId(whim, table, but);
  if (id === null) throw new NothingThere(table);
  // Every id is branded by its table; here it is drawn by the table's name.
  return id as never;
}

/** A new row of each table, as a command of the app would make it. */
const rows: { readonly [Name in TableName]: (whim: Whim) => Fields } = {
  policyVersion: (whim) => ({
    id: whim.newId(),
    number: policyNumbers(whim).next().value,
    effectiveOn: day,
    document: '{}',
    note: 'x',
    adoptedAt: at,
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
  certificate: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    number: certificateNumbers(whim, 'P').next().value,
    name: 'Renée Sims',
    issuedOn: day,
    policyVersionId: there(whim, 'policyVersion'),
    overruleReason: null,
    decision: null,
    paper: null,
  }),
  certificateEnding: (whim) => {
    const certificateId = there(whim, 'certificate');
    const isReplaced = whim.one([true, false]);
    return {
      id: idFor(whim.database, 'certificateEnding', { certificateId }),
      certificateId,
      kind: isReplaced ? 'superseded' : 'revoked',
      endedOn: day,
      reason: 'x',
      replacedById: isReplaced ? anyId(whim, 'certificate') : null,
    };
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
  issuerKey: ({ newId, one }) => {
    const ending = one([null, 'replaced', 'lost']);
    return { id: newId(), publicKey: newId(), since: day, until: ending === null ? null : day, ending };
  },
  recertificationDue: (whim) => {
    const participantId = there(whim, 'participant');
    const cycle = whim.one([1, 2]);
    return {
      id: idFor(whim.database, 'recertificationDue', { participantId, cycle }),
      participantId,
      cycle,
      dueOn: day,
      remark: whim.one([null, 'early']),
    };
  },
  recertificationDueChange: (whim) => ({
    id: whim.newId(),
    dueId: there(whim, 'recertificationDue'),
    fromOn: day,
    wasDueOn: day,
    reason: null,
  }),
  recertificationReceipt: (whim) => ({
    id: whim.newId(),
    dueId: there(whim, 'recertificationDue'),
    receivedOn: day,
    note: null,
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

/** What commands change in a row of each table. */
const edits: { readonly [Name in TableName]?: (whim: Whim) => Fields } = {
  policyVersion: ({ one }) => ({ note: one(['x', 'y']) }),
  course: ({ one }) => ({ title: one(['Law', 'Data', 'Ethics']) }),
  organization: ({ one }) => ({ name: one(['Lee County', 'Pike Road', 'Auburn']) }),
  person: (whim) =>
    whim.one<Fields>([
      { phone: whim.one(['1', '2', null]) },
      { givenName: whim.one(['Renée', 'Rene']) },
      { organizationId: anyId(whim, 'organization') },
    ]),
  cohort: ({ one }) => one<Fields>([{ name: one(['Golf', 'Hotel', 'India', 'Juliett']) }, { seats: one([28, 30]) }]),
  application: ({ one }) =>
    one<Fields>([
      { status: one(['accepted', 'withdrawn']), statusReason: one(['a', null]) },
      { needs: one(['x', null]) },
    ]),
  seatOffer: ({ one }) =>
    one<Fields>([
      { answer: 'open', answeredOn: null },
      { answer: one(['taken', 'lapsed']), answeredOn: day },
    ]),
  participant: (whim) =>
    whim.one<Fields>([
      { status: 'graduated', graduatedOn: day },
      { remark: whim.one(['a', 'b', null]) },
      { cohortId: there(whim, 'cohort') },
      { applicationId: anyId(whim, 'application') },
    ]),
  conference: ({ one }) => ({ place: one(['Mobile', null]) }),
  session: (whim) => whim.one<Fields>([{ room: whim.one(['A', 'B']) }, { conferenceId: anyId(whim, 'conference') }]),
  certificate: ({ one }) => ({ name: one(['R. Sims', 'O. Sims']) }),
  recertificationDue: ({ one }) => ({ dueOn: one([day, '2025-06-01']) }),
  letterTemplate: ({ one }) => ({ subject: one(['s', 't']) }),
  feePayment: (whim) => ({ organizationId: anyId(whim, 'organization') }),
  invoice: (whim) => ({ organizationId: there(whim, 'organization') }),
  savedMapping: ({ one }) => ({ shapes: one(['[]', '[1]']) }),
  badge: (whim) =>
    whim.one<Fields>([
      { personId: null, name: 'Anna' },
      { personId: there(whim, 'person'), name: null },
    ]),
  makeUp: ({ one }) => ({ note: one(['x', null]) }),
  columnSet: ({ one }) => ({ columns: one(['[]', '["name"]']) }),
};

/** The tables whose rows some command changes. */
export const editedTables = Object.keys(edits) as readonly TableName[];

/** TypeScript does not follow a table's name to its row; the tables are STRICT, and the writer knows their columns. */
const change = (of: object): Change => of as Change;

/** A new row of this table; null where there is nothing for it to point to. */
export const addAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => {
    const row = rows[table](whim);
    return change({ kind: 'insert', table, id: row['id'], row });
  });

/** A change of some row of this table; null where there is none. */
export const editAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => {
    const fields = edits[table]?.(whim);
    return fields ? change({ kind: 'update', table, id: there(whim, table), fields }) : null;
  });

/** The removal of some row of this table; null where there is none. */
export const removeAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => change({ kind: 'remove', table, id: there(whim, table) }));

function orNothing(make: () => Change | null): Change | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof NothingThere) return null;
    throw error;
  }
}
