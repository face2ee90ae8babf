import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { openIssued, passphrase } from '../certificates/foxtrot-issued.ts';

afterEach(() => vi.unstubAllEnvs());

test('a terminal saves a cohort’s badges and their status list, and checks each of them', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams', 'Amy Zimmer']);
  await desk.call('certificates.makeKey', { passphrase });
  await desk.desk.close();
  vi.stubEnv('COHORT_DESK_KEY_PASSPHRASE', passphrase);
  const here = ['--db', desk.databaseFile, '--settings', settingsBeside(desk.databaseFile)];
  const zip = path.join(desk.folder, 'badges.zip');
  const saved = await runDesk(['credentials.save', JSON.stringify({ cohortId: foxtrot.id }), ...here, '--out', zip]);
  expect([saved.exitCode, JSON.parse(saved.stdout)]).toMatchObject([0, { holds: '2 digital badges' }]);
  const names = Object.keys(unzipSync(readFileSync(zip))).sort();
  expect(names).toEqual(
    ['AL-CTO-100014 Zoë Adams', 'AL-CTO-100023 Amy Zimmer'].flatMap((name) => [
      `${name}.json`,
      `${name}.png`,
      `${name}.svg`,
    ]),
  );
});
