import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Cache, type Facts, factsOf } from '../../../main/call/facts.ts';
import type { ReadableDatabase, Scalar } from '../../../main/database/handles.ts';
import { openForReading } from '../../../main/database/open.ts';
import { handlers } from '../../../main/desk/handlers.ts';
import { Instant } from '../../../shared/model/dates.ts';
import type { ApplicationId, CohortId, CommandId, SessionId } from '../../../shared/model/ids.ts';
import { someDevice } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { day, Seed } from '../seed-graduates.ts';

/** The tables that grow to 100,000 rows and more. */
const large = ['application', 'person', 'attendanceEvent', 'logEntry'];

let recorder: Recorder;
let known: { cohortId: CohortId; applicationId: ApplicationId; sessionId: SessionId; commandId: CommandId };

beforeEach(async () => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2024-10-01') });
  for (const name of ['Ann Ready', 'Renée McAllister', 'Siobhán O’Brien']) {
    seed.application(foxtrot, seed.person(name), '2024-04-01T12:00:00.000Z');
  }
  seed.graduate(seed.cohort('Alpha', { status: 'finished' }), 'Yolanda Quarles');
  seed.session(foxtrot, 'cto-roles', '2024-06-03');
  await seed.write(desk);
  const reader = openForReading(desk.databaseFile);
  onTestFinished(() => reader.close());
  const id = <Id>(sql: string): Id => {
    const found = reader.get<{ id: Id }>(sql);
    if (!found) throw new Error(`Nothing was seeded for: ${sql}`);
    return found.id;
  };
  known = {
    applicationId: id('SELECT id FROM application LIMIT 1'),
    cohortId: id("SELECT id FROM cohort WHERE name = 'Foxtrot'"),
    commandId: id('SELECT id FROM logCommand ORDER BY sequence DESC LIMIT 1'),
    sessionId: id('SELECT id FROM session LIMIT 1'),
  };
  recorder = new Recorder(reader);
});

/** A reader that remembers every statement, and asks SQLite how it would answer it. */
class Recorder {
  readonly statements = new Map<string, readonly Scalar[]>();
  readonly facts: Facts;
  readonly #reader: ReadableDatabase;

  constructor(reader: ReadableDatabase) {
    this.#reader = reader;
    const note = (sql: string, values: readonly Scalar[]) => void this.statements.set(sql, values);
    const recording: ReadableDatabase = {
      ...reader,
      all: <Row>(sql: string, ...values: Scalar[]) => {
        note(sql, values);
        return reader.all<Row>(sql, ...values);
      },
      get: <Row>(sql: string, ...values: Scalar[]) => {
        note(sql, values);
        return reader.get<Row>(sql, ...values);
      },
      each: <Row>(sql: string, ...values: Scalar[]) => {
        note(sql, values);
        return reader.each<Row>(sql, ...values);
      },
    };
    const newId = () => {
      throw new Error('A query makes no ids.');
    };
    this.facts = factsOf(recording, new Cache(), Instant.parse('2024-06-03T14:00:00.000Z'), newId, someDevice());
  }

  /** Every statement so far that reads a large table from end to end. */
  scans(): string[] {
    return [...this.statements].flatMap(([sql, values]) => {
      const names = namesOfLarge(sql);
      return this.#reader
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values)
        .filter(({ detail }) => names.has(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
        .map(({ detail }) => `${detail}: ${sql}`);
    });
  }
}

/** What the large tables are called in a statement: a plan names them by their aliases. */
function namesOfLarge(sql: string): ReadonlySet<string> {
  const aliases = [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(?!ON\b|WHERE\b|JOIN\b)([a-z]\w*)/g)];
  const named = aliases.filter(([, table]) => large.includes(table ?? '')).map(([, , alias]) => alias ?? '');
  return new Set([...large, ...named]);
}

test('the recorder sees a scan, also under another name', () => {
  const { database } = recorder.facts;
  database.all("SELECT id FROM person WHERE phone = '1'");
  database.all("SELECT someone.id FROM person someone WHERE someone.phone = '1'");
  expect(recorder.scans()).toHaveLength(2);
});

test.each<[string, (facts: Facts) => unknown]>([
  ['people.search', (facts) => handlers['people.search'](facts, { text: 'ren mcall', limit: 12 })],
  [
    'attendance.find',
    (facts) => handlers['attendance.find'](facts, { sessionId: known.sessionId, text: 'siob', limit: 8 }),
  ],
  ['history.list', (facts) => handlers['history.list'](facts, { search: '', offset: 0, limit: 50 })],
  ['history.show', (facts) => handlers['history.show'](facts, { commandId: known.commandId })],
  ['applicants.show', (facts) => handlers['applicants.show'](facts, { applicationId: known.applicationId })],
  ['calendars.cohort', (facts) => handlers['calendars.cohort'](facts, { cohortId: known.cohortId })],
  ['desk.status', (facts) => handlers['desk.status'](facts, {})],
])('%s reads no large table from end to end', async (_, ask) => {
  expect(await ask(recorder.facts)).toMatchObject({ ok: true });
  expect(recorder.statements.size).toBeGreaterThan(0);
  expect(recorder.scans()).toEqual([]);
});
