import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it, test } from 'vitest';
import { guessImport } from '../../../../main/features/imports/mapping.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { CivilDate, Instant, sayInstant } from '../../../../shared/model/dates.ts';
import { accepted, Desk, foxtrot, outcomes, policy } from './import-desk.ts';
import { planApplications } from './in-one-go.ts';

const trial = (name: string): string => join(import.meta.dirname, 'trial', name);
const cohort = { ...foxtrot, opensOn: CivilDate.parse('2026-01-01'), closesOn: CivilDate.parse('2026-03-31') };
const now = Instant.parse('2026-04-15T12:00:00.000Z');

/** Imports a file of applications in 2026, and says how its rows came out and who applied when in the program's zone. */
async function imported(name: string) {
  const desk = new Desk();
  const spreadsheet = accepted(await readSpreadsheet(trial(name)));
  const { mappings } = accepted(guessImport(spreadsheet, policy));
  const plan = planApplications({
    spreadsheet,
    mappings,
    policy,
    known: desk.known(),
    newId: () => v7(),
    idFor: () => v7(),
    now,
    cohort,
  });
  desk.write(plan.writes);
  const sent = [...desk.applications.values()].map((application) => {
    const { givenName, familyName } = desk.person(application.personId);
    const at = application.firstSubmittedAt;
    return `${givenName} ${familyName}: ${at === null ? 'no time' : sayInstant(at, 'America/Chicago')}`;
  });
  return { outcomes: outcomes(plan), sent };
}

test.each([
  ['42-chartsheet-first.xlsx', 'Ana Álvarez'],
  ['42b-chartsheet-last.xlsx', 'Ana Alvarez'],
])('a chart on a sheet of its own hides no one: %s', async (name, ana) => {
  expect(await imported(name)).toEqual({
    outcomes: { create: 2 },
    sent: [`${ana}: Jan 5, 2026, 9:00 AM`, 'Bo Brand: Jan 6, 2026, 9:00 AM'],
  });
});

it('a workbook that counts from 1904 does so for a number without a date format too', async () => {
  const { sent } = await imported('01-date1904.xlsx');
  expect(sent).toEqual([
    'Ana Alvarez: Jan 5, 2026, 9:00 AM',
    'Bo Brand: Jan 6, 2026, 9:00 AM',
    'Cy Clark: Jan 7, 2026, 9:00 AM',
  ]);
});

it('the day on which documents came in is counted from 1904 as well', async () => {
  const desk = new Desk();
  await desk.takeFile(trial('01c-1904-graduates-unformatted.xlsx'));
  expect([...desk.receipts.values()].map(({ receivedOn }) => receivedOn)).toEqual(['2019-06-30']);
});
