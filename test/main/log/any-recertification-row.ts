import type { Fields } from '../../../main/log/combine.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import { anyId, day, there, type Whim } from './whim.ts';

/** A new row of each table of re-certification, as a command of the app would make it. */
export const recertificationRows = {
  evidenceItem: (whim) => ({
    id: whim.newId(),
    personId: there(whim, 'person'),
    title: whim.one(['Fall conference', 'Law talk']),
    activityOn: day,
    category: null,
    strand: null,
    delivery: null,
    checklistItem: null,
    claimed: 600,
    accepted: null,
    state: 'received',
    receivedOn: day,
    decidedOn: null,
    reviewer: null,
    returnedBecause: null,
    activityKey: null,
    paid: null,
    preApprovedOn: null,
    relevance: null,
    countedElsewhere: null,
    firstReviewer: null,
    firstReviewedOn: null,
    firstAccepted: null,
  }),
  evidenceDocument: (whim) => ({
    id: whim.newId(),
    itemId: there(whim, 'evidenceItem'),
    kind: 'note',
    sha256: null,
    size: null,
    type: null,
    name: null,
    text: 'By mail',
    addedOn: day,
  }),
  recertificationExtension: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    cycle: whim.one([1, 2]),
    untilOn: day,
    grantedOn: day,
    reason: whim.one(['Illness', 'Moved']),
    fee: 0,
    takenBackOn: null,
    takenBackBecause: null,
  }),
  standingChange: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    kind: whim.one(['retired', 'active']),
    fromOn: day,
    reason: 'x',
  }),
  recertificationPayment: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    cycle: 1,
    fee: 'late',
    amount: 5_000,
    paidOn: day,
    note: null,
  }),
  examDate: (whim) => {
    const participantId = there(whim, 'participant');
    return { id: idFor(whim.database, 'examDate', { participantId }), participantId, examOn: day };
  },
  birthMonth: (whim) => {
    const personId = there(whim, 'person');
    return { id: idFor(whim.database, 'birthMonth', { personId }), personId, month: whim.one([1, 12]) };
  },
  recertificationPin: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    cycle: 1,
    policyVersionId: there(whim, 'policyVersion'),
    decidedOn: day,
    reason: 'x',
  }),
  auditDraw: (whim) => ({ id: whim.newId(), seed: whim.one(['a', 'b']), share: 500, drawnOn: day, among: '[]' }),
  recertificationAudit: (whim) => ({
    id: whim.newId(),
    participantId: there(whim, 'participant'),
    drawId: anyId(whim, 'auditDraw'),
    cycle: 1,
    cause: 'random',
    reason: null,
    drawnOn: day,
    answerBy: day,
    answeredOn: null,
    outcome: 'open',
    decidedOn: null,
    note: null,
  }),
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
} satisfies Partial<Record<TableName, (whim: Whim) => Fields>>;
