import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { readEml } from './read-eml.ts';
import { accepted, openThreeAccepted } from './three-accepted.ts';

let letters: Awaited<ReturnType<typeof openThreeAccepted>>;
let desk: (typeof letters)['desk'];
beforeEach(async () => {
  letters = await openThreeAccepted();
  desk = letters.desk;
});

describe('Drafts', () => {
  test('are written one each into a folder of their own, and remembered', async () => {
    const written = await letters.write();
    expect(written).toMatchObject({
      file: path.join(desk.answers.folder ?? '', 'Foxtrot accepted letters 2024-06-03'),
      holds: '2 mail drafts',
      notes: [
        'Left out: Bo Two has no e-mail address.',
        'If you undo this, the files stay, and so does the record that they were written.',
      ],
    });
    expect(letters.out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
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
    const rows = (await letters.list({ show: 'written' })).rows;
    expect(rows.map(({ name, writtenAt, times }) => [name, writtenAt, times])).toEqual([
      ['Zoë Núñez', '2024-06-03T14:00:00.000Z', 1],
      ['Ann One', '2024-06-03T14:00:00.000Z', 1],
    ]);
  });

  test('go to no one twice, unless asked', async () => {
    const ids = (await letters.list()).rows.map(({ personId }) => personId);
    await letters.write();
    expect(await letters.refusal({ personIds: ids.slice(0, 2) })).toEqual({
      sentence:
        '2 of 2 have the accepted letter already, so none was written. Leave them out, or ask to write it again.',
      reasons: ['Zoë Núñez, since Jun 3, 2024.', 'Ann One, since Jun 3, 2024.'],
    });
    expect((await letters.refusal()).reasons).toEqual(['Bo Two has no e-mail address.']);
    desk.now = '2024-06-05T14:00:00.000Z';
    expect(await letters.write({ personIds: ids.slice(0, 1), again: true })).toMatchObject({ holds: '1 mail draft' });
    const [zoe] = (await letters.list({ show: 'written' })).rows;
    expect(zoe).toMatchObject({ writtenAt: '2024-06-05T14:00:00.000Z', times: 2 });
    const [last] = (await desk.call('history.list', {})).rows;
    expect(last?.label).toBe('Wrote the accepted letter to Zoë Núñez again');
  });

  test('undo forgets, redo remembers, and the files stay', async () => {
    await letters.write();
    await desk.call('history.undo', {});
    expect((await letters.list()).counts.accepted).toEqual({ toWrite: 3, written: 0 });
    expect(letters.out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
    await desk.call('history.redo', {});
    expect((await letters.list()).counts.accepted).toEqual({ toWrite: 1, written: 2 });
    await desk.call('history.undo', {});
    expect((await letters.write({ afterUndo: true }))?.file).toMatch(/2024-06-03 \(2\)$/);
  });

  test('what has left the laptop stays on record after an undo, and no one gets it twice without a question', async () => {
    await letters.write();
    await desk.call('history.undo', {});
    desk.now = '2024-06-05T14:00:00.000Z';
    const { rows, undone } = await letters.list();
    expect(undone).toBe(2);
    expect(rows.map(({ name, hasIt, undoneAt }) => [name, hasIt, undoneAt])).toEqual([
      ['Zoë Núñez', false, '2024-06-03T14:00:00.000Z'],
      ['Ann One', false, '2024-06-03T14:00:00.000Z'],
      ['Bo Two', false, null],
    ]);
    const asked = await letters.refusal();
    expect(asked).toEqual({
      sentence:
        'The accepted letter was written to 2 of these people before. That step was undone, but the letter may have been sent. Leave them out, or ask to write it again.',
      reasons: ['Zoë Núñez, on Jun 3, 2024.', 'Ann One, on Jun 3, 2024.'],
    });
    expect(letters.out()).toEqual(['Foxtrot accepted letters 2024-06-03']);
    const [zoe] = rows;
    if (!zoe) throw new Error('No one is listed.');
    const byName = await letters.refusal({ personIds: [zoe.personId], channel: 'mail-merge' });
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
    await letters.write({ afterUndo: true });
    const again = (await letters.list({ show: 'written' })).rows.map(({ name, undoneAt }) => [name, undoneAt]);
    expect(again).toEqual([
      ['Zoë Núñez', null],
      ['Ann One', null],
    ]);
    // Written, undone, redone: it counts as written, once.
    await desk.call('history.undo', {});
    await desk.call('history.redo', {});
    expect((await letters.list()).undone).toBe(0);
  });

  test('everyone who is left out is named, also where there are many', async () => {
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
    await letters.write();
    await desk.call('letters.saveTemplate', { kind: 'accepted', subject: 'New', body: 'Dear {givenName}' });
    const [zoe] = (await letters.list({ show: 'written' })).rows;
    if (!zoe) throw new Error('No one is listed.');
    await desk.call('people.revise', { personId: zoe.personId, givenName: 'Zoe' });
    const ask = { kind: 'accepted', cohortId: desk.cohortId, personId: zoe.personId } as const;
    const { body, written } = await desk.call('letters.preview', ask);
    expect(body).toBe('Dear Zoe');
    expect(written).toMatchObject([{ file: 'Foxtrot accepted letters 2024-06-03/Zoë Núñez.eml' }]);
    expect(written[0]?.body).toMatch(/^Dear Zoë,/);
  });

  test('are refused without a day to reply by, with one that has passed, and where no one is to get any', async () => {
    expect((await letters.refusal({ replyBy: null })).sentence).toMatch(/^First set the reply-by date/);
    expect((await letters.refusal({ replyBy: CivilDate.parse('2024-06-02') })).sentence).toMatch(
      /Jun 2, 2024, has passed/,
    );
    expect((await letters.refusal({ kind: 'declined' })).sentence).toBe(
      'No one in Foxtrot should get the declined letter now.',
    );
    expect(letters.out()).toEqual([]);
  });

  test('nothing is saved or remembered where the person thinks better of it, or the folder is gone', async () => {
    const before = desk.hash();
    const { folder } = desk.answers;
    desk.answers.folder = null;
    expect(await letters.write()).toBeNull();
    desk.answers.folder = path.join(desk.folder, 'gone');
    expect((await letters.refusal()).sentence).toMatch(
      /^“Foxtrot accepted letters 2024-06-03” was not written: the folder/,
    );
    desk.answers.folder = folder;
    expect(letters.out()).toEqual([]);
    expect(desk.hash()).toBe(before);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'nothing is saved or remembered where the folder is read-only (not as root, not on Windows)',
    async () => {
      const before = desk.hash();
      chmodSync(desk.answers.folder ?? '', 0o555);
      expect((await letters.refusal()).sentence).toMatch(/was not written: .+ then try again\.$/);
      chmodSync(desk.answers.folder ?? '', 0o755);
      expect(letters.out()).toEqual([]);
      expect(desk.hash()).toBe(before);
    },
  );

  test('where someone is corrected while they are written, nothing is kept', async () => {
    const before = (await letters.list()).rows;
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
    expect((await letters.refusal()).sentence).toMatch(/^Something about these people changed/);
    expect(readdirSync(folder ?? '')).toEqual([]);
    expect((await letters.list()).counts.accepted).toEqual({ toWrite: 3, written: 0 });
  });
});
