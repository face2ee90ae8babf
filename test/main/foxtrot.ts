import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { ApplicantRow } from '../../shared/views/applicants.ts';
import type { ImportReading } from '../../shared/views/imports.ts';
import { hashOfRows, make, openTestDatabase, someCohort, worldIn } from './database-for-test.ts';
import { openTestDesk, type TestDesk } from './open-desk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header =
  'Timestamp,Email Address,First Name,Last Name,School System,Job Title,Do you hold the highest EdTech position?,ALET Membership,Years of experience in education,Phone';

/** A row of a form: what a test wants to say of someone; the rest is that of an eligible General Member. */
export interface FormRow {
  readonly name: string;
  readonly sent?: string;
  readonly email?: string;
  readonly system?: string;
  readonly title?: string;
  readonly post?: string;
  readonly membership?: string;
  readonly years?: string;
  readonly phone?: string;
}

/** The desk of a program whose cohort Foxtrot takes applications. */
export interface Foxtrot extends TestDesk {
  readonly cohortId: CohortId;
  /** Writes rows of a form to a file and reads it as the lead would. */
  read(rows: readonly FormRow[], file?: string): Promise<ImportReading>;
  /** Imports rows of a form; returns the sentence. */
  apply(rows: readonly FormRow[], file?: string): Promise<string>;
  /** Everyone of the cohort, standing or not, in order. */
  everyone(): Promise<readonly ApplicantRow[]>;
  /** The applicant of this name. */
  applicant(name: string): Promise<ApplicantRow>;
  /** Every row of every table, as one hash. */
  hash(): string;
}

/** The text of a form's export. */
export const formText = (rows: readonly FormRow[]): string =>
  [header, ...rows.map((row, index) => line(row, index))].join('\r\n');

function line(row: FormRow, index: number): string {
  const [given = '', ...family] = row.name.split(' ');
  const email = row.email ?? `${row.name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`;
  const day = String(1 + (index % 28)).padStart(2, '0');
  return [
    row.sent ?? `2024/04/${day} 9:00:00 AM CDT`,
    email,
    given,
    family.join(' '),
    row.system ?? 'Lee County Schools',
    row.title ?? 'Technology Coordinator',
    row.post ?? 'No',
    row.membership ?? 'ALET General Member',
    row.years ?? '5',
    row.phone ?? '',
  ].join(',');
}

/** Opens a desk with the program and the cohort Foxtrot, which closes on May 31, 2024. */
export async function openFoxtrot({ seats = 3 }: { readonly seats?: number } = {}): Promise<Foxtrot> {
  const file = path.join(temporaryFolder(), 'program.db');
  const cohort = someCohort({ seats, closesOn: CivilDate.parse('2024-05-31') });
  const database = openTestDatabase(file);
  await make(database, worldIn(database, '2024-03-01T12:00:00.000Z'), 'Opened Foxtrot', [
    { kind: 'insert', table: 'cohort', id: cohort.id, row: cohort },
  ]);
  const test = openTestDesk(file);
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const cohortId = cohort.id;
  const read = async (rows: readonly FormRow[], name = 'form.csv') => {
    test.answers.openFile = path.join(test.folder, name);
    writeFileSync(test.answers.openFile, formText(rows));
    const reading = await test.call('imports.read', {});
    if (!reading) throw new Error('Nothing was read.');
    return reading;
  };
  const everyone = async () => {
    const standing = await test.call('applicants.list', { cohortId, limit: 1_000 });
    const closed = await test.call('applicants.list', { cohortId, show: 'closed', limit: 1_000 });
    return [...standing.rows, ...closed.rows];
  };
  return Object.assign(test, {
    cohortId,
    read,
    everyone,
    async apply(rows: readonly FormRow[], name?: string) {
      const { readingId, kind, mappings } = await read(rows, name);
      const outcome = await test.call('imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
      return outcome.sentence;
    },
    async applicant(name: string) {
      const found = (await everyone()).find((row) => row.name === name);
      if (!found) throw new Error(`${name} did not apply.`);
      return found;
    },
    hash: () => hashOfRows(database),
  });
}
