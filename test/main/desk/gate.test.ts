import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openForReading } from '../../../main/database/open.ts';
import { api, type CallName } from '../../../shared/api.ts';
import { tableNames } from '../../../shared/model/tables.ts';
import { runs } from '../../runs.ts';
import { inputsFrom, rubbish } from '../inputs-from-schema.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';

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

/** The policy in force, whole or with one of its parts turned into something else. */
async function policies(test: TestDesk): Promise<fc.Arbitrary<unknown>> {
  const policy = (await test.call('program.show', {}))?.policy;
  if (!policy) throw new Error('There is no program.');
  const { admission } = policy;
  return fc.constantFrom<unknown>(
    policy,
    null,
    { ...policy, admission: { ...admission, seats: 1 } },
    { ...policy, admission: { ...admission, tiers: [] } },
    { ...policy, admission: { ...admission, tiers: admission.tiers.slice(0, 1) } },
    { ...policy, memberships: policy.memberships.slice(1) },
    { ...policy, courses: [] },
    { ...policy, cohortNames: [] },
    { ...policy, recertification: { ...policy.recertification, dueDates: [] } },
    { ...policy, program: { ...policy.program, zone: 'Nowhere/None' } },
  );
}

async function expectResult(test: TestDesk, name: string, input: unknown): Promise<void> {
  const result = await test.desk.call(name, input).catch((error: unknown) => {
    throw new Error(`${name} threw with ${JSON.stringify(input)?.slice(0, 600)}`, { cause: error });
  });
  // A desk that has become a kiosk would refuse all that is asked of it from now on.
  if (test.desk.isKiosk()) await test.desk.callAsOwner('kiosk.release', {});
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

test('every call answers every input that it takes, on a full desk and on one without a program', async () => {
  const { test, ids } = await openFullDesk();
  const empty = openTestDesk();
  const ingredients = { known: ids, fields: { policy: await policies(test) } };
  const inputs = new Map(names.map((name) => [name, inputsFrom(api[name].input, ingredients)]));
  const taken = new Set<CallName>();
  // One call after the other, and round again: none is left out by chance, and each comes after what the others have done.
  const property = fc.asyncProperty(
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), inputs.get(name) ?? fc.constant({}), fc.boolean()))),
    async (calls) => {
      for (const [name, input, cancels] of calls) {
        if (api[name].input.safeParse(input).success) taken.add(name);
        answer(test, cancels);
        await expectResult(test, name, input);
        answer(empty, cancels);
        if (name !== 'program.openSample' && name !== 'program.establish') await expectResult(empty, name, input);
      }
    },
  );
  await fc.assert(property, { numRuns: runs(12), endOnFailure: true });
  // Chance may make none that a call takes; were there more, the inputs would be no inputs.
  expect(taken.size).toBeGreaterThan(0.9 * names.length);
});

test('a day at the end of all years breaks nothing that counts from it', async () => {
  const { test } = await openFullDesk();
  for (const day of ['9999-12-31', '0000-01-01']) {
    await expectResult(test, 'courses.addConference', { name: `On ${day}`, startsOn: day, endsOn: day, place: null });
    const cohort = (await test.call('cohorts.list', {})).cohorts.find(({ applicants }) => applicants > 0);
    await test.call('cohorts.revise', { cohortId: cohort?.id ?? '', opensOn: null, closesOn: day } as never);
    for (const name of ['courses.year', 'applicants.list', 'applicants.fairness', 'offers.list'] as const) {
      await expectResult(test, name, { cohortId: cohort?.id });
    }
    await expectResult(test, 'today.show', {});
  }
});

test('a list of thousands of ids that no one has is refused, not run into', async () => {
  const { test } = await openFullDesk();
  const many = Array.from({ length: 5_000 }, (_, at) => `018f0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`);
  const [one = ''] = many;
  const inputs: readonly (readonly [CallName, object])[] = [
    ['applicants.accept', { cohortId: one, applicationIds: many }],
    ['applicants.setStatus', { applicationIds: many, status: 'waiting' }],
    ['attendance.mark', { sessionId: one, personIds: many }],
    ['recertification.receive', { dueIds: many, receivedOn: '2024-04-01' }],
    ['fees.waive', { participantIds: many, reason: 'A test of many' }],
    ['fees.printReceipt', { paymentIds: many }],
    ['graduates.graduate', { cohortId: one, participantIds: many, graduatedOn: '2024-06-01' }],
  ];
  for (const [name, input] of inputs) {
    const result = await test.desk.call(name, input);
    expect(result, name).toMatchObject({ ok: false });
  }
  const cohort = (await test.call('cohorts.list', {})).cohorts[0];
  await expectResult(test, 'applicants.accept', { cohortId: cohort?.id, applicationIds: many });
});
