import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallName, InputOf } from '../../../../shared/api.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { plan, seedPeople, startProgram } from '../../seed.ts';

const people = (cohortId: CohortId, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: [`Given${String.fromCharCode(65 + (at % 26))}${at}`, `Family${at}`] as const,
    organization: 'Lee County Schools',
    email: `person${at}@example.org`,
    cohortId,
  }));

async function foxtrot(count = 7): Promise<{ test: TestDesk; cohortId: CohortId }> {
  const test = openTestDesk();
  // A folder of its own for what is temporary, so that other tests' papers are not counted.
  const temporary = path.join(test.folder, 'tmp');
  mkdirSync(temporary);
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('TEMP', temporary);
  const cohortId = await startProgram(test);
  await seedPeople(test, people(cohortId, count));
  return { test, cohortId };
}

const papersOfThisRun = (): readonly string[] => readdirSync(os.tmpdir()).filter((name) => name.includes('-paper-'));

afterEach(() => vi.unstubAllEnvs());

const preview = async <Name extends CallName>(
  desk: TestDesk,
  call: Extract<Name, InputOf<'papers.preview'>['call']>,
  input: InputOf<Name>,
) => {
  const made = await desk.call('papers.preview', { call, input });
  if (!made) throw new Error('Nothing was made.');
  return made;
};

const wordsIn = (svg: string): number => [...svg.matchAll(/<use /g)].length;

describe('A paper before it is printed', () => {
  test('is the PDF that its call would save, page by page, and goes when it is put away', async () => {
    const { test: desk, cohortId } = await foxtrot();
    const before = papersOfThisRun();
    const paper = await preview<'badges.savePdf'>(desk, 'badges.savePdf', { whose: { of: 'cohort', cohortId } });
    expect(paper).toMatchObject({ title: 'Badges of Foxtrot', holds: '7 badges on 2 sheets', pages: 2, notes: [] });
    expect([paper.width, paper.height]).toEqual([612, 792]);
    const made = papersOfThisRun().filter((name) => !before.includes(name));
    expect(made).toHaveLength(1);
    const { pages } = await desk.call('papers.pages', { paperId: paper.paperId, from: 0, count: 20 });
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="612pt" height="792pt"/);
    expect(wordsIn(pages[0] ?? '')).toBeGreaterThan(100);
    await desk.call('papers.close', { paperId: paper.paperId });
    expect(papersOfThisRun().filter((name) => !before.includes(name))).toEqual([]);
    const refusal = await desk.refusal('papers.pages', { paperId: paper.paperId, from: 0, count: 1 });
    expect(refusal.sentence).toBe('That preview was closed. Open it again from where you printed it.');
  });

  test('has a name of its own, and no dialog is asked for it', async () => {
    const { test: desk, cohortId } = await foxtrot(3);
    const sessionId = await plan(desk, cohortId);
    // A dialog would answer that the person thought better of it.
    desk.answers.saveFile = null;
    const named = [
      await preview<'papers.schedule'>(desk, 'papers.schedule', { cohortIds: [cohortId] }),
      await preview<'papers.signInSheets'>(desk, 'papers.signInSheets', { sessionIds: [sessionId] }),
      await preview<'badges.saveOutlines'>(desk, 'badges.saveOutlines', { stock: 'letter-cut' }),
      await preview<'cohorts.exportRoster'>(desk, 'cohorts.exportRoster', { cohortId }),
    ].map(({ title }) => title);
    expect(named).toEqual([
      'Schedule of Foxtrot',
      'Sign-in sheet of Data Management and Governance on Mon, Jun 3, 2024',
      'Label outlines',
      'Foxtrot roster',
    ]);
  });

  test('that no one names a file for is not made, and numbers no badge', async () => {
    const { test: desk, cohortId } = await foxtrot(3);
    desk.answers.saveFile = null;
    const whose = { of: 'cohort', cohortId } as const;
    expect(await desk.call('badges.savePdf', { whose })).toBeNull();
    expect((await desk.call('badges.list', { whose })).missing).toBe(3);
  });

  test('can be saved as it is seen', async () => {
    const { test: desk, cohortId } = await foxtrot();
    const { paperId } = await preview<'badges.savePdf'>(desk, 'badges.savePdf', { whose: { of: 'cohort', cohortId } });
    desk.answers.saveFile = path.join(desk.folder, 'kept.pdf');
    const saved = await desk.call('papers.save', { paperId });
    expect(saved).toEqual({ file: desk.answers.saveFile, holds: '2 pages', notes: [] });
    expect(pdfPages(readFileSync(desk.answers.saveFile)).flat()).toContain('GivenA0');
  });

  test('leaves no file behind where its call refuses, and none when the app ends', async () => {
    const { test: desk, cohortId } = await foxtrot();
    const before = papersOfThisRun();
    const refused = await desk.refusal('papers.preview', {
      call: 'papers.schedule',
      input: { cohortIds: [cohortId] },
    });
    expect(refused.sentence).toBe('Foxtrot has no sessions yet. Schedule them first, then print.');
    expect(papersOfThisRun()).toEqual(before);
    await preview<'badges.savePdf'>(desk, 'badges.savePdf', { whose: { of: 'cohort', cohortId } });
    expect(papersOfThisRun()).toHaveLength(before.length + 1);
    await desk.desk.close();
    expect(papersOfThisRun()).toEqual(before);
  });

  test('takes an input only as its own call does', async () => {
    const { test: desk } = await foxtrot(1);
    const refused = await desk.refusal('papers.preview', { call: 'badges.savePdf', input: { whose: 'everyone' } });
    expect(refused.sentence).toBe('“badges.savePdf” can’t be done with this input.');
    const other = await desk.desk.call('papers.preview', { call: 'desk.backUp', input: {} });
    expect(other).toMatchObject({ ok: false });
  });

  test('of a list is that list on pages, though the call writes workbooks', async () => {
    const { test: desk, cohortId } = await foxtrot(60);
    const paper = await preview<'cohorts.exportRoster'>(desk, 'cohorts.exportRoster', { cohortId });
    expect([paper.width, paper.height]).toEqual([792, 612]);
    expect(paper.pages).toBeGreaterThan(1);
    desk.answers.saveFile = path.join(desk.folder, 'roster.pdf');
    await desk.call('papers.save', { paperId: paper.paperId });
    const pages = pdfPages(readFileSync(desk.answers.saveFile));
    for (const page of pages) expect(page).toContain('School system');
    expect(pages.flat()).toContain(`Page ${paper.pages} of ${paper.pages}`);
  });

  test('is printed by the system’s dialog, which only a window has', async () => {
    const { test: desk, cohortId } = await foxtrot(1);
    const { paperId } = await preview<'badges.savePdf'>(desk, 'badges.savePdf', { whose: { of: 'cohort', cohortId } });
    const refused = await desk.refusal('papers.print', { paperId });
    expect(refused.sentence).toBe('Printing needs the window. Save the paper as a PDF and print that.');
  });
});

describe('Sign-in sheets', () => {
  test('have a line a person by last name, with a code, under a head that repeats', async () => {
    const { test: desk, cohortId } = await foxtrot(60);
    const sessionId = await plan(desk, cohortId);
    desk.answers.saveFile = path.join(desk.folder, 'sheet.pdf');
    const saved = await desk.call('papers.signInSheets', { sessionIds: [sessionId], blank: 6 });
    expect(saved).toMatchObject({ holds: '60 people on 5 pages' });
    const pages = pdfPages(readFileSync(desk.answers.saveFile)).map((page) => page.map((line) => line.trim()));
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('Data Management and Governance');
      expect(page).toContain('Mon, Jun 3, 2024, 8:00 AM to 3:30 PM');
      expect(page).toContain('Ballroom B · Foxtrot');
      expect(page).toContain(`Page ${at + 1} of 5`);
    }
    const lines = pages.flat();
    const names = lines.filter((line) => /^Family\d+, Given/.test(line));
    expect(names).toHaveLength(60);
    expect(names).toEqual([...names].sort());
    expect(lines.filter((line) => line === 'Walk-in: name')).toHaveLength(6);
    const { rows, missing } = await desk.call('badges.list', { whose: { of: 'session', sessionId } });
    expect(missing).toBe(0);
    for (const { number } of rows) expect(lines).toContain(String(number));
  });

  test('of several sessions stand in one file', async () => {
    const { test: desk, cohortId } = await foxtrot(3);
    const first = await plan(desk, cohortId);
    const second = await plan(desk, cohortId, { course: 'law-ethics', on: '2024-10-21' });
    desk.answers.saveFile = path.join(desk.folder, 'sheets.pdf');
    await desk.call('papers.signInSheets', { sessionIds: [first, second], blank: 2 });
    const pages = pdfPages(readFileSync(desk.answers.saveFile));
    expect(pages.map((page) => page.find((line) => line.includes('2024')))).toEqual([
      'Mon, Jun 3, 2024, 8:00 AM to 3:30 PM',
      'Mon, Oct 21, 2024, 8:00 AM to 3:30 PM',
    ]);
  });
});

describe('The schedule of a year', () => {
  test('has each conference with its sessions, and what is still to be planned', async () => {
    const { test: desk, cohortId } = await foxtrot(1);
    await plan(desk, cohortId);
    desk.answers.saveFile = path.join(desk.folder, 'schedule.pdf');
    const saved = await desk.call('papers.schedule', { cohortIds: [cohortId] });
    expect(saved).toMatchObject({ holds: '1 session on 1 page' });
    const text = pdfPages(readFileSync(desk.answers.saveFile)).flat();
    expect(text).toContain('Cohort Foxtrot');
    expect(text).toContain('Mon, Jun 3, 2024');
    expect(text).toContain('Course 3: Data Management and Governance');
    expect(text).toContain('Not scheduled yet');
    expect(text).toContain('Course 6: Technology Planning');
    expect(existsSync(desk.answers.saveFile)).toBe(true);
  });
});
