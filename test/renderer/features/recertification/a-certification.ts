import { CivilDate } from '../../../../shared/model/dates.ts';
import { CohortId, ParticipantId, PersonId, PolicyVersionId } from '../../../../shared/model/ids.ts';
import { Cents, noCents } from '../../../../shared/model/money.ts';
import { creditOf, noCredit } from '../../../../shared/model/recertification/amounts.ts';
import {
  AuditDrawId,
  RecertificationAuditId,
  RecertificationExtensionId,
  RecertificationPaymentId,
  StandingChangeId,
} from '../../../../shared/model/recertification/facts.ts';
import type { Cycle } from '../../../../shared/model/recertification/standing.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { RecertificationRow } from '../../../../shared/views/recertification.ts';
import type { AuditRoom, CertificationLife } from '../../../../shared/views/recertification-life.ts';
import type { Answers } from '../../fake-desk.ts';

const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const version = (number: number) => PolicyVersionId.parse(uuid(700 + number));
export const participantId = ParticipantId.parse(uuid(201));
const personId = PersonId.parse(uuid(301));

const row: RecertificationRow = {
  dueId: null,
  participantId,
  personId,
  name: 'Yolanda Quarles',
  organization: 'Lee County Schools',
  email: '',
  cohortId: CohortId.parse(uuid(1)),
  cohort: 'Alpha',
  state: null,
  dueOn: null,
  receivedOn: null,
  daysLeft: null,
  remark: '',
};

const cycle: Cycle = {
  number: 2,
  version: 'v1',
  beginsOn: day('2022-01-15'),
  endsOn: day('2025-05-01'),
  clause: 'cycle',
  extendedFrom: day('2025-01-14'),
  outcome: 'running',
  completedOn: null,
  counted: creditOf(1_250),
  carriedIn: noCredit,
};

/** A certification in its second cycle, with an extension, a payment, and an audit. */
export const life: CertificationLife = {
  participantId,
  personId,
  name: 'Yolanda Quarles',
  on: day('2024-10-21'),
  hasRules: true,
  standing: {
    life: 'active',
    since: day('2022-01-15'),
    cycle,
    cycles: [
      {
        ...cycle,
        number: 1,
        beginsOn: day('2019-01-15'),
        endsOn: day('2022-01-14'),
        extendedFrom: null,
        outcome: 'completed-late',
        completedOn: day('2022-02-01'),
        counted: creditOf(6_000),
      },
      cycle,
    ],
    reasons: [
      { outcome: 'unmet', sentence: 'At least 60 credits', seen: '12.5 counted', clause: 'credits' },
      { outcome: 'order', sentence: 'Cycle 2 runs from Jan 15, 2022 to May 1, 2025', seen: '', clause: 'cycle' },
    ],
    needs: [{ sentence: '47.5 more credits, by May 1, 2025', by: day('2025-05-01'), clause: 'credits' }],
  },
  clauses: [
    { id: 'credits', title: '60 credits', text: 'Sixty credits.', source: 'page' },
    { id: 'cycle', title: 'Three years', text: 'Three years.', source: 'page' },
  ],
  unit: { one: 'credit', many: 'credits' },
  clocks: {
    earn: { due: day('2025-05-01'), last: day('2025-05-01') },
    submit: { due: day('2025-05-01'), last: day('2025-06-30') },
    pay: { due: day('2025-05-01'), last: null },
    good: { due: day('2025-05-01'), last: day('2025-05-31') },
  },
  extensions: [
    {
      id: RecertificationExtensionId.parse(uuid(401)),
      cycle: 2,
      untilOn: day('2025-05-01'),
      grantedOn: day('2024-10-01'),
      reason: 'Illness',
      fee: Cents.parse(5_000),
      takenBackOn: null,
      takenBackBecause: null,
    },
  ],
  changes: [
    { id: StandingChangeId.parse(uuid(501)), kind: 'exempt', fromOn: day('2023-01-01'), reason: 'Deployed' },
    { id: StandingChangeId.parse(uuid(502)), kind: 'active', fromOn: day('2024-01-01'), reason: 'Back' },
  ],
  fees: [
    {
      key: 'back',
      title: 'Reinstatement',
      due: Cents.parse(10_000),
      paid: noCents,
      open: Cents.parse(10_000),
      onlyIf: 'to come back',
    },
    {
      key: 'late',
      onlyIf: 'if late',
      title: 'Late fee',
      due: Cents.parse(5_000),
      paid: Cents.parse(2_000),
      open: Cents.parse(3_000),
    },
  ],
  payments: [
    {
      id: RecertificationPaymentId.parse(uuid(601)),
      cycle: 2,
      fee: 'late',
      amount: Cents.parse(2_000),
      paidOn: day('2024-10-02'),
      note: 'Check 1042',
    },
  ],
  exam: { asked: true, examOn: day('2022-01-15') },
  birth: { asked: true, month: null },
  versions: {
    own: { versionId: version(1), number: 1, effectiveOn: day('2020-01-01'), note: 'First' },
    newer: [{ versionId: version(2), number: 2, effectiveOn: day('2024-01-01'), note: 'Ethics' }],
  },
  audits: [
    {
      id: RecertificationAuditId.parse(uuid(801)),
      cycle: 1,
      cause: 'random',
      reason: null,
      drawnOn: day('2024-09-01'),
      answerBy: day('2024-11-30'),
      answeredOn: day('2024-10-01'),
      outcome: 'open',
      decidedOn: null,
      note: null,
      state: 'to-decide',
    },
  ],
  whyNotAudit: null,
  mayExtend: {
    whyNot: null,
    cycle: 2,
    endsOn: day('2025-05-01'),
    latestOn: day('2025-11-01'),
    longest: '6 months',
    fee: Cents.parse(5_000),
  },
  mayChange: [
    { kind: 'retired', whyNot: null },
    { kind: 'revoked', whyNot: null },
    { kind: 'reinstated', whyNot: 'Yolanda Quarles is active.' },
  ],
};

/** The audits of a program with one draw. */
export const room: AuditRoom = {
  audits: [
    {
      id: RecertificationAuditId.parse(uuid(803)),
      participantId,
      name: 'Rashad Okafor',
      cohort: 'Beta',
      cycle: 1,
      cause: 'random',
      reason: null,
      drawnOn: day('2024-09-01'),
      answerBy: day('2024-11-30'),
      answeredOn: null,
      outcome: 'open',
      decidedOn: null,
      note: null,
      state: 'to-answer',
    },
  ],
  draws: [
    {
      id: AuditDrawId.parse(uuid(901)),
      drawnOn: day('2024-09-01'),
      seed: 'September',
      percent: 5,
      among: 40,
      drawn: 2,
    },
  ],
  percent: 5,
};

/** A desk with that certification, which does whatever it is asked. */
export const answers: Answers = {
  'recertification.list': () =>
    done({
      on: day('2024-10-21'),
      total: 1,
      offset: 0,
      rows: [row],
      counts: { owe: 1, overdue: 0, due: 0, received: 0, remarked: 0, 'no-due-date': 1, everyone: 1 },
      cohorts: [],
    }),
  'recertification.show': () =>
    done({ row, graduatedOn: null, documents: [], decision: null, standing: life.standing, history: [] }),
  'recertification.life': () => done(life),
  'evidence.ofPerson': () => refuse('That person is no longer on record.'),
  'recertification.extend': () => done({ untilOn: day('2025-11-01') }),
  'recertification.takeBackExtension': () => done(null),
  'recertification.changeStanding': () => done(null),
  'recertification.previewMove': () =>
    done({ name: 'Yolanda Quarles', cycle: 2, version: 2, differences: ['Newly needed: 1 more credit in Ethics.'] }),
  'recertification.moveVersion': () => done(null),
  'recertification.audits': () => done(room),
  'recertification.drawAudits': () => done({ drawn: 2 }),
  'recertification.auditForCause': () => done({ auditId: RecertificationAuditId.parse(uuid(802)) }),
  'recertification.answerAudit': () => done(null),
  'recertification.decideAudit': () => done(null),
  'recertification.pay': () => done(null),
  'recertification.removePayment': () => done(null),
  'recertification.setExamDate': () => done(null),
  'recertification.setBirthMonth': () => done(null),
};
