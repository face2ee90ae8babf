import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { openIssued } from '../certificates/foxtrot-issued.ts';

test('a terminal withdraws a graduation, writes the web page, and prints transcripts', async () => {
  const { desk, foxtrot, graduates } = await openIssued(['Zoë Adams', 'Amy Zimmer']);
  await desk.desk.close();
  const here = ['--db', desk.databaseFile, '--settings', settingsBeside(desk.databaseFile)];
  const runs = async (name: string, input: object, ...words: readonly string[]): Promise<unknown> => {
    const { exitCode, stdout, stderr } = await runDesk([name, JSON.stringify(input), ...here, ...words]);
    return exitCode === 0 ? JSON.parse(stdout) : stderr;
  };
  const [zoe] = graduates;
  expect(await runs('graduates.withdraw', { participantIds: [zoe?.id], reason: 'The wrong Adams' })).toEqual({
    withdrawn: 1,
  });
  const page = path.join(desk.folder, 'graduates.html');
  expect(await runs('published.savePage', {}, '--out', page)).toMatchObject({ holds: '1 graduate in 1 cohort' });
  expect(readFileSync(page, 'utf8')).toContain('<li>Amy Zimmer</li>');
  const transcripts = path.join(desk.folder, 'transcripts.pdf');
  expect(await runs('transcripts.print', { cohortId: foxtrot.id }, '--out', transcripts)).toMatchObject({
    holds: '2 transcripts',
  });
  expect(readFileSync(transcripts).subarray(0, 5).toString()).toBe('%PDF-');
});
