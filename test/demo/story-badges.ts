import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { StoryDesk } from './story-desk.ts';

/** The graduates' certificates as digital badges, each as JSON, PNG, and SVG, and the list of those that were revoked. */
export async function giveBadges(
  desk: StoryDesk,
  cohortId: CohortId,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('The program was started.');
  const { policy } = shown;
  await desk.call('program.revise', {
    policy: {
      ...policy,
      certificate: { ...policy.certificate, address: 'https://www.example.org/al-cto/verify.html' },
    },
    effectiveOn: CivilDate.parse('2025-06-13'),
    note: 'The association’s web site has the checking page',
  });
  const credentials = path.join(folder, 'credentials');
  mkdirSync(credentials, { recursive: true });
  const zip = path.join(credentials, 'foxtrot.zip');
  desk.answer({ saveFile: zip });
  const saved = await desk.call('credentials.save', { cohortId });
  const files = unzipSync(readFileSync(zip));
  rmSync(zip);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(credentials, name), content);
  say(`Wrote credentials/: ${saved?.holds}, each as JSON, as a PNG, and as an SVG.`);
  for (const note of saved?.notes ?? []) say(`  ${note}`);
  desk.answer({ folder: credentials });
  say(`Wrote ${(await desk.call('credentials.saveStatusLists', {}))?.holds}.`);
  const [first = ''] = Object.keys(files).filter((name) => name.endsWith('.png'));
  desk.answer({ openFile: path.join(credentials, first) });
  const [check] = (await desk.call('certificates.check', {}))?.checks ?? [];
  say(`Checked ${first}: ${check?.word}, ${check?.statement?.name}.`);
}
