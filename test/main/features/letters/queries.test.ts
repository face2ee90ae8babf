import path from 'node:path';
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import { RecertificationDueId, SeatOfferId } from '../../../../shared/model/ids.ts';
import type { LetterKind } from '../../../../shared/model/letters.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { seedChanges } from '../../seed.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  desk.answers.saveFile = path.join(desk.folder, 'merge.csv');
});

const ann = (facts: Parameters<Seed['person']>[1] = {}) =>
  seed.person('Ann One', { email: 'ann@example.org', ...facts });
const toWrite = async (cohortId: CohortId, kind: LetterKind) =>
  (await desk.call('letters.list', { cohortId, kind })).rows.map(({ name }) => name);
const first = async (cohortId: CohortId, kind: LetterKind) => {
  const [row] = (await desk.call('letters.list', { cohortId, kind })).rows;
  if (!row) throw new Error('No one is listed.');
  return desk.call('letters.preview', { cohortId, kind, personId: row.personId, replyBy: day('2024-06-17') });
};
const merge = (cohortId: CohortId, kind: LetterKind) =>
  desk.call('letters.write', { cohortId, kind, channel: 'mail-merge', replyBy: day('2024-06-17') });

test('the fee reminder goes to whoever owes some of the fee, and says how much', async () => {
  const foxtrot = seed.cohort('Foxtrot');
  seed.participant(foxtrot, seed.person('Ann One', { organization: 'Lee County Schools' }));
  seed.participant(foxtrot, 'Bo Two', { status: 'withdrawn' });
  await seed.write(desk);
  expect(await toWrite(foxtrot.id, 'fee-reminder')).toEqual(['Ann One']);
  expect((await first(foxtrot.id, 'fee-reminder')).body).toContain('Of $75, $75 has not reached us yet.');
  expect(await toWrite(foxtrot.id, 'accepted')).toEqual([]);
});

test('a seat that is offered gets its letter with its own day, and the next offer another one', async () => {
  const foxtrot = seed.cohort('Foxtrot', { seats: 1 });
  const applicationId = seed.application(foxtrot, ann(), '2024-04-01T12:00:00.000Z');
  await seed.write(desk);
  const offer = (replyBy: string) =>
    seedChanges(desk, [
      insert('seatOffer', {
        id: SeatOfferId.parse(v7()),
        applicationId,
        offeredOn: day('2024-06-03'),
        replyBy: day(replyBy),
        overruleReason: null,
        answer: 'open',
        answeredOn: null,
      }),
    ]);
  expect(await toWrite(foxtrot.id, 'seat-offered')).toEqual([]);
  await offer('2024-06-10');
  expect((await first(foxtrot.id, 'seat-offered')).body).toContain('Please reply by Mon, Jun 10, 2024.');
  const { steps } = await desk.call('today.show', {});
  expect(steps.map(({ sentence }) => sentence)).toContain('1 offered seat has no letter yet');
  await merge(foxtrot.id, 'seat-offered');
  expect(await toWrite(foxtrot.id, 'seat-offered')).toEqual([]);
  desk.now = '2024-06-20T14:00:00.000Z';
  await offer('2024-06-27');
  expect(await toWrite(foxtrot.id, 'seat-offered')).toEqual(['Ann One']);
});

test('the re-certification reminder comes round again with the next due date', async () => {
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  const graduate = seed.graduate(alpha, ann(), '2020-06-01');
  const bo = seed.graduate(alpha, 'Bo Two', '2020-06-01');
  seed.due(graduate, '2024-06-20');
  seed.due(bo, '2024-06-20', '2024-05-01');
  await seed.write(desk);
  expect(await toWrite(alpha.id, 'recertification-reminder')).toEqual(['Ann One']);
  expect((await first(alpha.id, 'recertification-reminder')).subject).toBe(
    'Your AL-CTO re-certification documents, due Jun 20, 2024',
  );
  await merge(alpha.id, 'recertification-reminder');
  expect(await toWrite(alpha.id, 'recertification-reminder')).toEqual([]);
  const id = RecertificationDueId.parse(v7());
  const due = { id, participantId: graduate.id, cycle: 2, dueOn: day('2024-07-01'), remark: null };
  await seedChanges(desk, [insert('recertificationDue', due)]);
  expect(await toWrite(alpha.id, 'recertification-reminder')).toEqual(['Ann One']);
});

test('who lacks a value that the letter says is named, and gets none', async () => {
  const foxtrot = seed.cohort('Foxtrot');
  seed.participant(foxtrot, ann({ organization: 'Lee County Schools' }));
  seed.participant(foxtrot, seed.person('Bo Two', { email: 'bo@example.org' }));
  await seed.write(desk);
  const { rows } = await desk.call('letters.list', { cohortId: foxtrot.id, kind: 'fee-reminder' });
  const lacks = '{schoolSystem} (school system) is empty: no school system is on record.';
  expect(rows.map(({ name, missing }) => [name, missing])).toEqual([
    ['Ann One', []],
    ['Bo Two', [lacks]],
  ]);
  expect(await merge(foxtrot.id, 'fee-reminder')).toMatchObject({
    holds: '1 letter',
    notes: [`Left out: Bo Two: ${lacks}`, expect.stringContaining('the files stay, and so does the record')],
  });
  expect(await toWrite(foxtrot.id, 'fee-reminder')).toEqual(['Bo Two']);
});
