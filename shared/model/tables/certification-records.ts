import { sayDate } from '../dates.ts';
import { sayCents } from '../money.ts';
import { sayMonth } from '../months.ts';
import type {
  AuditDraw,
  BirthMonth,
  ExamDate,
  RecertificationAudit,
  RecertificationPayment,
  RecertificationPin,
} from '../recertification/facts.ts';
import type { Table } from './table.ts';
import { day, money, nameIn, plain, quoted, type SayValue, unsaid } from './words.ts';

const month: SayValue = (value) => sayMonth(Number(value));

/** Fees of re-certification that were paid. */
export const recertificationPayment = {
  columns: ['id', 'participantId', 'cycle', 'fee', 'amount', 'paidOn', 'note'],
  references: { participantId: { to: 'participant', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) =>
      `${sayCents(row.amount)} of re-certification fees (${row.fee}) paid on ${sayDate(row.paidOn)}, for cycle ${row.cycle}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row) => `payment of ${sayCents(row.amount)} on ${sayDate(row.paidOn)} removed`,
    fields: {
      participantId: ['payment of', nameIn('participant')],
      cycle: ['cycle', plain],
      fee: ['fee', plain],
      amount: ['amount', money],
      paidOn: ['paid on', day],
      note: ['note', quoted],
    },
  },
} as const satisfies Table<RecertificationPayment>;

/** The exams that cycles count from. */
export const examDate = {
  columns: ['id', 'participantId', 'examOn'],
  references: { participantId: { to: 'participant', whenMerged: 'drops' } },
  unique: [
    { columns: ['participantId'], collision: 'same-row', taken: () => 'The graduate has another exam date already' },
  ],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) => `exam on ${sayDate(row.examOn)}`,
    removed: (row) => `exam on ${sayDate(row.examOn)} removed`,
    fields: { participantId: ['exam of', nameIn('participant')], examOn: ['exam', day] },
  },
} as const satisfies Table<ExamDate>;

/** The months that people were born in, where cycles end with them. */
export const birthMonth = {
  columns: ['id', 'personId', 'month'],
  references: { personId: { to: 'person', whenMerged: 'drops' } },
  unique: [{ columns: ['personId'], collision: 'same-row', taken: () => 'The person has another birth month already' }],
  words: {
    about: (row, names) => names.of('person', row.personId),
    added: (row) => `born in ${sayMonth(row.month)}`,
    removed: (row) => `birth month ${sayMonth(row.month)} removed`,
    fields: { personId: ['birth month of', nameIn('person')], month: ['birth month', month] },
  },
} as const satisfies Table<BirthMonth>;

/** Cycles that go by another version of the policy than the one of their first day. */
export const recertificationPin = {
  columns: ['id', 'participantId', 'cycle', 'policyVersionId', 'decidedOn', 'reason'],
  references: { participantId: { to: 'participant', whenMerged: 'moves' }, policyVersionId: { to: 'policyVersion' } },
  unique: [],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row, names) =>
      `cycle ${row.cycle} moved to ${names.of('policyVersion', row.policyVersionId)}: “${row.reason}”`,
    removed: (row, names) => `move of cycle ${row.cycle} to ${names.of('policyVersion', row.policyVersionId)} undone`,
    fields: {
      participantId: ['rules of', nameIn('participant')],
      cycle: ['cycle', plain],
      policyVersionId: ['policy', nameIn('policyVersion')],
      decidedOn: ['decided on', day],
      reason: ['reason', quoted],
    },
  },
} as const satisfies Table<RecertificationPin>;

/** Draws of audits, each with its seed and everyone who could be drawn. */
export const auditDraw = {
  columns: ['id', 'seed', 'share', 'drawnOn', 'among'],
  references: {},
  unique: [],
  words: {
    about: () => null,
    called: (row) => `the draw of ${sayDate(row.drawnOn)}`,
    added: (row) => `audits drawn on ${sayDate(row.drawnOn)}: ${row.share / 100}%, seed ${row.seed}`,
    removed: (row) => `draw of audits on ${sayDate(row.drawnOn)} undone`,
    fields: { seed: ['seed', plain], share: ['share', plain], drawnOn: ['drawn on', day], among: ['list', unsaid] },
  },
} as const satisfies Table<AuditDraw>;

/** Cycles that are looked at closely. */
export const recertificationAudit = {
  columns: [
    'id',
    'participantId',
    'drawId',
    'cycle',
    'cause',
    'reason',
    'drawnOn',
    'answerBy',
    'answeredOn',
    'outcome',
    'decidedOn',
    'note',
  ],
  references: { participantId: { to: 'participant', whenMerged: 'moves' }, drawId: { to: 'auditDraw' } },
  unique: [],
  // A decision is one thing: half of one laptop's and half of another's would be no one's.
  together: [['outcome', 'decidedOn', 'note']],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) =>
      `cycle ${row.cycle} ${row.cause === 'random' ? 'drawn for an audit' : 'audited for cause'}, answer by ${sayDate(row.answerBy)}${row.reason ? `: “${row.reason}”` : ''}`,
    removed: (row) => `audit of cycle ${row.cycle} undone`,
    fields: {
      participantId: ['audit of', nameIn('participant')],
      cycle: ['cycle', plain],
      answerBy: ['answer by', day],
      answeredOn: ['answered on', day],
      outcome: ['audit', plain],
      decidedOn: ['decided on', day],
      note: ['note', quoted],
    },
  },
} as const satisfies Table<RecertificationAudit>;

/** The tables of what leads decide about a certification, besides evidence. */
export const lifeTables = [
  'recertificationExtension',
  'standingChange',
  'recertificationPayment',
  'recertificationAudit',
  'recertificationPin',
  'examDate',
  'birthMonth',
] as const;
