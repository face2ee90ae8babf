import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { type Foxtrot, formText, openFoxtrot } from '../../foxtrot.ts';

const people = ['Zoe Quill', 'Ada Reed', 'Moe Lark'];
const april3 = CivilDate.parse('2024-04-03');
const at = (time: string) => ({ day: april3, time: ClockTime.parse(time) });

/** Reads a list of names without a column for the time, in the order in which they were collected. */
async function readList(desk: Foxtrot, names: readonly string[] = people) {
  const lines = formText(names.map((name) => ({ name }))).split('\r\n');
  desk.answers.openFile = path.join(desk.folder, 'list.csv');
  writeFileSync(desk.answers.openFile, lines.map((line) => line.slice(line.indexOf(',') + 1)).join('\r\n'));
  const reading = await desk.call('imports.read', {});
  if (!reading) throw new Error('Nothing was read.');
  const { readingId, kind, mappings } = reading;
  return { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
}

test('a list without a column for the time waits for a look, unless it is said once when all were sent', async () => {
  const desk = await openFoxtrot();
  const wish = await readList(desk);
  const bare = await desk.call('imports.preview', wish);
  expect(bare.counts['needs-a-look']).toBe(3);
  expect(bare.notes.join()).toContain('no column for the time of submission');
  const said = await desk.call('imports.preview', { ...wish, sentAt: at('16:33') });
  expect(said.counts.create).toBe(3);
  expect(said.notes).toEqual([]);
  expect(said.rows[0]?.notes).toEqual(['Sent on Apr 3, 2024, 4:33 PM, as said for the whole file.']);
});

test('who is imported so takes a place without doubt, in the order of the rows, and History says whence the time comes', async () => {
  const desk = await openFoxtrot();
  await desk.apply([
    { name: 'Early Bird', sent: '2024/04/03 4:32:00 PM CDT' },
    { name: 'Late Comer', sent: '2024/04/03 4:34:00 PM CDT' },
  ]);
  await desk.call('imports.apply', { ...(await readList(desk)), sentAt: at('16:33') });
  const order = (await desk.everyone()).map(({ place, name, appliedDoubt }) => [place, name, appliedDoubt]);
  expect(order).toEqual([
    [1, 'Early Bird', null],
    [2, 'Zoe Quill', null],
    [3, 'Ada Reed', null],
    [4, 'Moe Lark', null],
    [5, 'Late Comer', null],
  ]);
  const { rows } = await desk.call('history.list', {});
  expect(rows[0]?.label).toBe(
    'Imported 3 applications to Foxtrot, sent on Apr 3, 2024, 4:33 PM, as said for the whole file',
  );
});

test('without a time the end of the day counts, so that no one whose time is known loses a place', async () => {
  const desk = await openFoxtrot();
  await desk.apply([{ name: 'Late Comer', sent: '2024/04/03 11:30:00 PM CDT' }]);
  await desk.call('imports.apply', { ...(await readList(desk)), sentAt: { day: april3 } });
  expect((await desk.everyone()).map(({ name }) => name)).toEqual(['Late Comer', ...people]);
});

test('the same list again is here already, whatever is said of its time', async () => {
  const desk = await openFoxtrot();
  await desk.call('imports.apply', { ...(await readList(desk)), sentAt: at('16:33') });
  const before = desk.hash();
  for (const sentAt of [at('16:33'), at('09:00'), null]) {
    const { sentence } = await desk.call('imports.apply', { ...(await readList(desk)), sentAt });
    expect(sentence).toBe('All 3 rows of this file are here already; nothing was saved.');
  }
  expect(desk.hash()).toBe(before);
});

test('a time that can’t be right is refused, and one beside a column that tells it counts for nothing', async () => {
  const desk = await openFoxtrot();
  const wish = await readList(desk);
  const refusal = async (day: string) =>
    (await desk.refusal('imports.preview', { ...wish, sentAt: { day: CivilDate.parse(day) } })).sentence;
  expect(await refusal('2999-01-01')).toMatch(/is in the future\. Under the columns, correct when all were sent\.$/);
  expect(await refusal('1999-01-01')).toMatch(/before anyone could apply/);
  const { readingId, kind, mappings } = await desk.read([{ name: 'Ada Reed', sent: '2024/04/05 9:00:00 AM CDT' }]);
  await desk.call('imports.apply', {
    readingId,
    kind,
    mappings: [...mappings],
    cohortId: desk.cohortId,
    sentAt: at('16:33'),
  });
  expect((await desk.applicant('Ada Reed')).applied).toBe('2024-04-05T14:00:00.000Z');
});
