import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openForReading } from '../../main/database/open.ts';
import { api, type CallName } from '../../shared/api.ts';
import { tableNames } from '../../shared/model/tables.ts';
import { inputsFrom, rubbish } from './inputs-from-schema.ts';
import { openTestDesk, type TestDesk } from './open-desk.ts';

const names = Object.keys(api) as CallName[];

/** A desk with the sample program, and the id of every record in it. */
async function openFullDesk(): Promise<{ readonly test: TestDesk; readonly ids: readonly string[] }> {
  const test = openTestDesk();
  await test.call('program.openSample', {});
  const reader = openForReading(test.databaseFile);
  const ids = tableNames.flatMap((table) =>
    reader
      .all<{ id: string }>(`SELECT id FROM "${table}" LIMIT 6`)
      .map(({ id }) => id)
      .filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  );
  reader.close();
  return { test, ids };
}

/** Answers of the dialogs that do no harm outside of the test's folder. */
function answer(test: TestDesk, cancels: boolean): void {
  const list = path.join(test.folder, 'list.csv');
  writeFileSync(list, 'Name,Email,ALET Membership,Years of experience\nMei Lund,mei@example.org,General,5\n');
  test.answers.openFile = cancels ? null : list;
  test.answers.saveFile = cancels ? null : path.join(test.folder, 'out.file');
  test.answers.folder = cancels ? null : test.folder;
}

async function expectResult(test: TestDesk, name: string, input: unknown): Promise<void> {
  const result = await test.desk.call(name, input).catch((error: unknown) => {
    throw new Error(`${name} threw with ${JSON.stringify(input)?.slice(0, 600)}`, { cause: error });
  });
  if (result.ok) return;
  expect(result.problem.sentence, name).toMatch(/\S.*[.?!”]$/su);
}

test('every call answers any rubbish with a refusal', async () => {
  const test = openTestDesk();
  const property = fc.asyncProperty(fc.constantFrom(...names), rubbish, async (name, input) => {
    await expectResult(test, name, input);
  });
  await fc.assert(property, { numRuns: 400 });
});

test.each(names)(
  '%s answers every input that it takes, on a desk without a program too',
  async (name) => {
    const { test, ids } = await openFullDesk();
    const empty = openTestDesk();
    const inputs = inputsFrom(api[name].input, ids);
    const property = fc.asyncProperty(inputs, fc.boolean(), async (input, cancels) => {
      answer(test, cancels);
      await expectResult(test, name, input);
      answer(empty, cancels);
      if (name !== 'program.openSample') await expectResult(empty, name, input);
    });
    await fc.assert(property, { numRuns: 25 });
  },
  120_000,
);
