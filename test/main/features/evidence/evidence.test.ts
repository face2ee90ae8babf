import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Participant } from '../../../../shared/model/cohorts.ts';
import type { EvidenceDocumentId } from '../../../../shared/model/evidence.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let yolanda: Participant;
let isaac: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const alpha = seed.cohort('Alpha');
  yolanda = seed.graduate(alpha, seed.person('Yolanda Quarles'), '2020-06-30');
  isaac = seed.graduate(alpha, seed.person('Isaac Rutledge'), '2020-06-30');
  await seed.write(desk);
  await desk.call('desk.nameLead', { name: 'Stacy' });
});

/** A file that a person dropped on the window. */
function dropped(name: string, content: string | Uint8Array): string {
  const file = path.join(desk.folder, name);
  writeFileSync(file, content);
  desk.desk.approve(file);
  return file;
}

const about = (participant = yolanda) => ({
  personId: participant.personId,
  title: 'Fall conference',
  activityOn: day('2024-05-20'),
  claimed: 6,
});
const store = () => path.join(desk.folder, 'evidence');
const inStore = () => (existsSync(store()) ? readdirSync(store()) : []);
const itemsOf = async (participant = yolanda) =>
  (await desk.call('evidence.ofPerson', { personId: participant.personId })).items;
const documentId = async (): Promise<EvidenceDocumentId> => {
  const id = (await itemsOf())[0]?.documents[0]?.id;
  if (!id) throw new Error('No document');
  return id;
};
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('Evidence that comes in', () => {
  test('is copied into the store beside the database, and its record knows hash, size, type, and name', async () => {
    const file = dropped('diploma.pdf', onePixel);
    await desk.call('evidence.add', { ...about(), files: [file], note: 'By hand' });
    rmSync(file);
    const sha256 = createHash('sha256').update(onePixel).digest('hex');
    expect(inStore()).toEqual([sha256]);
    const [item] = await itemsOf();
    expect(item).toMatchObject({ title: 'Fall conference', claimed: 600, state: 'received', receivedOn: '2024-06-03' });
    expect(item?.documents).toMatchObject([
      // By its bytes a picture, whatever its name says.
      { kind: 'file', sha256, size: onePixel.length, type: 'png', name: 'diploma.pdf', about: 'PNG picture, 70 bytes' },
      { kind: 'note', text: 'By hand' },
    ]);
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toEqual({
      kind: 'picture',
      address: `data:image/png;base64,${onePixel.toString('base64')}`,
    });
  });

  test('is stored once, whoever hands it in and whatever it is called', async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('one.txt', 'same'), dropped('two.txt', 'same')] });
    const again = await desk.call('evidence.add', { ...about(isaac), files: [dropped('three.txt', 'same')] });
    expect(again).toMatchObject({ files: 1, known: 1 });
    expect(inStore()).toHaveLength(1);
    expect((await itemsOf())[0]?.documents).toHaveLength(1);
  });

  test('is read only from files that someone chose or dropped', async () => {
    const file = path.join(desk.folder, 'secret.txt');
    writeFileSync(file, 'x');
    const refused = await desk.refusal('evidence.add', { ...about(), files: [dropped('a.txt', 'a'), file] });
    expect(refused.sentence).toContain('“secret.txt” was not opened, because no one chose it.');
    expect(inStore()).toEqual([]);
    expect(await itemsOf()).toEqual([]);
  });

  test('leaves nothing behind where it is refused', async () => {
    const large = dropped('huge.mov', 'x');
    truncateSync(large, 2_000_000_000);
    const refused = await desk.refusal('evidence.add', { ...about(), files: [dropped('a.txt', 'a'), large] });
    expect(refused.sentence).toContain('“huge.mov” is larger than 100 MB');
    const gone = await desk.refusal('evidence.add', {
      ...about(),
      personId: '00000000-0000-4000-8000-000000000000' as never,
      files: [dropped('a.txt', 'a')],
    });
    expect(gone.sentence).toContain('no longer on record');
    expect(inStore()).toEqual([]);
  });

  test.each([
    [-1, 'is less than nothing'],
    [0.333, 'Type 0.33 or 0.34.'],
    [10_000, 'more than one activity can be'],
  ])('is refused with %d hours, and no file is copied for it', async (claimed, said) => {
    const refused = await desk.refusal('evidence.add', { ...about(), claimed, files: [dropped('a.txt', 'a')] });
    expect(refused.sentence).toContain(said);
    expect(inStore()).toEqual([]);
  });

  test('keeps a file’s name without path signs and signs that turn it around', async () => {
    const name = process.platform === 'win32' ? 'a\u202Efdp.exe' : 'a\\b\u202Efdp.exe';
    await desk.call('evidence.add', { ...about(), files: [dropped(name, 'MZ…')] });
    const [item] = await itemsOf();
    expect(item?.documents[0]?.name).not.toMatch(/[\\/\u202E]/);
    expect(item?.documents[0]?.type).toBe('program');
  });

  test('can be a link or a note instead; other addresses are refused', async () => {
    await desk.call('evidence.add', { ...about(), link: 'https://example.org/badge/1' });
    expect((await itemsOf())[0]?.documents).toMatchObject([{ kind: 'link', text: 'https://example.org/badge/1' }]);
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', 'https://me:secret@example.org']) {
      await desk.refusal('evidence.add', { ...about(), link });
    }
  });

  test('goes with one Undo and comes back with its file', async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('a.txt', 'hours')] });
    await desk.call('history.undo', {});
    expect(await itemsOf()).toEqual([]);
    await desk.call('history.redo', {});
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toEqual({
      kind: 'text',
      text: 'hours',
    });
  });

  test('goes to the one who stays when two people are merged', async () => {
    await desk.call('evidence.add', { ...about(isaac), note: 'By mail' });
    const seed = new Seed();
    const double = seed.person('Isaac Rutledge');
    await seed.write(desk);
    await desk.call('duplicates.merge', { keptId: double.id, goneId: isaac.personId });
    const { items } = await desk.call('evidence.ofPerson', { personId: double.id });
    expect(items.map(({ title }) => title)).toEqual(['Fall conference']);
  });
});

describe('A file of the store', () => {
  beforeEach(async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('page.html', '<script>alert(1)</script>')] });
  });
  const kept = () => path.join(store(), inStore()[0] ?? '');

  test('that can hold scripts is saved out and never shown', async () => {
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toEqual({
      kind: 'not-shown',
      because: 'Web pages aren’t shown, because they can hold scripts. Save a copy to look at it in its own program.',
    });
    desk.answers.saveFile = path.join(desk.folder, 'out.html');
    const saved = await desk.call('evidence.save', { documentId: await documentId() });
    expect(saved).toMatchObject({ holds: 'Web page, 25 bytes' });
    expect(statSync(desk.answers.saveFile).size).toBe(25);
  });

  test('that is missing is told, and nothing else stops', async () => {
    rmSync(kept());
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toMatchObject({
      kind: 'lost',
      because: expect.stringContaining('“page.html” is missing from the folder “evidence”'),
    });
    expect((await desk.refusal('evidence.save', { documentId: await documentId() })).sentence).toContain('is missing');
    expect(await itemsOf()).toHaveLength(1);
    // The same file again puts it right.
    await desk.call('evidence.add', { ...about(isaac), files: [path.join(desk.folder, 'page.html')] });
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toMatchObject({
      kind: 'not-shown',
    });
  });

  test.each([
    ['of the same length', '<script>alert(2)</script>'],
    ['of another length', 'much longer than it was when it came in'],
    ['cut off', '<script>'],
  ])('that was altered, %s, is told and not shown', async (_how, text) => {
    writeFileSync(kept(), text);
    expect(await desk.call('evidence.preview', { documentId: await documentId() })).toMatchObject({
      kind: 'lost',
      because: expect.stringContaining('was altered'),
    });
  });
});

describe('The review', () => {
  const add = async (participant: Participant, title: string, receivedOn: string) =>
    (await desk.call('evidence.add', { ...about(participant), title, note: 'By mail', receivedOn: day(receivedOn) }))
      .itemId;
  const queue = async (search = '') => (await desk.call('evidence.queue', { search })).rows.map(({ title }) => title);

  test('goes through what waits, oldest first, and one Undo takes each decision back', async () => {
    const second = await add(yolanda, 'Summer camp', '2024-05-30');
    const first = await add(isaac, 'Law talk', '2024-05-29');
    expect(await queue()).toEqual(['Law talk', 'Summer camp']);
    expect(await queue('quar')).toEqual(['Summer camp']);
    await desk.call('evidence.review', { itemId: first, decision: { kind: 'accept' } });
    expect(await queue()).toEqual(['Summer camp']);
    await desk.call('evidence.review', {
      itemId: second,
      decision: { kind: 'part', amount: 4.5, reason: 'One day only' },
    });
    expect(await queue()).toEqual([]);
    expect((await itemsOf())[0]).toMatchObject({
      state: 'partly-accepted',
      accepted: 450,
      reviewer: 'Stacy',
      decidedOn: '2024-06-03',
      returnedBecause: 'One day only',
    });
    const [last] = (await desk.call('history.list', {})).rows;
    expect(last?.label).toBe('Partly accepted “Summer camp” of Yolanda Quarles, 4.5 hours');
    await desk.call('history.undo', {});
    expect(await queue()).toEqual(['Summer camp']);
    expect((await itemsOf())[0]).toMatchObject({ state: 'received', accepted: null, reviewer: null });
  });

  test('waits again for what was returned when more of it comes in', async () => {
    const itemId = await add(yolanda, 'Summer camp', '2024-05-30');
    await desk.call('evidence.review', { itemId, decision: { kind: 'return', reason: 'No name on it' } });
    expect(await queue()).toEqual([]);
    await desk.call('evidence.attach', { itemId, files: [dropped('named.txt', 'Yolanda')] });
    expect(await queue()).toEqual(['Summer camp']);
    expect((await itemsOf())[0]).toMatchObject({ state: 'received', returnedBecause: null, receivedOn: '2024-06-03' });
    const twice = await desk.refusal('evidence.attach', { itemId, files: [dropped('again.txt', 'Yolanda')] });
    expect(twice.sentence).toBe('“Summer camp” has this file already.');
  });

  test('has nothing to judge where nothing came, and judges it once it has', async () => {
    const { itemId } = await desk.call('evidence.add', { ...about(), title: 'Transcript' });
    expect((await itemsOf())[0]?.state).toBe('missing');
    const refused = await desk.refusal('evidence.review', { itemId, decision: { kind: 'accept' } });
    expect(refused.sentence).toContain('Nothing has come in for “Transcript” yet.');
    await desk.call('evidence.attach', { itemId, link: 'https://example.org/transcript' });
    expect(await queue()).toEqual(['Transcript']);
  });

  test('holds a claim as it was judged; before that it can be corrected', async () => {
    const itemId = await add(yolanda, 'Summer camp', '2024-05-30');
    const claim = { itemId, title: 'Cyber camp', activityOn: day('2024-05-21'), claimed: 8 };
    await desk.call('evidence.correct', claim);
    await desk.call('evidence.review', { itemId, decision: { kind: 'accept' } });
    expect((await itemsOf())[0]).toMatchObject({ title: 'Cyber camp', claimed: 800, accepted: 800 });
    expect((await desk.refusal('evidence.correct', claim)).sentence).toContain('is decided already');
  });

  test('says what the rules of its category go by, when it is added and when it is corrected', async () => {
    const shown = await desk.call('program.show', {});
    if (!shown) throw new Error('No program');
    const rules = (await desk.call('recertification.templates', {})).find(({ key }) => key === 'cetl')?.rules ?? null;
    const policy: Policy = { ...shown.policy, recertification: { ...shown.policy.recertification, rules } };
    await desk.call('program.revise', { policy, effectiveOn: day('2024-06-01'), note: 'The board decided' });
    const talk = { ...about(), category: 'instruction', activityKey: 'Passwords for principals' };
    const { itemId } = await desk.call('evidence.add', { ...talk, note: 'By mail' });
    expect((await itemsOf())[0]).toMatchObject({ activityKey: 'Passwords for principals', paid: null });
    const { personId: _, ...claim } = talk;
    await desk.call('evidence.correct', {
      itemId,
      ...claim,
      category: 'volunteering',
      activityKey: null,
      paid: 'unpaid',
      countedElsewhere: 'CISSP',
    });
    expect((await itemsOf())[0]).toMatchObject({ activityKey: null, paid: 'unpaid', countedElsewhere: 'CISSP' });
    const { asked } = await desk.call('evidence.ofPerson', { personId: yolanda.personId });
    expect(asked.categories.find(({ key }) => key === 'volunteering')?.further).toEqual(['paid']);
  });

  test('takes two leads where the policy asks for a second pair of eyes', async () => {
    const shown = await desk.call('program.show', {});
    if (!shown) throw new Error('No program');
    const policy: Policy = {
      ...shown.policy,
      recertification: { ...shown.policy.recertification, secondReview: 'needed' },
    };
    await desk.call('program.revise', { policy, effectiveOn: day('2024-06-01'), note: 'The board decided' });
    const itemId = await add(yolanda, 'Summer camp', '2024-05-30');
    const accept = { itemId, decision: { kind: 'accept' as const } };
    expect(await desk.call('evidence.review', accept)).toEqual({ waitsForSecond: true });
    expect(await desk.call('evidence.review', accept)).toEqual({ waitsForSecond: true });
    expect(await queue()).toEqual(['Summer camp']);
    await desk.call('desk.nameLead', { name: 'Tim' });
    expect(await desk.call('evidence.review', accept)).toEqual({ waitsForSecond: false });
    expect((await itemsOf())[0]).toMatchObject({ state: 'accepted', reviewer: 'Stacy and Tim' });
  });

  test('leaves a receipt as it was: documents received before still count', async () => {
    const seed = new Seed();
    const beta = seed.cohort('Beta');
    const zoe = seed.graduate(beta, seed.person('Zoë Lovelace'), '2020-06-30');
    await seed.write(desk);
    await desk.call('recertification.setDue', { cohortId: beta.id, dueOn: day('2024-06-10') });
    const { row } = await desk.call('recertification.show', { participantId: zoe.id });
    await desk.call('recertification.receive', { dueIds: [row.dueId as never], receivedOn: day('2024-06-01') });
    await desk.call('evidence.add', { ...about(zoe), note: 'By mail' });
    expect((await desk.call('recertification.show', { participantId: zoe.id })).row.state).toBe('received');
  });

  test('removes evidence with its documents, and Undo brings both back', async () => {
    const itemId = await add(yolanda, 'Summer camp', '2024-05-30');
    await desk.call('evidence.remove', { itemId });
    expect(await itemsOf()).toEqual([]);
    await desk.call('history.undo', {});
    expect((await itemsOf())[0]?.documents).toHaveLength(1);
  });
});

describe('Check this desk', () => {
  const keptOf = (text: string) => path.join(store(), createHash('sha256').update(text).digest('hex'));

  test('tells which files of evidence are missing or altered, and that the records are fine', async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('a.txt', 'one'), dropped('b.txt', 'two')] });
    await desk.call('evidence.add', { ...about(isaac), title: 'Law talk', files: [dropped('c.txt', 'three')] });
    expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', differences: [] });
    rmSync(keptOf('one'));
    writeFileSync(keptOf('three'), 'thr33');
    const checked = await desk.call('desk.check', {});
    expect(checked).toMatchObject({
      outcome: 'differs',
      sentence: '2 files of evidence are missing or were altered; everything else is as it should be.',
      next: expect.stringMatching(/^The records are fine. Copy the folder “evidence” from your latest backup/),
      repair: null,
    });
    expect(checked.differences.map(({ sentence }) => sentence)).toEqual([
      '“a.txt”, which shows “Fall conference”, is missing from the folder “evidence” beside the database.',
      '“c.txt”, which shows “Law talk”, was altered in the folder “evidence” beside the database.',
    ]);
    // At every start only what can be seen at a glance: what is gone, not what a byte of it is.
    const quick = await desk.call('desk.quickCheck', {});
    expect(quick.differences.map(({ about: of, sentence }) => [of, sentence.slice(0, 7)])).toEqual([
      ['evidence', '“a.txt”'],
    ]);
  });
});

describe('A backup', () => {
  test('brings the evidence along, once, into a folder beside it, from which it opens whole elsewhere', async () => {
    const files = [dropped('a.txt', 'one'), dropped('b.txt', 'two')];
    await desk.call('evidence.add', { ...about(), files });
    const disk = path.join(desk.folder, 'stick');
    mkdirSync(disk);
    desk.answers.saveFile = path.join(disk, 'backup.db');
    expect(await desk.call('desk.backUp', {})).toMatchObject({
      holds: 'backup.db, checked and complete, with 2 files of evidence in the folder “evidence” beside it',
      notes: [],
    });
    expect(readdirSync(path.join(disk, 'evidence')).toSorted()).toEqual(inStore().toSorted());
    // Opened where it lies, it has all it had.
    const opened = openTestDesk(desk.answers.saveFile);
    expect(await opened.call('desk.check', {})).toMatchObject({ outcome: 'whole' });
    const { items } = await opened.call('evidence.ofPerson', { personId: yolanda.personId });
    const documentId = items[0]?.documents[0]?.id;
    if (!documentId) throw new Error('No document');
    expect(await opened.call('evidence.preview', { documentId })).toEqual({ kind: 'text', text: 'one' });
  });

  test('names the files that it could not bring along', async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('a.txt', 'one')] });
    rmSync(path.join(store(), inStore()[0] ?? ''));
    const disk = path.join(desk.folder, 'stick');
    mkdirSync(disk);
    desk.answers.saveFile = path.join(disk, 'backup.db');
    expect(await desk.call('desk.backUp', {})).toMatchObject({
      holds: 'backup.db, checked and complete',
      notes: ['“a.txt” is missing or altered here, so the backup does not have it either.'],
    });
  });

  test('into the folder of the database itself finds the evidence there already', async () => {
    await desk.call('evidence.add', { ...about(), files: [dropped('a.txt', 'one')] });
    desk.answers.saveFile = path.join(desk.folder, 'backup.db');
    expect(await desk.call('desk.backUp', {})).toMatchObject({
      holds: expect.stringContaining('with 1 file of evidence in the folder “evidence” beside it'),
    });
    expect(inStore()).toHaveLength(1);
  });
});
