import type { Page } from 'playwright-core';
import { CivilDate, sayDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { ask } from './ask.ts';

/** A conference as a lead notes it. */
export interface NotedConference {
  readonly name: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly place: string;
}

const day = (text: string): CivilDate => CivilDate.parse(text);

/** The three conferences of a year. */
export const conferences: readonly NotedConference[] = [
  { name: 'Summer Conference', startsOn: day('2024-06-11'), endsOn: day('2024-06-13'), place: 'Mobile' },
  { name: 'Fall Conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-24'), place: 'Birmingham' },
  { name: 'Winter Conference', startsOn: day('2025-02-11'), endsOn: day('2025-02-13'), place: 'Huntsville' },
];

/** Opens a cohort from the list of cohorts. */
export async function openCohort(page: Page, cohort: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: 'Cohorts', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: cohort, exact: true }).click();
  await page.getByRole('radio', { name: /Schedule/ }).waitFor();
}

/** Opens the year of a cohort. */
export async function openYear(page: Page, cohort: string): Promise<void> {
  await openCohort(page, cohort);
  await page.getByRole('radio', { name: /Schedule/ }).click();
  await page.getByRole('button', { name: /^Schedule sessions/ }).waitFor();
}

/** Notes a conference in the form of the year. */
export async function noteConference(page: Page, { name, startsOn, endsOn, place }: NotedConference): Promise<void> {
  await page.getByRole('button', { name: 'Add conference' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add conference' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('textbox', { name: 'First day' }).fill(sayDate(startsOn));
  await dialog.getByRole('textbox', { name: 'Last day' }).fill(sayDate(endsOn));
  await dialog.getByLabel('Place').fill(place);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Change ${name}` }).waitFor();
}

/** Which course is planned on which day. */
export const daysOf = async (page: Page, cohortId: CohortId): Promise<[number, string][]> =>
  (await ask(page, 'courses.year', { cohortId })).sessions.map(({ courseNumber, heldOn }) => [courseNumber, heldOn]);
