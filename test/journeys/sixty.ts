import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { CohortId } from '../../shared/model/ids.ts';
import { answerDialogs, ask } from './ask.ts';
import { root } from './launch.ts';

/** Opens Foxtrot and fills its sixty seats from the sample’s form. */
export async function acceptSixty(app: ElectronApplication, page: Page): Promise<CohortId> {
  await answerDialogs(app, path.join(root, 'resources/sample/applications-web-form.csv'));
  const { cohortId } = await ask(page, 'cohorts.create', { name: 'Foxtrot', seats: 60 });
  const reading = await ask(page, 'imports.read', {});
  if (!reading) throw new Error('The file was not read.');
  const { readingId, kind, mappings } = reading;
  await ask(page, 'imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
  // A few answers on the form need a lead's look before the seats can be filled.
  const { rows } = await ask(page, 'applicants.list', { cohortId, show: 'needs-a-look' });
  for (const { applicationId } of rows.filter(({ verdict }) => verdict === 'needs-a-look')) {
    await ask(page, 'applicants.overrule', {
      applicationId,
      overrule: { tier: 3, reason: 'Confirmed by phone' },
    });
  }
  await ask(page, 'applicants.accept', { cohortId, applicationIds: 'within-seats' });
  return cohortId;
}
