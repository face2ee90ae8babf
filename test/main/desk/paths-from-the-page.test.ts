import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runDesk } from '../../../main/headless.ts';
import { api, type CallName } from '../../../shared/api.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { PersonId } from '../../../shared/model/ids.ts';
import { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { drawQr } from '../papers/draw-qr.ts';

/** Every field of every call whose name says that it is a place on the disk. */
function placesNamed(): readonly string[] {
  // Object.keys forgets that these are the names of calls.
  const names = Object.keys(api) as CallName[];
  return names.flatMap((name) => {
    const schema = JSON.stringify(z.toJSONSchema(api[name].input, { io: 'input', unrepresentable: 'any' }));
    const fields = [...schema.matchAll(/"([a-z]*(?:files?|path|folders?|directory))":\{/gi)];
    return fields.map(([, field]) => `${name} ${field}`);
  });
}

test('eight calls name a place on the disk, and all of them are looked at here; three name a file of a design by its id', () => {
  expect(placesNamed()).toEqual([
    'certificates.check file',
    // The id of a file that a design is drawn with.
    'certificateDesigns.draw file',
    'certificateDesigns.drawBackground file',
    'certificateDesigns.addFile file',
    'certificateDesigns.save file',
    'desk.showFile file',
    'evidence.add files',
    'evidence.attach files',
    'imports.read file',
    'scanLog.read file',
    'scanLog.recognise file',
  ]);
});

async function aDeskAndAList(): Promise<{ desk: TestDesk; file: string }> {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const file = path.join(desk.folder, 'scans.csv');
  writeFileSync(file, 'code,scanned_at\nCDB1,2024-06-03T12:40:12Z\nCDB2,2024-06-03T12:41:00Z\n');
  return { desk, file };
}

const readers = ['imports.read', 'scanLog.read', 'scanLog.recognise'] as const;

describe.each(readers)('%s', (call) => {
  test('reads no file that no one chose, whatever stands there', async () => {
    const { desk, file } = await aDeskAndAList();
    for (const named of [file, '/dev/zero', path.join(desk.folder, 'not there.csv'), desk.databaseFile]) {
      expect((await desk.refusal(call, { file: named })).sentence).toBe(
        `“${path.basename(named)}” was not opened, because no one chose it. Choose it in the dialog, or drop it on the window.`,
      );
    }
  });

  test('reads the one that was chosen, by exactly that name', async () => {
    const { desk, file } = await aDeskAndAList();
    desk.desk.approve(file);
    expect((await desk.ask(call, { file })).ok).toBe(true);
    expect((await desk.ask(call, { file: path.join(desk.folder, '.', 'other', '..', 'other.csv') })).ok).toBe(false);
    expect((await desk.ask(call, { file: `${desk.folder}/./scans.csv` })).ok).toBe(false);
  });

  test('reads what a terminal names', async () => {
    const { desk, file } = await aDeskAndAList();
    const { exitCode } = await runDesk([call, JSON.stringify({ file }), '--db', desk.databaseFile]);
    expect(exitCode).toBe(0);
  });
});

test('certificates.check reads a picture only where someone chose it', async () => {
  const { desk } = await aDeskAndAList();
  const file = path.join(desk.folder, 'code.png');
  writeFileSync(file, drawQr('AL-CTO-100014', { pixels: 200 }));
  expect((await desk.refusal('certificates.check', { file })).sentence).toContain('no one chose it');
  desk.desk.approve(file);
  expect((await desk.ask('certificates.check', { file })).ok).toBe(true);
});

test('a file for certificate designs is read only where someone chose it', async () => {
  const { desk, file } = await aDeskAndAList();
  const input = { use: 'background', file } as const;
  expect((await desk.refusal('certificateDesigns.addFile', input)).sentence).toContain('no one chose it');
  desk.desk.approve(file);
  expect((await desk.refusal('certificateDesigns.addFile', input)).sentence).not.toContain('no one chose it');
});

test('a file may be shown only where the app wrote it', async () => {
  const { desk, file } = await aDeskAndAList();
  desk.desk.approve(file);
  expect((await desk.refusal('desk.showFile', { file })).sentence).toContain('Only a file that was written');
});

test('what was chosen long ago has to be chosen again', async () => {
  const { desk, file } = await aDeskAndAList();
  desk.desk.approve(file);
  for (let other = 0; other < 20; other += 1) desk.desk.approve(path.join(desk.folder, `${other}.csv`));
  expect((await desk.ask('scanLog.recognise', { file })).ok).toBe(false);
});

test('evidence is copied only from files that someone chose, every one of them', async () => {
  const { desk, file } = await aDeskAndAList();
  const personId = PersonId.parse('00000000-0000-7000-8000-000000000001');
  const itemId = EvidenceItemId.parse('00000000-0000-7000-8000-000000000002');
  const claim = { personId, title: 'Fall conference', activityOn: CivilDate.parse('2024-05-20') };
  const other = path.join(desk.folder, 'other.csv');
  writeFileSync(other, 'x');
  desk.desk.approve(file);
  expect((await desk.refusal('evidence.add', { ...claim, files: [file, other] })).sentence).toContain(
    '“other.csv” was not opened, because no one chose it.',
  );
  // No such evidence: refused before a file is looked at.
  expect((await desk.refusal('evidence.attach', { itemId, files: [other] })).sentence).toContain(
    'This evidence was removed',
  );
});
