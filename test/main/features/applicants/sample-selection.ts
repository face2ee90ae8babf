import Database from 'better-sqlite3';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { ApplicationId, CohortId } from '../../../../shared/model/ids.ts';
import { hashOfRows, openTestDatabase } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';

/** A day as it is written in tests. */
export const day = (text: string) => CivilDate.parse(text);

/** The sample program as a lead opens it: its own files, imported; Foxtrot has 30 seats. */
export async function openSample() {
  const desk = openTestDesk();
  await desk.call('program.openSample', {});
  const { cohorts } = await desk.call('cohorts.list', {});
  const foxtrot = cohorts.find(({ name }) => name === 'Foxtrot');
  if (!foxtrot) throw new Error('The sample has no Foxtrot.');
  const rows = openTestDatabase(desk.databaseFile);
  const cohortId: CohortId = foxtrot.id;
  const list = async (show: 'in-order' | 'within-seats' | 'waiting' | 'accepted' = 'in-order') =>
    (await desk.call('applicants.list', { cohortId, show, limit: 1_000 })).rows;
  return Object.assign(desk, { cohortId, list, hash: () => hashOfRows(rows) });
}

/** What History says of the last commands, the newest first. */
export const labels = async (desk: TestDesk, count: number) =>
  (await desk.call('history.list', { limit: count })).rows.map(({ label }) => label);
/** Takes back as many commands. */
export const undo = async (desk: TestDesk, times: number) => {
  for (let step = 0; step < times; step += 1) await desk.call('history.undo', {});
};
/** The status of an application, and of whoever it made a participant. */
export function statusOf(desk: TestDesk, id: ApplicationId): [string, string | null] {
  const database = new Database(desk.databaseFile, { readonly: true });
  const row = database
    .prepare<[string], { status: string; participant: string | null }>(
      `SELECT application.status, participant.status AS participant FROM application
       LEFT JOIN participant ON participant.applicationId = application.id WHERE application.id = ?`,
    )
    .get(id);
  database.close();
  return [row?.status ?? '', row?.participant ?? null];
}

/** The sample with thirty accepted, of whom one has withdrawn: a seat is free, and someone waits for it. */
export async function openWithFreeSeat() {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const [first, second] = await desk.list('waiting');
  const [gone] = await desk.list('accepted');
  if (!first || !second || !gone) throw new Error('The sample has people who wait.');
  await desk.call('applicants.setStatus', { applicationIds: [gone.applicationId], status: 'withdrawn' });
  return Object.assign(desk, { first, second });
}
