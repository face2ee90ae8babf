import path from 'node:path';
import { expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { openIssued, passphrase } from './foxtrot-issued.ts';

test('a terminal checks a number and a PDF', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams']);
  await desk.call('certificates.makeKey', { passphrase });
  const file = path.join(desk.folder, 'certificates.pdf');
  desk.answers.saveFile = file;
  await desk.call('graduates.printCertificates', { cohortId: foxtrot.id });
  await desk.desk.close();
  const here = ['--db', desk.databaseFile, '--settings', settingsBeside(desk.databaseFile)];
  const checked = async (...words: readonly string[]) => {
    const { exitCode, stdout, stderr } = await runDesk(['certificates.check', ...words, ...here]);
    return exitCode === 0 ? JSON.parse(stdout).checks : stderr;
  };
  expect(await checked('{"text":"AL-CTO-100014"}')).toMatchObject([{ word: 'Valid number' }]);
  expect(await checked('{"text":"AL-CTO-100041"}')).toMatch(/is not a number of a certificate/);
  expect(await checked('--file', file)).toMatchObject([{ word: 'Valid', statement: { name: 'Zoë Adams' } }]);
  expect(await checked('--file', path.join(desk.folder, 'gone.pdf'))).toMatch(/“gone.pdf” can’t be found/);
});

test('a terminal prints with the key of its laptop where the passphrase is given along, and refuses without', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams']);
  await desk.call('certificates.makeKey', { passphrase });
  await desk.desk.close();
  const file = path.join(desk.folder, 'certificates.pdf');
  const words = [
    'graduates.printCertificates',
    JSON.stringify({ cohortId: foxtrot.id }),
    ...['--db', desk.databaseFile, '--settings', settingsBeside(desk.databaseFile), '--out', file],
  ];
  const locked = await runDesk(words);
  expect([locked.exitCode, locked.stderr]).toEqual([
    1,
    expect.stringContaining('is under its passphrase on this laptop'),
  ]);
  const before = process.env['COHORT_DESK_KEY_PASSPHRASE'];
  process.env['COHORT_DESK_KEY_PASSPHRASE'] = passphrase;
  try {
    expect(JSON.parse((await runDesk(words)).stdout)).toMatchObject({ holds: '1 certificate', notes: [] });
  } finally {
    if (before === undefined) delete process.env['COHORT_DESK_KEY_PASSPHRASE'];
    else process.env['COHORT_DESK_KEY_PASSPHRASE'] = before;
  }
});
