import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { CallName, InputOf } from '../../../shared/api.ts';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type {
  ApplicationId,
  CohortId,
  ParticipantId,
  PersonId,
  RecertificationDueId,
  SessionId,
} from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import { type BenchDesk, openBenchDeskIn } from '../bench-desk.ts';
import { fieldDatabase } from '../field.ts';
import { effortOf, percentile, type Report, timed } from '../measure.ts';

const RUNS = 3;

/**
 * The field's sizes: 100,000 people, 300 cohorts, 2,000,000 events, 5,000 applicants to one cohort. What every screen
 * asks right after a write, of six kinds the one that costs it most, by the processor's time; what it takes from opening
 * the database to Today's answer; and the memory of all that.
 */
export async function field(report: Report): Promise<void> {
  const file = await fieldDatabase();
  const folder = path.dirname(file);
  const bare = new Database(file, { readonly: true });
  const known = knownIn(bare);
  const floor = floorOf(bare, known.golf);
  const floorIs = 'a bare query of 200 applicants with their people';
  const say = (name: string, ours: number): void =>
    report({ name: `the field: ${name}`, unit: 'ms', ours, floor, floorIs });

  let desk = openBenchDeskIn(folder);
  // The first opening brings an older database up to date; it is the second that people wait for.
  await desk.call('today.show', {});
  await desk.close();
  say(
    'from opening the database to Today',
    await timed(async () => {
      desk = openBenchDeskIn(folder);
      await Promise.all([desk.call('desk.status', {}), desk.call('today.show', {})]);
    }),
  );
  const writes = writesOn(desk, known);
  for (const [name, input] of screensOf(known)) {
    await desk.call(name, input);
    let worst = { kind: '', cpu: 0 };
    for (const [kind, write] of Object.entries(writes)) {
      const took: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        await write();
        took.push((await effortOf(() => desk.call(name, input))).cpu);
      }
      const cpu = percentile(took, 0.5);
      if (cpu > worst.cpu) worst = { kind, cpu };
    }
    const words = Object.entries(input).filter(([key]) => !key.endsWith('Id') && key !== 'whose' && key !== 'about');
    say(`${[name, ...words.map(([, value]) => JSON.stringify(value))].join(' ')}, after ${worst.kind}`, worst.cpu);
  }
  report({
    name: 'the field: memory after every screen',
    unit: 'MB',
    ours: process.memoryUsage.rss() / 1_000_000,
    floor: 600,
    floorIs: 'the target of the design',
  });
  bare.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Whom and what the bench asks about. */
interface Known {
  readonly golf: CohortId;
  readonly foxtrot: CohortId;
  readonly applied: readonly { readonly id: ApplicationId; readonly personId: PersonId }[];
  readonly enrolled: readonly { readonly id: ParticipantId; readonly personId: PersonId }[];
  readonly owing: readonly ParticipantId[];
  readonly dues: readonly RecertificationDueId[];
  readonly sessionId: SessionId;
  readonly graduateId: ParticipantId;
}

function knownIn(bare: Database.Database): Known {
  const all = <Row>(sql: string, ...values: string[]): Row[] => bare.prepare<string[], Row>(sql).all(...values);
  const one = <Id>(sql: string, ...values: string[]): Id => {
    const [row] = all<{ id: Id }>(sql, ...values);
    if (!row) throw new Error(`The field has nothing of this: ${sql}`);
    return row.id;
  };
  const golf = one<CohortId>("SELECT id FROM cohort WHERE name = 'Golf'");
  const foxtrot = one<CohortId>("SELECT id FROM cohort WHERE name = 'Foxtrot'");
  const unpaid = `SELECT id FROM participant WHERE cohortId = ? AND NOT EXISTS (
    SELECT 1 FROM feePayment WHERE participantId = participant.id) LIMIT 60`;
  const awaited = `SELECT due.id FROM recertificationDue due WHERE dueOn < '2024-06-03' AND NOT EXISTS (
    SELECT 1 FROM recertificationReceipt WHERE dueId = due.id) LIMIT 200`;
  return {
    golf,
    foxtrot,
    applied: all('SELECT id, personId FROM application WHERE cohortId = ? LIMIT 100', golf),
    enrolled: all('SELECT id, personId FROM participant WHERE cohortId = ? LIMIT 300', foxtrot),
    owing: all<{ id: ParticipantId }>(unpaid, foxtrot).map(({ id }) => id),
    dues: all<{ id: RecertificationDueId }>(awaited).map(({ id }) => id),
    sessionId: one<SessionId>(
      `SELECT session.id FROM session JOIN sessionCohort ON sessionId = session.id
       WHERE cohortId = ? AND heldOn <= '2024-06-03' ORDER BY heldOn DESC`,
      foxtrot,
    ),
    graduateId: one<ParticipantId>("SELECT id FROM participant WHERE status = 'graduated' LIMIT 1 OFFSET 50000"),
  };
}

function floorOf(bare: Database.Database, golf: CohortId): number {
  const slice = bare.prepare(
    'SELECT application.*, person.* FROM application JOIN person ON person.id = personId WHERE cohortId = ? LIMIT 200',
  );
  const times: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const before = process.cpuUsage();
    slice.all(golf);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1_000);
  }
  return percentile(times, 0.5);
}

/** Writes of every kind that a screen follows, each time another one. */
function writesOn(desk: BenchDesk, known: Known): Readonly<Record<string, () => Promise<unknown>>> {
  let number = 0;
  const withdrawn = new Set<ApplicationId>();
  // Each kind of write goes through its own list, so that no documents come in twice.
  const turns = new Map<readonly unknown[], number>();
  const next = <Each>(some: readonly Each[]): Each => {
    number += 1;
    const turn = (turns.get(some) ?? -1) + 1;
    turns.set(some, turn);
    const each = some[turn % some.length];
    if (each === undefined) throw new Error('The field has nothing of this.');
    return each;
  };
  return {
    'a corrected person': () =>
      desk.call('people.revise', { personId: next(known.applied).personId, phone: `25655${10_000 + number}` }),
    'another name': () =>
      desk.call('people.revise', { personId: next(known.enrolled).personId, givenName: `Ada ${number}` }),
    'a withdrawal': () => {
      const { id } = next(known.applied);
      // Whoever was withdrawn in an earlier round is taken back.
      const status = withdrawn.delete(id) ? 'under-review' : 'withdrawn';
      if (status === 'withdrawn') withdrawn.add(id);
      return desk.call('applicants.setStatus', { applicationIds: [id], status });
    },
    'someone who came late': () =>
      desk.call('attendance.note', {
        sessionId: known.sessionId,
        personIds: [next(known.enrolled).personId],
        what: { kind: 'late', clock: ClockTime.parse(`08:${10 + (number % 49)}`) },
      }),
    'a payment': () =>
      desk.call('fees.receive', {
        shares: { split: 'each', amounts: [{ participantId: next(known.owing), cents: Cents.parse(100) }] },
        method: 'cash',
        reference: null,
        receivedOn: CivilDate.parse('2024-06-02'),
      }),
    'documents received': () =>
      desk.call('recertification.receive', { dueIds: [next(known.dues)], receivedOn: CivilDate.parse('2024-06-01') }),
  };
}

type Asked = { [Name in CallName]: readonly [Name, InputOf<Name>] }[CallName];

/** What every screen asks first, and what leads ask of the large ones. */
function screensOf({ golf, foxtrot, applied, enrolled, sessionId, graduateId }: Known): readonly Asked[] {
  const [applicant] = applied.slice(40);
  const [participant] = enrolled.slice(30);
  if (!applicant || !participant) throw new Error('The field has no one.');
  return [
    ['desk.status', {}],
    ['today.show', {}],
    ['applicants.list', { cohortId: golf }],
    ['applicants.list', { cohortId: golf, sort: { by: 'name', direction: 'down' }, offset: 4_000 }],
    ['applicants.list', { cohortId: golf, search: 'garcia' }],
    ['applicants.show', { applicationId: applicant.id }],
    ['applicants.fairness', { cohortId: golf }],
    ['applicants.whatIf', { cohortId: golf, seats: 31 }],
    ['offers.list', { cohortId: golf }],
    ['letters.list', { cohortId: golf, kind: 'waiting' }],
    ['letters.list', { cohortId: foxtrot, kind: 'fee-reminder' }],
    ['cohorts.list', {}],
    ['cohorts.participants', { cohortId: foxtrot }],
    ['courses.year', { cohortId: foxtrot }],
    ['attendance.list', { limit: 50 }],
    ['attendance.session', { sessionId }],
    ['attendance.find', { sessionId, text: 'gar' }],
    ['progress.list', { cohortId: foxtrot }],
    ['progress.show', { participantId: participant.id }],
    ['graduates.list', { cohortId: foxtrot, show: 'may-graduate' }],
    ['graduates.list', {}],
    ['graduates.list', { search: 'garcia' }],
    ['graduates.show', { participantId: graduateId }],
    ['recertification.list', {}],
    ['recertification.list', { show: 'everyone', search: 'garcia' }],
    ['fees.list', { cohortId: foxtrot }],
    ['fees.list', {}],
    ['fees.show', { participantId: participant.id }],
    ['fees.invoices', {}],
    ['history.list', {}],
    ['history.list', { search: 'checked in', offset: 10_000 }],
    ['people.search', { text: 'gar' }],
    ['people.show', { personId: participant.personId }],
    ['person.show', { personId: participant.personId }],
    ['notes.list', { about: { personId: participant.personId } }],
    ['tags.list', {}],
    ['organizations.list', {}],
    ['program.show', {}],
  ];
}
