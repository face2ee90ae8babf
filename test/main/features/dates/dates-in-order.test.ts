import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { datePairs } from '../../../../main/rules/dates/date-order.ts';
import { shrm } from '../../../../main/rules/recertification/templates/management.ts';
import type { CallName, InputOf } from '../../../../shared/api.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { ClockTime } from '../../../../shared/model/dates.ts';
import { CourseId, type OrganizationId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;
let lee: OrganizationId;

/** The policy with a checklist, from before Foxtrot began. */
async function withChecklist(): Promise<void> {
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('No program');
  const { policy } = shown;
  await desk.call('program.revise', {
    policy: { ...policy, graduation: { ...policy.graduation, requirements: [{ id: 'pre-work', title: 'Pre-work' }] } },
    effectiveOn: day('2023-10-01'),
    note: 'Pre-work was asked for',
  });
}

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { opensOn: day('2023-05-01'), startsOn: day('2023-10-16') });
  lee = seed.organization('Lee County Schools');
  const sessions = seed.year(foxtrot, year);
  zoe = seed.participant(foxtrot, seed.person('Zoë Adams', { organizationId: lee }));
  for (const session of sessions) seed.checkIn(session, zoe);
  await seed.write(desk);
});

type Reversal = { [Name in CallName]: readonly [Name, () => InputOf<Name> | Promise<InputOf<Name>>] }[CallName];

const graduate = (graduatedOn: string) => ({
  cohortId: foxtrot.id,
  participantIds: [zoe.id],
  graduatedOn: day(graduatedOn),
});
const receive = (receivedOn: string) => ({
  shares: { split: 'owed' as const, participantIds: [zoe.id] },
  method: 'cash' as const,
  receivedOn: day(receivedOn),
});
const evidence = (activityOn: string) => ({
  personId: zoe.personId,
  title: 'Fall conference',
  activityOn: day(activityOn),
});
const refund = (refundedOn: string) => ({
  participantId: zoe.id,
  cents: 7_500 as never,
  method: 'cash' as const,
  refundedOn: day(refundedOn),
  note: 'Moved away',
});
const invoice = (issuedOn: string) => ({ organizationId: lee, participantIds: [zoe.id], issuedOn: day(issuedOn) });

/** A graduate of Alpha with a due date. */
async function ofAlpha(): Promise<{ cohort: Cohort; dueId: string; participantId: Participant['id'] }> {
  const seed = new Seed();
  const cohort = seed.cohort('Alpha', { status: 'finished' });
  const graduate = seed.graduate(cohort, 'Yolanda Quarles', '2019-06-30');
  seed.due(graduate, '2022-06-01');
  await seed.write(desk);
  const { row } = await desk.call('recertification.show', { participantId: graduate.id });
  return { cohort, dueId: String(row.dueId), participantId: graduate.id };
}

/** A seat offered to the first of Golf's applicants. */
async function offerInGolf(): Promise<string> {
  const seed = new Seed();
  const golf = seed.cohort('Golf', { status: 'open', seats: 1 });
  const id = seed.application(golf, seed.person('Ana Alvarez'), '2024-04-01T15:00:00.000Z');
  await seed.write(desk);
  return id;
}

/** What the dry run of a list of graduates says of its one row. */
async function saidOfGraduate(graduatedOn: string, receivedOn = ''): Promise<string> {
  return saidOf(
    `First Name,Last Name,Cohort,Graduated,Documents received\r\nYolanda,Quarles,Alpha,${graduatedOn},${receivedOn}`,
    null,
  );
}

/** What the dry run of a form says of its one row. */
const saidOfForm = (sent: string): Promise<string> =>
  saidOf(`Timestamp,First Name,Last Name,Email Address\r\n${sent},Ana,Alvarez,ana@example.org`, foxtrot.id);

async function saidOf(text: string, cohortId: Cohort['id'] | null): Promise<string> {
  desk.answers.openFile = path.join(desk.folder, 'list.csv');
  writeFileSync(desk.answers.openFile, text);
  const { rows } = await desk.call('imports.preview', { cohortId });
  return rows.flatMap(({ notes }) => notes).join(' ');
}

/** What the schedule says of a session on a day, of a cohort that is held from October 1 to the end of June. */
async function saidOfSession(heldOn: string): Promise<string> {
  const { cohortId } = await desk.call('cohorts.create', {
    name: 'Golf',
    startsOn: day('2024-10-01'),
    endsOn: day('2025-06-30'),
  });
  await desk.call('courses.planSession', {
    courseId: CourseId.parse('data-governance'),
    conferenceId: null,
    cohortIds: [cohortId],
    heldOn: day(heldOn),
    startsAt: ClockTime.parse('08:00'),
    endsAt: ClockTime.parse('15:30'),
    room: null,
  });
  const { conflicts } = await desk.call('courses.year', { cohortId });
  return conflicts.map(({ sentence }) => sentence).join(' ');
}

/** Everyone of a form that doesn't say when it was sent, sent on one day. */
async function sentAllOn(on: string): Promise<InputOf<'imports.preview'>> {
  desk.answers.openFile = path.join(desk.folder, 'list.csv');
  writeFileSync(desk.answers.openFile, 'First Name,Last Name,Email Address\r\nAna,Alvarez,ana@example.org');
  return { cohortId: foxtrot.id, kind: 'applications', sentAt: { day: day(on), time: null } };
}

async function setSent(on: string): Promise<InputOf<'applicants.setSubmitted'>> {
  const applicationId = (await offerInGolf()) as never;
  return { applicationIds: [applicationId], day: day(on), time: ClockTime.parse('09:00'), reason: 'Said so by phone' };
}

const granted = async (grantedOn: string): Promise<InputOf<'recertification.extend'>> => ({
  participantId: (await ofAlpha()).participantId,
  untilOn: day('2024-12-01'),
  grantedOn: day(grantedOn),
  reason: 'Illness',
});

const decided = async (
  kind: 'retired' | 'revoked',
  fromOn: string,
): Promise<InputOf<'recertification.changeStanding'>> => ({
  participantId: (await ofAlpha()).participantId,
  kind,
  fromOn: day(fromOn),
  reason: 'Said so by phone',
});

/** A graduate of Alpha whose cycles count from an exam and cost a late fee. */
async function withExam(rules = shrm.rules): Promise<Participant['id']> {
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('No program');
  const { policy } = shown;
  await desk.call('program.revise', {
    policy: { ...policy, recertification: { ...policy.recertification, rules } },
    effectiveOn: day('2015-01-01'),
    note: 'Counted from the exam',
  });
  return (await ofAlpha()).participantId;
}

const exam = async (examOn: string): Promise<InputOf<'recertification.setExamDate'>> => ({
  participantId: await withExam(),
  examOn: day(examOn),
});

/** An answer to an audit that began today. */
async function answered(answeredOn: string): Promise<InputOf<'recertification.answerAudit'>> {
  const audit = { share: 500, answerWithin: { unit: 'days' as const, count: 90 }, clause: 'shrm-cycle' };
  const more = { ...audit, meanwhile: 'withheld' as const, silence: 'suspended' as const };
  const participantId = await withExam({ ...shrm.rules, life: { ...shrm.rules.life, audit: more } });
  const { auditId } = await desk.call('recertification.auditForCause', { participantId, reason: 'A letter' });
  return { auditId, answeredOn: day(answeredOn) };
}

const paidLate = async (paidOn: string): Promise<InputOf<'recertification.pay'>> => ({
  participantId: await withExam(),
  cycle: 1,
  fee: 'late',
  amount: 5_000,
  paidOn: day(paidOn),
});

/** For each pair a command that has it reversed, or what a schedule or the dry run of an import says of it. */
const reversals: Readonly<Record<keyof typeof datePairs, () => Reversal | Promise<string>>> = {
  'window opens, closes': () => [
    'cohorts.create',
    () => ({ name: 'Golf', opensOn: day('2024-07-02'), closesOn: day('2024-07-01') }),
  ],
  'cohort starts, ends': () => [
    'cohorts.create',
    () => ({ name: 'Golf', startsOn: day('2024-07-02'), endsOn: day('2024-07-01') }),
  ],
  'window opens, cohort ends': () => [
    'cohorts.revise',
    () => ({
      cohortId: foxtrot.id,
      opensOn: day('2024-07-02'),
      startsOn: day('2023-10-16'),
      endsOn: day('2024-07-01'),
    }),
  ],
  'conference starts, ends': () => [
    'courses.addConference',
    () => ({ name: 'Fall conference', startsOn: day('2024-10-02'), endsOn: day('2024-10-01'), place: null }),
  ],
  'seat offered, answer due': () => [
    'offers.offer',
    async () => ({ applicationId: (await offerInGolf()) as never, replyBy: day('2024-06-02') }),
  ],
  'seat offered, answered': () => [
    'offers.answer',
    async () => {
      const applicationId = (await offerInGolf()) as never;
      const { offerId } = await desk.call('offers.offer', { applicationId, replyBy: day('2024-06-20') });
      desk.now = '2024-05-30T14:00:00.000Z';
      return { offerId, answer: 'taken' as const };
    },
  ],
  'applied, paid': () => ['fees.receive', () => receive('2023-04-30')],
  'long ago, paid': () => ['fees.receive', () => receive('1990-06-03')],
  'paid, today': () => ['fees.receive', () => receive('2024-06-04')],
  'paid, refunded': () => [
    'fees.refund',
    async () => {
      await desk.call('fees.receive', receive('2024-06-01'));
      return refund('2024-05-31');
    },
  ],
  'refunded, today': () => [
    'fees.refund',
    async () => {
      await desk.call('fees.receive', receive('2024-06-01'));
      return refund('2024-06-04');
    },
  ],
  'applied, invoiced': () => ['fees.invoice', () => invoice('2023-04-30')],
  'long ago, invoiced': () => ['fees.invoice', () => invoice('1990-06-03')],
  'invoiced, a year ahead': () => ['fees.invoice', () => invoice('2031-06-03')],
  'cohort starts, graduated': () => ['graduates.graduate', () => graduate('2023-10-15')],
  'course attended, graduated': () => ['graduates.graduate', () => graduate('2024-05-22')],
  'graduated, today': () => ['graduates.graduate', () => graduate('2031-05-23')],
  'requirement met, today': () => [
    'requirements.tick',
    async () => {
      await withChecklist();
      return { requirementId: 'pre-work', participantIds: [zoe.id], metOn: day('2024-06-04') };
    },
  ],
  'graduated, documents received': () => [
    'recertification.receive',
    async () => ({ dueIds: [(await ofAlpha()).dueId as never], receivedOn: day('2019-06-29') }),
  ],
  'documents received, today': () => [
    'recertification.receive',
    async () => ({ dueIds: [(await ofAlpha()).dueId as never], receivedOn: day('2024-06-04') }),
  ],
  'activity, today': () => ['evidence.add', () => evidence('2024-06-04')],
  'long before, activity': () => ['evidence.add', () => evidence('1990-06-03')],
  'approved beforehand, today': () => [
    'evidence.add',
    () => ({ ...evidence('2024-06-01'), preApprovedOn: day('2024-06-04') }),
  ],
  'evidence received, today': () => [
    'evidence.add',
    () => ({ ...evidence('2024-06-01'), note: 'By mail', receivedOn: day('2024-06-04') }),
  ],
  'graduated, documents due': () => [
    'recertification.setDue',
    async () => ({ cohortId: (await ofAlpha()).cohort.id, dueOn: day('2019-06-29') }),
  ],
  'first course, graduated': () => saidOfGraduate('6/30/1919'),
  'first course, documents received': () => saidOfGraduate('', '6/30/1919'),
  'graduated, extension granted': () => ['recertification.extend', () => granted('2019-06-29')],
  'extension granted, today': () => ['recertification.extend', () => granted('2024-06-04')],
  'graduated, standing changed': () => ['recertification.changeStanding', () => decided('retired', '2019-06-29')],
  'standing changed, today': () => ['recertification.changeStanding', () => decided('revoked', '2024-06-04')],
  'standing changed, a year ahead': () => ['recertification.changeStanding', () => decided('retired', '2025-06-04')],
  'graduated, re-certification paid': () => ['recertification.pay', () => paidLate('2019-06-29')],
  'audit drawn, answered': () => ['recertification.answerAudit', () => answered('2024-06-02')],
  'audit answered, today': () => ['recertification.answerAudit', () => answered('2024-06-04')],
  'exam, today': () => ['recertification.setExamDate', () => exam('2024-06-04')],
  'long before, exam': () => ['recertification.setExamDate', () => exam('1919-06-04')],
  'cohort starts, session held': () => saidOfSession('2024-09-30'),
  'session held, cohort ends': () => saidOfSession('2025-07-01'),
  'sent, now': () => ['applicants.setSubmitted', () => setSent('2024-06-04')],
  'first form, sent': () => ['applicants.setSubmitted', () => setSent('1999-06-04')],
  'all sent, now': () => ['imports.preview', () => sentAllOn('2024-06-04')],
  'anyone could apply, all sent': () => ['imports.preview', () => sentAllOn('2021-06-04')],
  'row sent, tomorrow': () => saidOfForm('2024-06-05 09:00'),
  'anyone could apply, row sent': () => saidOfForm('2021-06-05 09:00'),
};

/** What an import notes of a list of graduates, where it says the same as a command does. */
const noted: readonly (readonly [pair: keyof typeof datePairs, said: () => Promise<string>])[] = [
  ['graduated, today', () => saidOfGraduate('6/30/2031')],
  ['graduated, documents received', () => saidOfGraduate('6/30/2021', '6/29/2021')],
  ['documents received, today', () => saidOfGraduate('6/30/2021', '6/30/2031')],
  ['first course, graduated', () => saidOfGraduate('6/30/1919')],
  ['first course, documents received', () => saidOfGraduate('', '6/30/1919')],
];

test.each(noted)('an import notes %s where they are reversed', async (pair, said) => {
  const about = datePairs[pair];
  expect(about).toHaveProperty('note');
  expect(await said()).toContain('note' in about ? about.note : '');
});

test.each(Object.entries(reversals))('%s: reversed, they are refused or told', async (pair, reversal) => {
  const told = await toldOf(await reversal());
  // What the pair says around its days, which is its own.
  const { say, note }: { readonly say: (...days: [string, string, string]) => string; readonly note?: string } =
    datePairs[pair as keyof typeof datePairs];
  if (note !== undefined && told.includes(note)) return;
  const words = say('EARLIER', 'LATER', 'Golf')
    .split(/EARLIER|LATER/)
    .map((part) => part.trim())
    .filter((part) => part.length > 6);
  expect(words.length).toBeGreaterThan(0);
  for (const part of words) expect(told).toContain(part);
});

/** The refusal of a command, or what was said without one. */
async function toldOf(reversal: Reversal | string): Promise<string> {
  if (typeof reversal === 'string') return reversal;
  const [name, input] = reversal;
  const problem = await desk.refusal(name, (await input()) as never);
  return [problem.sentence, ...problem.reasons].join(' ');
}

describe('A refund', () => {
  test('can’t be of more than had come in by its day', async () => {
    const part = { shares: { split: 'evenly' as const, participantIds: [zoe.id], total: 5_000 as never } };
    await desk.call('fees.receive', { ...receive('2024-05-01'), ...part });
    await desk.call('fees.receive', { ...receive('2024-06-01'), shares: { ...part.shares, total: 2_500 as never } });
    expect((await desk.refusal('fees.refund', refund('2024-05-15'))).sentence).toBe(
      'By May 15, 2024, Zoë Adams had paid $50, so $75 can’t have been refunded then. Choose a later day, or refund less.',
    );
  });
});

describe('A clock far off', () => {
  test('is flagged with every command, on the status, and after a first command by it as well', async () => {
    expect((await desk.call('desk.status', {})).clock).toBeNull();
    desk.now = '2001-01-01T06:00:00.000Z';
    expect((await desk.call('desk.status', {})).clock).toContain('but an entry was made here on');
    for (const name of ['Golf', 'Hotel']) {
      await desk.call('cohorts.create', { name });
      const told = desk.events.findLast((event) => event.kind === 'changed');
      expect(told?.kind === 'changed' && told.clock).toContain('but an entry was made here on');
    }
    desk.now = '2024-06-03T15:00:00.000Z';
    await desk.call('cohorts.create', { name: 'India' });
    const told = desk.events.findLast((event) => event.kind === 'changed');
    expect(told?.kind === 'changed' && (told.clock ?? null)).toBeNull();
  });
});
