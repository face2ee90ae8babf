import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { guessImport, type ImportGuess } from '../../../../main/features/imports/mapping.ts';
import type { ImportPlan, KnownPeople, PlannedWrite } from '../../../../main/features/imports/plan-rows.ts';
import { dueDateFor } from '../../../../main/rules/recertification/recertification.ts';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import type { Application, Submission } from '../../../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { CohortId } from '../../../../shared/model/ids.ts';
import type { ImportNote } from '../../../../shared/model/import-notes.ts';
import type { RowOutcome, SheetMapping, Spreadsheet } from '../../../../shared/model/imports.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { Organization, Person } from '../../../../shared/model/people.ts';
import { Policy } from '../../../../shared/model/program.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../../../shared/model/recertification.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { knowPeople, planApplications, planGraduates } from './in-one-go.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The default program. */
export const policy = Policy.parse(JSON.parse(readFileSync(join(root, 'resources/programs/al-cto.json'), 'utf8')));

/** One of the invented sample files. */
export const sample = (name: string): string => join(root, 'resources/sample', name);

export const foxtrot: Cohort = {
  id: CohortId.parse(v7()),
  name: 'Foxtrot',
  status: 'open',
  opensOn: CivilDate.parse('2024-04-01'),
  closesOn: CivilDate.parse('2024-05-31'),
  seats: 30,
  fee: Cents.parse(7_500),
  startsOn: null,
  endsOn: null,
};

/** The moment at which the tests import. */
export const now = Instant.parse('2024-06-30T12:00:00.000Z');

/** A file in a folder of its own, gone after the test. */
export function tempFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'cohort-desk-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The value of a call that must go well. */
export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.problem.sentence}`);
  return result.value;
}

/** The sentence of a call that must be refused. */
export function refused(result: Result<unknown>): string {
  if (result.ok) throw new Error('was not refused');
  return result.problem.sentence;
}

/** A spreadsheet of one sheet, as if it had been read. */
export const sheetOf = (rows: readonly (readonly string[])[], name = 'Form1', file = 'list.csv'): Spreadsheet => ({
  file,
  format: 'csv',
  encoding: 'UTF-8',
  delimiter: ',',
  sheets: [{ name, rows }],
});

/** The rows that plans have written so far. */
export class Desk {
  readonly people = new Map<string, Person>();
  readonly organizations = new Map<string, Organization>();
  readonly cohorts = new Map<string, Cohort>([[foxtrot.id, foxtrot]]);
  readonly applications = new Map<string, Application>();
  readonly submissions = new Map<string, Submission>();
  readonly participants = new Map<string, Participant>();
  readonly dues = new Map<string, RecertificationDue>();
  readonly receipts = new Map<string, RecertificationReceipt>();
  readonly notes = new Map<string, ImportNote>();

  known(): KnownPeople {
    return knowPeople({
      people: this.people.values(),
      organizations: this.organizations.values(),
      cohorts: this.cohorts.values(),
      applications: this.applications.values(),
      submissions: this.submissions.values(),
      participants: this.participants.values(),
      dues: this.dues.values(),
      receipts: this.receipts.values(),
    });
  }

  write(writes: readonly PlannedWrite[]): void {
    for (const write of writes) {
      if (write.table === 'person') store(this.people, write);
      else if (write.table === 'organization') store(this.organizations, write);
      else if (write.table === 'cohort') store(this.cohorts, write);
      else if (write.table === 'application') store(this.applications, write);
      else if (write.table === 'submission') store(this.submissions, write);
      else if (write.table === 'participant') store(this.participants, write);
      else if (write.table === 'recertificationDue') store(this.dues, write);
      else if (write.table === 'importNote') store(this.notes, write);
      else store(this.receipts, write);
    }
  }

  /** Plans an import of a spreadsheet and writes it. */
  take(spreadsheet: Spreadsheet, guess: ImportGuess = accepted(guessImport(spreadsheet, policy))): ImportPlan {
    const input = {
      spreadsheet,
      mappings: guess.mappings,
      policy,
      known: this.known(),
      newId: () => v7(),
      idFor: () => v7(),
      now,
    };
    const plan =
      guess.kind === 'applications'
        ? planApplications({ ...input, cohort: foxtrot })
        : planGraduates({ ...input, dueDateFor });
    this.write(plan.writes);
    return plan;
  }

  /** Plans an import of applications where a list of places is known, and writes nothing. */
  plan(
    spreadsheet: Spreadsheet,
    mappings: readonly SheetMapping[],
    nearestPlaces: (typed: string) => readonly string[],
  ): ImportPlan {
    const input = {
      spreadsheet,
      mappings,
      policy,
      known: this.known(),
      newId: () => v7(),
      idFor: () => v7(),
      now,
      nearestPlaces,
    };
    return planApplications({ ...input, cohort: foxtrot });
  }

  /** Reads a file, plans its import and writes it. */
  async takeFile(path: string): Promise<ImportPlan> {
    return this.take(accepted(await readSpreadsheet(path)));
  }

  /** What is known of everyone who applied, one line each, in an order that does not depend on ids. */
  facts(): string[] {
    return [...this.applications.values()]
      .map((application) => {
        const { id: _, organizationId, ...person } = this.person(application.personId);
        const place = organizationId && this.organizations.get(organizationId)?.name;
        const { membership, highestPost, yearsInEducation, firstSubmittedAt, latestSubmittedAt, needs } = application;
        const said = { membership, highestPost, yearsInEducation, firstSubmittedAt, latestSubmittedAt, needs };
        return JSON.stringify({ ...person, place, ...said });
      })
      .sort();
  }

  person(id: string): Person {
    const person = this.people.get(id);
    if (!person) throw new Error(`no one has the id ${id}`);
    return person;
  }

  /** The one person with this last name. */
  called(familyName: string): Person {
    const found = [...this.people.values()].filter((person) => person.familyName === familyName);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} people are called ${familyName}`);
    return found[0];
  }

  applicationOf(person: Person): Application {
    const found = [...this.applications.values()].find((application) => application.personId === person.id);
    if (!found) throw new Error(`${person.givenName} has not applied`);
    return found;
  }
}

type WriteOf<Row extends { readonly id: string }> =
  | { readonly kind: 'insert'; readonly row: Row }
  | { readonly kind: 'update'; readonly id: Row['id']; readonly fields: Partial<Omit<Row, 'id'>> };

function store<Row extends { readonly id: string }>(rows: Map<string, Row>, write: WriteOf<Row>): void {
  if (write.kind === 'insert') {
    if (rows.has(write.row.id)) throw new Error('the row is there already');
    rows.set(write.row.id, write.row);
    return;
  }
  const before = rows.get(write.id);
  if (!before) throw new Error('an update of a row that is not there');
  rows.set(write.id, { ...before, ...write.fields });
}

/** How many rows of a plan came out how. */
export function outcomes(plan: ImportPlan): Partial<Record<RowOutcome, number>> {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const { outcome } of plan.rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
