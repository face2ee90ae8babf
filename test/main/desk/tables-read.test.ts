import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Cache } from '../../../main/call/facts.ts';
import { openForReading } from '../../../main/database/open.ts';
import { api, type CallName, callsFrom } from '../../../shared/api.ts';
import type { Sources } from '../../../shared/call.ts';
import { type TableName, tableNames } from '../../../shared/model/tables.ts';
import { inputsFrom } from '../inputs-from-schema.ts';
import { openTestDesk } from '../open-desk.ts';
import { watchReads } from './watch-reads.ts';

const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);

/** Of the calls that read, those whose answer is made of tables. */
const queries = (Object.keys(api) as CallName[]).filter(
  (name) => api[name].kind === 'reads' && api[name].from !== 'everything',
);

test('a query reads no table but those that it declares, so that its screen never shows what is past', async () => {
  const desk = openTestDesk();
  await desk.call('program.openSample', {});
  const reader = openForReading(desk.databaseFile);
  const known = tableNames.flatMap((table) =>
    reader
      .all<{ id: string }>(`SELECT id FROM "${table}" LIMIT 6`)
      .map(({ id }) => id)
      .filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  );
  reader.close();
  const policy = (await desk.call('program.show', {}))?.policy;
  // What was computed before would be read again by no one.
  vi.spyOn(Cache.prototype, 'get').mockImplementation((_key, _tables, compute) => compute());
  const watch = watchReads(desk.databaseFile);
  onTestFinished(() => watch.stop());
  const undeclared: string[] = [];
  for (const name of queries) {
    const inputs = inputsFrom(api[name].input, { known, fields: { policy: fc.constant(policy) } });
    const samples = fc.sample(inputs, { numRuns: 20, seed: 7 });
    const read = await watch.tablesOf(async () => {
      for (const input of samples) await desk.desk.call(name, input);
    });
    const from: Sources = api[name].from;
    // The policy tells every call what day it is.
    const missing = [...read].filter((table) => isTable(table) && table !== 'policyVersion' && !from.includes(table));
    if (missing.length > 0) undeclared.push(`${name} reads ${missing.join(', ')} too`);
  }
  expect(undeclared).toEqual([]);
});

test('a change of a table asks again for what it is shown in, and for nothing else', () => {
  expect(callsFrom(['columnSet'])).toContain('columnSets.list');
  expect(callsFrom(['columnSet'])).not.toContain('applicants.list');
  expect(callsFrom(['person'])).toContain('applicants.list');
  // The history, Today and the frame follow every change, also one of no table, such as a backup.
  expect(callsFrom([])).toEqual(expect.arrayContaining(['history.list', 'today.show', 'desk.status']));
});
