import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk } from '../../open-desk.ts';
import { openThreeAccepted, replyBy } from './three-accepted.ts';

let letters: Awaited<ReturnType<typeof openThreeAccepted>>;
let desk: (typeof letters)['desk'];
beforeEach(async () => {
  letters = await openThreeAccepted();
  desk = letters.desk;
});

describe('The list', () => {
  test('says who is to get a letter, who has no address, and how many of each kind', async () => {
    const { rows, counts, withoutEmail, asksReplyBy, usualReplyBy } = await letters.list();
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
    await letters.write();
    expect(await sentences()).toContain('1 accepted applicant has no letter yet');
  });

  test('a preview fills the fields, says what is missing, and shows words that are not saved', async () => {
    const [zoe] = (await letters.list()).rows;
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

describe('A mail merge', () => {
  test('is one CSV with everyone whom mail can reach, says who is left out, and is safe to open', async () => {
    await desk.call('letters.saveTemplate', {
      kind: 'accepted',
      subject: '=1+1 {name}',
      body: 'Dear {givenName},\n“quoted”, "too"',
    });
    desk.answers.saveFile = path.join(desk.folder, 'merge.csv');
    const written = await letters.write({ channel: 'mail-merge', replyBy: null });
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
    const { rows } = await letters.list({ show: 'written' });
    expect(rows).toHaveLength(2);
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.cohort-desk'))).toEqual([]);
  });

  test('puts back the file that it would have replaced', async () => {
    const file = path.join(desk.folder, 'merge.csv');
    writeFileSync(file, 'mine');
    const personId = (await letters.list()).rows[0]?.personId ?? ('' as never);
    Object.defineProperty(desk.answers, 'saveFile', {
      get: () => {
        void desk.desk.call('people.revise', { personId, givenName: 'Zoe' });
        return file;
      },
    });
    expect((await letters.refusal({ channel: 'mail-merge' })).sentence).toMatch(
      /^Something about these people changed/,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('.cohort-desk'))).toEqual([]);
  });
});

describe('The words', () => {
  const words = { kind: 'declined', subject: 'About {cohort}', body: 'Dear {givenName},\r\n{reasons}\n\n' } as const;

  test('are changed, and go back to those of the app', async () => {
    const { template } = await letters.list({ kind: 'declined' });
    await desk.call('letters.saveTemplate', words);
    const changed = (await letters.list({ kind: 'declined' })).template;
    expect(changed).toMatchObject({ subject: 'About {cohort}', body: 'Dear {givenName},\n{reasons}', changed: true });
    await desk.call('letters.saveTemplate', { kind: 'declined', ...template.original });
    expect((await letters.list({ kind: 'declined' })).template).toEqual(template);
    const labels = (await desk.call('history.list', {})).rows.slice(0, 2).map(({ label }) => label);
    expect(labels).toEqual([
      'Restored the text of the declined letter to the built-in text',
      'Changed the text of the declined letter',
    ]);
    await desk.call('history.undo', {});
    expect((await letters.list({ kind: 'declined' })).template.subject).toBe('About {cohort}');
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
    const [di] = (await letters.list({ kind: 'declined' })).rows;
    const ask = { kind: 'declined', cohortId: desk.cohortId, personId: di?.personId ?? ('' as never) } as const;
    const { body, missing } = await desk.call('letters.preview', ask);
    expect(missing).toEqual([]);
    expect(body).toContain('– 1 year in education, 3 required.');
    expect(body).toContain('You are welcome to apply again to AL-CTO as soon as you have 3 years in education.');
  });
});

test('a desk without a program keeps no text of a letter', async () => {
  const empty = openTestDesk();
  const { sentence } = await empty.refusal('letters.saveTemplate', {
    kind: 'accepted',
    subject: 'Welcome',
    body: 'Hello',
  });
  expect(sentence).toContain('program');
  expect((await empty.call('history.list', {})).total).toBe(0);
});
