import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { CohortId } from '../../../../shared/model/ids.ts';
import type { ImportRow } from '../../../../shared/model/imports.ts';
import type { ApplicantRow } from '../../../../shared/views/applicants.ts';
import type { PersonView } from '../../../../shared/views/people.ts';
import { make, openTestDatabase, someCohort, worldIn } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const files = fileURLToPath(new URL('files/', import.meta.url));

/** A file of invented applicants that an earlier version read wrongly. */
export const foundFile = (name: string): string => path.join(files, name);

/** The desk of AL-CTO with the cohort Foxtrot, whose window is January 1 to March 31, 2026. */
export interface Spring extends TestDesk {
  readonly cohortId: CohortId;
  /** The rows of the dry run of a file. */
  dryRun(file: string): Promise<readonly ImportRow[]>;
  /** Imports a file, and returns the rows that its dry run showed. */
  take(file: string): Promise<readonly ImportRow[]>;
  /** Everyone who applied. */
  applicants(): Promise<readonly ApplicantRow[]>;
  /** The record of the one person of this name. */
  person(name: string): Promise<PersonView>;
}

/** Opens the desk in March 2026. */
export async function openSpring(): Promise<Spring> {
  const file = path.join(temporaryFolder(), 'program.db');
  const window = { opensOn: CivilDate.parse('2026-01-01'), closesOn: CivilDate.parse('2026-03-31') };
  const cohort = someCohort({ seats: 30, ...window });
  const database = openTestDatabase(file);
  await make(database, worldIn(database, '2025-12-01T12:00:00.000Z'), 'Opened Foxtrot', [
    { kind: 'insert', table: 'cohort', id: cohort.id, row: cohort },
  ]);
  const desk = openTestDesk(file);
  desk.now = '2026-03-10T15:00:00.000Z';
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const cohortId = cohort.id;
  const dryRun = async (from: string) => {
    desk.answers.openFile = from;
    return (await desk.call('imports.preview', { cohortId, limit: 1_000 })).rows;
  };
  const applicants = async () => (await desk.call('applicants.list', { cohortId, limit: 1_000 })).rows;
  return Object.assign(desk, {
    cohortId,
    dryRun,
    applicants,
    async take(from: string) {
      const rows = await dryRun(from);
      await desk.call('imports.apply', { cohortId });
      return rows;
    },
    async person(name: string) {
      const found = (await applicants()).filter((row) => row.name === name);
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} applicants are called ${name}`);
      return desk.call('people.show', { personId: found[0].personId });
    },
  });
}
