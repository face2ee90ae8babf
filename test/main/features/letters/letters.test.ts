import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';
import { readEml } from './read-eml.ts';

const replyBy = CivilDate.parse('2024-06-17');
let desk: Foxtrot;

/** Three accepted of four; the fourth waits. Bo has no e-mail address, and Zoë’s name has accents. */
beforeEach(async () => {
  desk = await openFoxtrot({ seats: 3 });
  await desk.apply([
    { name: 'Zoë Núñez', system: 'Lee County Schools' },
    { name: 'Ann One' },
    { name: 'Bo Two', email: 'bo-without-a-domain@example' },
    { name: 'Cy Three' },
  ]);
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  desk.answers.folder = path.join(desk.folder, 'out');
  mkdirSync(desk.answers.folder);
});

const out = () => readdirSync(desk.answers.folder ?? '');
const list = (more = {}) => desk.call('letters.list', { kind: 'accepted', cohortId: desk.cohortId, ...more });
const accepted = { kind: 'accepted', replyBy, channel: 'eml' } as const;
const write = (more = {}) => desk.call('letters.write', { ...accepted, cohortId: desk.cohortId, ...more });
const refusal = (more = {}) => desk.refusal('letters.write', { ...accepted, cohortId: desk.cohortId, ...more });

describe('The list', () => {
  test('says who is to get a letter, who has no address, and how many of each kind', async () => {
    const { rows, counts, withoutEmail, asksReplyBy, usualReplyBy } = await list();
    expect(rows.map(({ name, writtenAt, missing }) => [name, writtenAt, missing])).toEqual([
      ['Zoë Núñez', null, []],
      ['Ann One', null, []],
      ['Bo Two', null, []],
    ]);
    expect(counts).toMatchObject({ accepted: { toWrite: 3, written: 0 }, waiting: { toWrite: 1, written: 0 } });
    expect([withoutEmail, asksReplyBy, usualReplyBy]).toEqual([1, true, '2024-06-17']);
  });

  test('Today asks for the letters until they are written', async () => {
    const sentences = async () => (await desk.call('today.show', {})).steps.map(({ sentence }) => sentence);
    expect(await sentences()).toContain('3 accepted applicants have no letter yet');
    await write();
    expect(await sentences()).toContain('1 accepted applicant has no letter yet');
  });

  test('a preview fills the fields, says what is missing, and shows words that are not saved', async () => {
    const [zoe] = (await list()).rows;
    if (!zoe) throw new Error('No one is listed.');
    const ask = { kind: 'accepted', cohortId: desk.cohortId, personId: zoe.personId } as const;
    const missing = await desk.call('letters.preview', ask);
    expect(missing.missing).toEqual(['{replyBy} (reply by) is empty: no day to reply by is set.']);
    const shown = await desk.call('letters.preview', { ...ask, replyBy });
    expect(shown).toMatchObject({ subject: 'Welcome to the Foxtrot Cohort of AL-CTO', missing: [], problems: [] });
    expect(shown.body).toMatch(/^Dear Zoë,\n[^{}]*by Mon, Jun 17, 2024[^{}]*$/);
    const draft = { subject: 'Hello {givenname}', body: 'You are from {schoolSystem}.' };
    const tried = await desk.call('letters.preview', { ...ask, draft });
    expect(tried).toMatchObject({ subject: 'Hello {givenname}', body: 'You are from Lee County Schools.' });
    expect(tried.problems[0]).toBe('There is no field {givenname}. Perhaps {givenName}.');
  });
});

describe('Drafts', () => {
  test('are written one each into a folder of their own, and remembered', async () => {
    const written = await write();
    expect(written).toMatchObject({
      file: path.join(desk.answers.folder ?? '', 'Foxtrot accepted letters 2024-06-03'),
      holds: '2 mail drafts',
      notes: [
        'Left out: Bo Two has no e-mail address.',
        'If you undo this, the files stay, and so does the record that they were written.',
      ],
    });
    expect(out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
    expect(readdirSync(written?.file ?? '').sort()).toEqual(['Ann One.eml', 'Zoë Núñez.eml']);
    const { headers, body } = readEml(readFileSync(path.join(written?.file ?? '', 'Zoë Núñez.eml'), 'utf8'));
    expect(headers).toMatchObject({
      'x-unsent': '1',
      to: 'Zoë Núñez <zonez@example.org>',
      subject: 'Welcome to the Foxtrot Cohort of AL-CTO',
    });
    expect(body).toMatch(/^Dear Zoë,\r\n\r\nWe are glad/);
    const [last] = (await desk.call('history.list', {})).rows;
    expect(last?.label).toBe('Wrote 2 accepted letters for Foxtrot');
    const { sentences } = await desk.call('history.show', { commandId: last?.commandId ?? ('' as never) });
    expect(sentences).toContain('Ann One: the accepted letter for Foxtrot written as a mail draft');
    const rows = (await list({ show: 'written' })).rows;
    expect(rows.map(({ name, writtenAt, times }) => [name, writtenAt, times])).toEqual([
      ['Zoë Núñez', '2024-06-03T14:00:00.000Z', 1],
      ['Ann One', '2024-06-03T14:00:00.000Z', 1],
    ]);
  });

  test('go to no one twice, unless asked', async () => {
    const ids = (await list()).rows.map(({ personId }) => personId);
    await write();
    expect(await refusal({ personIds: ids.slice(0, 2) })).toEqual({
      sentence:
        '2 of 2 have the accepted letter already, so none was written. Leave them out, or ask to write it again.',
      reasons: ['Zoë Núñez, since Jun 3, 2024.', 'Ann One, since Jun 3, 2024.'],
    });
    expect((await refusal()).reasons).toEqual(['Bo Two has no e-mail address.']);
    desk.now = '2024-06-05T14:00:00.000Z';
    expect(await write({ personIds: ids.slice(0, 1), again: true })).toMatchObject({ holds: '1 mail draft' });
    const [zoe] = (await list({ show: 'written' })).rows;
    expect(zoe).toMatchObject({ writtenAt: '2024-06-05T14:00:00.000Z', times: 2 });
    const [last] = (await desk.call('history.list', {})).rows;
    expect(last?.label).toBe('Wrote the accepted letter to Zoë Núñez again');
  });

  test('undo forgets, redo remembers, and the files stay', async () => {
    await write();
    await desk.call('history.undo', {});
    expect((await list()).counts.accepted).toEqual({ toWrite: 3, written: 0 });
    expect(out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
    await desk.call('history.redo', {});
    expect((await list()).counts.accepted).toEqual({ toWrite: 1, written: 2 });
    await desk.call('history.undo', {});
    expect((await write({ afterUndo: true }))?.file).toMatch(/2024-06-03 \(2\)$/);
  });

  test('what has left the laptop stays on record after an undo, and nobody gets it twice without a question', async () => {
    await write();
    await desk.call('history.undo', {});
    desk.now = '2024-06-05T14:00:00.000Z';
    const { rows, undone } = await list();
    expect(undone).toBe(2);
    expect(rows.map(({ name, hasIt, undoneAt }) => [name, hasIt, undoneAt])).toEqual([
      ['Zoë Núñez', false, '2024-06-03T14:00:00.000Z'],
      ['Ann One', false, '2024-06-03T14:00:00.000Z'],
      ['Bo Two', false, null],
    ]);
    const asked = await refusal();
    expect(asked).toEqual({
      sentence:
        'The accepted letter was written to 2 of these people before. That step was undone, but the letter may have been sent. Leave them out, or ask to write it again.',
      reasons: ['Zoë Núñez, on Jun 3, 2024.', 'Ann One, on Jun 3, 2024.'],
    });
    expect(out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
    const [zoe] = rows;
    if (!zoe) throw new Error('Nobody is listed.');
    const byName = await refusal({ personIds: [zoe.personId], channel: 'mail-merge' });
    expect(byName.sentence).toContain('was written to Zoë Núñez before');
    const ask = { kind: 'accepted', cohortId: desk.cohortId, personId: zoe.personId } as const;
    const { written } = await desk.call('letters.preview', ask);
    expect(written.map(({ at, isUndone }) => [at, isUndone])).toEqual([['2024-06-03T14:00:00.000Z', true]]);
    const { history } = await desk.call('applicants.show', {
      applicationId: (await desk.applicant('Zoë Núñez')).applicationId,
    });
    expect(history.map(({ sentence }) => sentence).join('; ')).toContain(
      'The accepted letter written as a mail draft; the step was undone, and it may have been sent',
    );
    await write({ afterUndo: true });
    const again = (await list({ show: 'written' })).rows.map(({ name, undoneAt }) => [name, undoneAt]);
    expect(again).toEqual([
      ['Zoë Núñez', null],
      ['Ann One', null],
    ]);
    // Written, undone, redone: it counts as written, once.
    await desk.call('history.undo', {});
    await desk.call('history.redo', {});
    expect((await list()).undone).toBe(0);
  });

  test('everybody who is left out is named, also where there are many', async () => {
    const large = await openFoxtrot({ seats: 20 });
    const names = [...'ABCDEFGHIJKL'].map((letter) => `Nomail ${letter}`);
    await large.apply([{ name: 'Ann One' }, ...names.map((name) => ({ name, email: 'none' }))]);
    await large.call('applicants.accept', { cohortId: large.cohortId, applicationIds: 'within-seats' });
    large.answers.saveFile = path.join(large.folder, 'merge.csv');
    const wish = { ...accepted, cohortId: large.cohortId, channel: 'mail-merge' } as const;
    const notes = (await large.call('letters.write', wish))?.notes.join(' ') ?? '';
    for (const name of names) expect(notes).toContain(name);
  });

  test('what was written does not change with the template or the person', async () => {
    await write();
    await desk.call('letters.saveTemplate', { kind: 'accepted', subject: 'New', body: 'Dear {givenName}' });
    const [zoe] = (await list({ show: 'written' })).rows;
    if (!zoe) throw new Error('No one is listed.');
    await desk.call('people.revise', { personId: zoe.personId, givenName: 'Zoe' });
    const ask = { kind: 'accepted', cohortId: desk.cohortId, personId: zoe.personId } as const;
    const { body, written } = await desk.call('letters.preview', ask);
    expect(body).toBe('Dear Zoe');
    expect(written).toMatchObject([{ file: 'Foxtrot accepted letters 2024-06-03/Zoë Núñez.eml' }]);
    expect(written[0]?.body).toMatch(/^Dear Zoë,/);
  });

  test('are refused without a day to reply by, with one that has passed, and where no one is to get any', async () => {
    expect((await refusal({ replyBy: null })).sentence).toMatch(/^First set the reply-by date/);
    expect((await refusal({ replyBy: CivilDate.parse('2024-06-02') })).sentence).toMatch(/Jun 2, 2024, has passed/);
    expect((await refusal({ kind: 'declined' })).sentence).toBe(
      'No one in Foxtrot should get the declined letter now.',
    );
    expect(out()).toEqual([]);
  });

  test('nothing is saved or remembered where the person thinks better of it, or the folder is gone', async () => {
    const before = desk.hash();
    const { folder } = desk.answers;
    desk.answers.folder = null;
    expect(await write()).toBeNull();
    desk.answers.folder = path.join(desk.folder, 'gone');
    expect((await refusal()).sentence).toMatch(/^“Foxtrot accepted letters 2024-06-03” was not written: the folder/);
    desk.answers.folder = folder;
    expect(out()).toEqual([]);
    expect(desk.hash()).toBe(before);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'nothing is saved or remembered where the folder is read-only (not as root, not on Windows)',
    async () => {
      const before = desk.hash();
      chmodSync(desk.answers.folder ?? '', 0o555);
      expect((await refusal()).sentence).toMatch(/was not written: .+ then try again\.$/);
      chmodSync(desk.answers.folder ?? '', 0o755);
      expect(out()).toEqual([]);
      expect(desk.hash()).toBe(before);
    },
  );

  test('where someone is corrected while they are written, nothing is kept', async () => {
    const before = (await list()).rows;
    const [zoe] = before;
    const folder = desk.answers.folder;
    const personId = zoe?.personId ?? ('' as never);
    // The dialog is open while another window corrects the name.
    Object.defineProperty(desk.answers, 'folder', {
      get: () => {
        void desk.desk.call('people.revise', { personId, givenName: 'Zoe' });
        return folder;
      },
    });
    expect((await refusal()).sentence).toMatch(/^Something about these people changed/);
    expect(readdirSync(folder ?? '')).toEqual([]);
    expect((await list()).counts.accepted).toEqual({ toWrite: 3, written: 0 });
  });
});

describe('A mail merge', () => {
  test('is one CSV with everyone whom mail can reach, says who is left out, and is safe to open', async () => {
    await desk.call('letters.saveTemplate', {
      kind: 'accepted',
      subject: '=1+1 {name}',
      body: 'Dear {givenName},\n“quoted”, "too"',
    });
    desk.answers.saveFile = path.join(desk.folder, 'merge.csv');
    const written = await write({ channel: 'mail-merge', replyBy: null });
    expect(written).toMatchObject({
      holds: '2 letters',
      notes: [
        'Left out: Bo Two has no e-mail address.',
        expect.stringContaining('the files stay, and so does the record'),
      ],
    });
    const text = readFileSync(desk.answers.saveFile, 'utf8');
    expect(text.startsWith('\uFEFFE-mail,First name,Full name,School system,Cohort')).toBe(true);
    expect(text).toContain('zonez@example.org,Zoë,Zoë Núñez,Lee County Schools,Foxtrot');
    expect(text).toContain(`'=1+1 Zoë Núñez,"Dear Zoë,\n“quoted”, ""too"""\r\n`);
    const { rows } = await list({ show: 'written' });
    expect(rows).toHaveLength(2);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.cohort-desk'))).toEqual([]);
  });

  test('puts back the file that it would have replaced', async () => {
    const file = path.join(desk.folder, 'merge.csv');
    writeFileSync(file, 'mine');
    const personId = (await list()).rows[0]?.personId ?? ('' as never);
    Object.defineProperty(desk.answers, 'saveFile', {
      get: () => {
        void desk.desk.call('people.revise', { personId, givenName: 'Zoe' });
        return file;
      },
    });
    expect((await refusal({ channel: 'mail-merge' })).sentence).toMatch(/^Something about these people changed/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.cohort-desk'))).toEqual([]);
  });
});

describe('The words', () => {
  const words = { kind: 'declined', subject: 'About {cohort}', body: 'Dear {givenName},\r\n{reasons}\n\n' } as const;

  test('are changed, and go back to those of the app', async () => {
    const { template } = await list({ kind: 'declined' });
    await desk.call('letters.saveTemplate', words);
    const changed = (await list({ kind: 'declined' })).template;
    expect(changed).toMatchObject({ subject: 'About {cohort}', body: 'Dear {givenName},\n{reasons}', changed: true });
    await desk.call('letters.saveTemplate', { kind: 'declined', ...template.original });
    expect((await list({ kind: 'declined' })).template).toEqual(template);
    const labels = (await desk.call('history.list', {})).rows.slice(0, 2).map(({ label }) => label);
    expect(labels).toEqual([
      'Restored the text of the declined letter to the built-in text',
      'Changed the text of the declined letter',
    ]);
    await desk.call('history.undo', {});
    expect((await list({ kind: 'declined' })).template.subject).toBe('About {cohort}');
  });

  test('with a field that no one knows are refused, with the list of fields', async () => {
    const { sentence, reasons } = await desk.refusal('letters.saveTemplate', { ...words, body: 'Dear {givnName}' });
    expect(sentence).toBe('The text was not saved. There is no field {givnName}. Perhaps {givenName}.');
    expect(reasons).toEqual([expect.stringMatching(/^The fields of this letter are .*\{reasons\} \{applyAgain\}/)]);
  });

  test('of a declined letter say every reason', async () => {
    await desk.apply([{ name: 'Di Four', years: '1' }], 'later.csv');
    const { applicationId } = await desk.applicant('Di Four');
    await desk.call('applicants.setStatus', { applicationIds: [applicationId], status: 'declined' });
    const [di] = (await list({ kind: 'declined' })).rows;
    const ask = { kind: 'declined', cohortId: desk.cohortId, personId: di?.personId ?? ('' as never) } as const;
    const { body, missing } = await desk.call('letters.preview', ask);
    expect(missing).toEqual([]);
    expect(body).toContain('– 1 year in education, 3 required.');
    expect(body).toContain('You are welcome to apply again to AL-CTO as soon as you have 3 years in education.');
  });
});
