import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';

/** The window on Jun 10, 2024, with thirty of the sample accepted to Foxtrot: each owes the fee and has no letter yet. */
export async function openWithThirtyAccepted(): Promise<{
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Empty, for what is saved. */
  readonly folder: string;
  readonly cohortId: CohortId;
}> {
  const folder = await newFolder();
  const before = [path.join(root, 'test/journeys/set-clock.cjs')];
  const app = await launchApp({ before, env: { DESK_NOW: '2024-06-10T14:00:00.000Z' } });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today', exact: true }).waitFor();
  const { cohortId } = await ask(page, 'cohorts.create', {
    name: 'Foxtrot',
    closesOn: CivilDate.parse('2024-05-31'),
  });
  await answerDialogs(app, path.join(root, 'resources/sample/applications-web-form.csv'));
  const reading = await ask(page, 'imports.read', {});
  if (!reading) throw new Error('The sample was not read.');
  const { readingId, kind, mappings } = reading;
  await ask(page, 'imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
  await ask(page, 'applicants.accept', { cohortId, applicationIds: 'within-seats' });
  return { app, page, folder, cohortId };
}
