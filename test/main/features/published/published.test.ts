import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { webPage } from '../../../../main/features/published/web-page.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { day, Seed } from '../../seed-graduates.ts';
import { unzip } from '../../spreadsheets/unzip.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;
let amy: Participant;
let ana: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  ana = seed.graduate(alpha, seed.person('Ana Alvarez', { organization: 'Lee County Schools' }), '2019-06-30');
  const sessions = seed.year(foxtrot, year);
  zoe = seed.participant(foxtrot, seed.person('Zoë Adams', { certificateName: 'Zoë Adams, Ed.D.' }));
  amy = seed.participant(foxtrot, seed.person('Amy Zimmer', { organization: 'Pike Road <City> Schools' }));
  for (const session of sessions) for (const who of [zoe, amy]) seed.checkIn(session, who);
  await seed.write(desk);
  await desk.call('graduates.graduate', {
    cohortId: foxtrot.id,
    participantIds: 'all-who-may',
    graduatedOn: day('2024-05-23'),
  });
});

const names = async (input: { show?: 'listed' | 'left-off'; search?: string; sort?: never } = {}) =>
  (await desk.call('published.list', input)).rows.map(({ cohort, name }) => [cohort, name]);
const page = async () => {
  desk.answers.saveFile = path.join(desk.folder, 'graduates.html');
  const written = await desk.call('published.savePage', {});
  return { written, text: readFileSync(desk.answers.saveFile, 'utf8') };
};

describe('The published list', () => {
  test('has every graduate by cohort, the first cohort first, under the name on the certificate', async () => {
    expect(await names()).toEqual([
      ['Alpha', 'Ana Alvarez'],
      ['Foxtrot', 'Zoë Adams, Ed.D.'],
      ['Foxtrot', 'Amy Zimmer'],
    ]);
    const answer = await desk.call('published.list', { sort: { by: 'name', direction: 'down' }, limit: 1 });
    expect(answer).toMatchObject({ total: 3, cohorts: 2, counts: { listed: 3, 'left-off': 0 } });
    expect(answer.rows[0]?.name).toBe('Amy Zimmer');
    expect(await names({ search: 'alpha' })).toEqual([['Alpha', 'Ana Alvarez']]);
  });

  test('leaves off who asks for it, says so in History, and puts them back by Undo or by hand', async () => {
    await desk.call('published.leaveOff', {
      personIds: [amy.personId, ana.personId],
      reason: 'Asked not to be listed',
    });
    expect(await names()).toEqual([['Foxtrot', 'Zoë Adams, Ed.D.']]);
    const { rows, counts } = await desk.call('published.list', { show: 'left-off' });
    expect(counts).toEqual({ listed: 1, 'left-off': 2 });
    expect(rows.map(({ name, leftOff, reason }) => [name, leftOff, reason])).toEqual([
      ['Ana Alvarez', 'by-choice', 'Asked not to be listed'],
      ['Amy Zimmer', 'by-choice', 'Asked not to be listed'],
    ]);
    expect((await page()).text).not.toContain('Zimmer');
    expect((await desk.call('graduates.show', { participantId: amy.id })).isUnlisted).toBe(true);
    expect((await desk.refusal('published.leaveOff', { personIds: [amy.personId] })).sentence).toBe(
      'Amy Zimmer is left off already.',
    );
    expect(await desk.call('published.putBack', { personIds: [amy.personId, zoe.personId] })).toEqual({ putBack: 1 });
    expect((await desk.call('history.list', {})).rows.slice(0, 2).map(({ label }) => label)).toEqual([
      'Put Amy Zimmer back on the published list',
      'Left 2 graduates off the published list',
    ]);
    await desk.call('history.undo', {});
    expect(await names()).toEqual([['Foxtrot', 'Zoë Adams, Ed.D.']]);
  });

  test('has no one whose graduation was withdrawn or whose certificate was revoked', async () => {
    const number = (await desk.call('graduates.show', { participantId: zoe.id })).row.certificate ?? '';
    await desk.call('certificates.revoke', { number, reason: 'Issued by mistake' });
    await desk.call('graduates.withdraw', { participantIds: [amy.id], reason: 'By mistake' });
    expect(await names()).toEqual([['Alpha', 'Ana Alvarez']]);
    expect((await desk.call('published.list', { show: 'left-off' })).rows).toMatchObject([
      { name: 'Zoë Adams, Ed.D.', leftOff: 'revoked' },
    ]);
  });

  test('goes to a workbook as it is on the screen', async () => {
    desk.answers.saveFile = path.join(desk.folder, 'graduates.xlsx');
    expect(await desk.call('published.export', {})).toMatchObject({ holds: '3 rows' });
    const sheet = unzip(readFileSync(desk.answers.saveFile)).get('xl/worksheets/sheet1.xml') ?? '';
    for (const text of ['Graduates by cohort', 'Foxtrot', 'Zoë Adams, Ed.D.', 'Ana Alvarez', 'Lee County Schools'])
      expect(sheet).toContain(text);
  });

  test('prints by cohort, with a bookmark a cohort', async () => {
    desk.answers.saveFile = path.join(desk.folder, 'graduates.pdf');
    expect(await desk.call('published.print', {})).toMatchObject({ holds: '3 graduates in 2 cohorts' });
    const [first = []] = pdfPages(readFileSync(desk.answers.saveFile));
    const text = first.join('\n');
    expect(text).toContain('Alpha Cohort');
    expect(text).toContain('Zoë Adams, Ed.D.');
    expect(text.indexOf('Alpha Cohort')).toBeLessThan(text.indexOf('Foxtrot Cohort'));
  });

  test('is one web page, whole in itself, in which every name is text', async () => {
    const { written, text } = await page();
    expect(written).toMatchObject({ holds: '3 graduates in 2 cohorts', notes: [] });
    expect(text).toContain('Pike Road &lt;City&gt; Schools');
    expect(text).toMatch(/<html lang="en">/);
    // Nothing runs in it, and nothing is asked of anyone else.
    expect(text).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|https?:|url\(|@import|\son[a-z]+=/i);
    expect(text.match(/href="[^"]*"/g)).toEqual(['href="#cohort-1"', 'href="#cohort-2"']);
  });

  test('is refused while no one is on it', async () => {
    await desk.call('published.leaveOff', { personIds: [zoe.personId, amy.personId, ana.personId] });
    expect((await desk.refusal('published.savePage', {})).sentence).toMatch(/^No one is on the published list yet/);
    expect((await desk.refusal('published.print', {})).sentence).toMatch(/^No one is on the published list yet/);
  });
});

test('no name can break out of the page', () => {
  const text = webPage({
    program: '</title><script>',
    title: '"><b onload=x>',
    organization: '</style>',
    contact: '<a>',
    asOf: 'As of today',
    sum: '1 graduate',
    cohorts: [{ name: '<i>', years: '', people: [{ name: '<script>alert(1)</script>', organization: '&amp;' }] }],
  });
  expect(text.match(/<(script|b|i|a)[\s>]/g)).toBeNull();
  expect(text.match(/<\/style>/g)).toHaveLength(1);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
