import { beforeEach, describe, expect, test } from 'vitest';
import { datePairs } from '../../../../main/rules/dates/date-order.ts';
import type { CallName, InputOf } from '../../../../shared/api.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { OrganizationId } from '../../../../shared/model/ids.ts';
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
const refund = (refundedOn: string) => ({
  participantId: zoe.id,
  cents: 7_500 as never,
  method: 'cash' as const,
  refundedOn: day(refundedOn),
  note: 'Moved away',
});
const invoice = (issuedOn: string) => ({ organizationId: lee, participantIds: [zoe.id], issuedOn: day(issuedOn) });

/** A graduate of Alpha with a due date. */
async function ofAlpha(): Promise<{ cohort: Cohort; dueId: string }> {
  const seed = new Seed();
  const cohort = seed.cohort('Alpha', { status: 'finished' });
  const graduate = seed.graduate(cohort, 'Yolanda Quarles', '2019-06-30');
  seed.due(graduate, '2022-06-01');
  await seed.write(desk);
  const { row } = await desk.call('recertification.show', { participantId: graduate.id });
  return { cohort, dueId: String(row.dueId) };
}

/** A seat offered to the first of Golf's applicants. */
async function offerInGolf(): Promise<string> {
  const seed = new Seed();
  const golf = seed.cohort('Golf', { status: 'open', seats: 1 });
  const id = seed.application(golf, seed.person('Ana Alvarez'), '2024-04-01T15:00:00.000Z');
  await seed.write(desk);
  return id;
}

/** For each pair a command that has it reversed. */
const reversals: Readonly<Record<keyof typeof datePairs, () => Reversal>> = {
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
  'graduated, documents due': () => [
    'recertification.setDue',
    async () => ({ cohortId: (await ofAlpha()).cohort.id, dueOn: day('2019-06-29') }),
  ],
};

test.each(Object.entries(reversals))('a command refuses %s where they are reversed', async (pair, reversal) => {
  const [name, input] = reversal();
  const problem = await desk.refusal(name, (await input()) as never);
  // What the pair says around its days, which is its own.
  const { say } = datePairs[pair as keyof typeof datePairs];
  const words = say('EARLIER', 'LATER')
    .split(/EARLIER|LATER/)
    .map((part) => part.trim())
    .filter((part) => part.length > 6);
  const told = [problem.sentence, ...problem.reasons].join(' ');
  for (const part of words) expect(told).toContain(part);
});

describe('A refund', () => {
  test('can’t be of more than had come in by its day', async () => {
    const part = { shares: { split: 'evenly' as const, participantIds: [zoe.id], total: 5_000 as never } };
    await desk.call('fees.receive', { ...receive('2024-05-01'), ...part });
    await desk.call('fees.receive', { ...receive('2024-06-01'), shares: { ...part.shares, total: 2_500 as never } });
    expect((await desk.refusal('fees.refund', refund('2024-05-15'))).sentence).toBe(
      'By May 15, 2024 Zoë Adams had $50 paid, so $75 can’t have gone back then. Choose a later day, or refund less.',
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
