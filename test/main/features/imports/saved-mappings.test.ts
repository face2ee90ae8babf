import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ImportField } from '../../../../shared/model/imports.ts';
import type { ImportReading } from '../../../../shared/views/imports.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const header = 'Wann,Wer,Wo,Post';
const line = '2024/04/02 9:00:00 AM CDT,Ada Quill,Lee County Schools,ada@example.org';
const fields: (ImportField | null)[] = ['submittedAt', 'fullName', 'organization', 'email'];
const shapes = [{ headers: header.split(','), fields }];
const save = { name: 'Foreign form', kind: 'applications' as const, shapes };

async function read(desk: Foxtrot, text: string): Promise<ImportReading> {
  desk.answers.openFile = path.join(desk.folder, 'form.csv');
  writeFileSync(desk.answers.openFile, text);
  const reading = await desk.call('imports.read', {});
  if (!reading) throw new Error('Nothing was read.');
  return reading;
}

test('saved columns are recognized the next time, in any order, case and place of the header', async () => {
  const desk = await openFoxtrot();
  const first = await read(desk, `${header}\n${line}\n`);
  expect(first.recognized).toBeNull();
  expect(first.mappings[0]?.fields).not.toEqual(fields);
  const { mappingId } = await desk.call('imports.saveMapping', save);
  const again = await read(desk, `${header}\n${line}\n`);
  expect(again).toMatchObject({ recognized: { id: mappingId, name: 'Foreign form' }, mappings: [{ fields }] });
  const other = await read(desk, `Our applicants\n\nPOST,wer?,Wo,Wann\na@example.org,Ada Quill,Lee,4/1/2024\n`);
  expect(other.mappings).toEqual([
    { sheet: 'form', headerRow: 3, fields: ['email', 'fullName', 'organization', 'submittedAt'] },
  ]);
  expect((await read(desk, `${header},More\n${line},x\n`)).recognized).toBeNull();
});

test('saving and forgetting are commands like any other: told, listed, undone', async () => {
  const desk = await openFoxtrot();
  const before = desk.hash();
  const { mappingId } = await desk.call('imports.saveMapping', save);
  expect(await desk.call('imports.mappings', {})).toEqual([
    { id: mappingId, name: 'Foreign form', kind: 'applications', columns: ['Wann', 'Wer', 'Wo', 'Post'] },
  ]);
  const [row] = (await desk.call('history.list', {})).rows;
  expect(row?.label).toBe('Saved the columns “Foreign form”');
  if (!row) throw new Error('History is empty.');
  const detail = JSON.stringify(await desk.call('history.show', { commandId: row.commandId }));
  expect(detail).toContain('Columns of applications, “Foreign form”');
  await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
  await desk.call('history.redo', {});
  await desk.call('imports.forgetMapping', { mappingId });
  expect(await desk.call('imports.mappings', {})).toEqual([]);
  expect((await desk.refusal('imports.forgetMapping', { mappingId })).sentence).toContain('already deleted');
});

test('the same name takes the place of what it named, and of two that know a header the last saved wins', async () => {
  const desk = await openFoxtrot();
  const { mappingId } = await desk.call('imports.saveMapping', save);
  desk.now = '2024-06-03T15:00:00.000Z';
  const second = await desk.call('imports.saveMapping', { ...save, name: 'Second' });
  expect((await read(desk, `${header}\n${line}\n`)).recognized?.id).toBe(second.mappingId);
  desk.now = '2024-06-03T16:00:00.000Z';
  const changed: (ImportField | null)[] = ['submittedAt', 'fullName', null, 'email'];
  const again = await desk.call('imports.saveMapping', {
    ...save,
    name: 'foreign FORM',
    shapes: [{ headers: header.split(','), fields: changed }],
  });
  expect(again.mappingId).toBe(mappingId);
  const reading = await read(desk, `${header}\n${line}\n`);
  expect(reading).toMatchObject({ recognized: { name: 'foreign FORM' }, mappings: [{ fields: changed }] });
  expect(await desk.call('imports.mappings', {})).toHaveLength(2);
});

test('saved columns can be chosen for another file: columns of the same name are taken, the others are named', async () => {
  const desk = await openFoxtrot();
  const { mappingId } = await desk.call('imports.saveMapping', save);
  const { readingId } = await read(desk, 'Wer,Post,Farbe\nAda Quill,ada@example.org,blau\n');
  const ask = { readingId, kind: 'applications' as const, sheets: [{ sheet: 'form' }], mappingId };
  const taken = await desk.call('imports.guess', ask);
  expect(taken.mappings[0]?.fields).toEqual(['fullName', 'email', null]);
  expect(taken.notes).toEqual([
    'This file has no column “Wann”, which “Foreign form” knows.',
    'This file has no column “Wo”, which “Foreign form” knows.',
  ]);
  expect((await desk.refusal('imports.guess', { ...ask, kind: 'graduates' })).sentence).toContain(
    'is for applications',
  );
  const none = await read(desk, 'a,b\n1,2\n');
  const refused = await desk.refusal('imports.guess', { ...ask, readingId: none.readingId });
  expect(refused.sentence).toContain('No column of this file is named as in “Foreign form”');
  expect(refused.reasons[0]).toContain('“Wann”');
});

test('another header row has its columns guessed anew', async () => {
  const desk = await openFoxtrot();
  const text = 'Name,School System\nName of applicant,Email Address\nAda Quill,ada@example.org\n';
  const { readingId } = await read(desk, text);
  const guess = async (headerRow: number) => {
    const sheets = [{ sheet: 'form', headerRow }];
    return (await desk.call('imports.guess', { readingId, kind: 'applications', sheets })).mappings[0];
  };
  expect(await guess(2)).toEqual({ sheet: 'form', headerRow: 2, fields: ['fullName', 'email'] });
  expect((await guess(1))?.fields[1]).toBe('organization');
  const stranger = { readingId, kind: 'applications' as const, sheets: [{ sheet: 'other' }] };
  expect((await desk.refusal('imports.guess', stranger)).sentence).toContain('has no sheet “other”');
});

test('columns that are taken for nothing, or have no header, are not saved', async () => {
  const desk = await openFoxtrot();
  const nothing = { ...save, shapes: [{ headers: ['a'], fields: [null] }] };
  expect((await desk.refusal('imports.saveMapping', nothing)).sentence).toContain('No column is matched');
  const bare = { ...save, shapes: [{ headers: ['', ' '], fields: ['email' as const, null] }] };
  expect((await desk.refusal('imports.saveMapping', bare)).sentence).toContain('the header is empty');
});
