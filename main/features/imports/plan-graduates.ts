import type { Cohort, Participant } from '../../../shared/model/cohorts.ts';
import { type CivilDate, dayOf, sayDate } from '../../../shared/model/dates.ts';
import type { ImportRow, RowOutcome } from '../../../shared/model/imports.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { nobodyNamed, readPerson, sayPerson } from './application-facts.ts';
import { cohortNameOf, cohortOfTitle, type ReadCohort } from './cohort-names.ts';
import { DayReader, noteWords, type ReadDay } from './graduate-days.ts';
import { listedPerson } from './listed-person.ts';
import { PlannedCohorts } from './plan-cohorts.ts';
import { PlannedParticipants } from './plan-participants.ts';
import { PlannedPeople } from './plan-people.ts';
import { joinRemarks, PlannedRecertifications } from './plan-recertifications.ts';
import {
  gathered,
  type ImportPlan,
  type PlanInput,
  type PlannedWrite,
  rowsPerPlanStep,
  type SkippedRow,
} from './plan-rows.ts';
import { PlannedNotes, toLookAt } from './planned-notes.ts';
import { type MappedSheet, mappedSheets, type PersonRow } from './sheet-rows.ts';
import { RowReader } from './understand.ts';

/** What an import of graduates is planned from; the due date's rule comes in, so that this stays with the policy. */
interface GraduatesInput extends PlanInput {
  readonly dueDateFor: (
    policy: Policy,
    cohortName: string,
    graduatedOn: CivilDate | null,
  ) => { readonly dueOn: CivilDate; readonly clause: string } | null;
}

/**
 * The dry run of graduates, row by row: writes nothing, throws nothing. A cohort that is not known yet is made as
 * finished; everyone graduates in it and gets the policy's due date; words in place of dates become remarks. In steps,
 * for a caller that must go on answering meanwhile; says how many rows are taken.
 */
export function* planGraduatesInSteps(input: GraduatesInput): Generator<number, ImportPlan> {
  const skipped: SkippedRow[] = [];
  const rows: ImportRow[] = [];
  const desk = new GraduatesDesk(input);
  for (const sheet of mappedSheets(input.spreadsheet, input.mappings, skipped)) {
    let titled = cohortNameOf(sheet.sheet, sheet.mapping.headerRow, input.policy);
    for (const row of sheet.rows()) {
      const section = row.alone === null ? null : cohortOfTitle(row.alone, input.policy);
      if (section !== null) {
        titled = section;
        const reason = `The row names the cohort of the rows below it: ${section}.`;
        skipped.push({ sheet: row.sheet, row: row.row, reason });
        continue;
      }
      // Another block begins, and no one can tell whose.
      if (row.alone !== null && isBlockTitle.test(row.alone)) titled = null;
      rows.push(desk.take(sheet, row, titled));
      if (rows.length % rowsPerPlanStep === 0) yield rows.length;
    }
  }
  const writes = yield* gathered(desk.writes(), rows.length);
  return { rows, writes, skipped, notes: desk.notes() };
}

/** A title between two blocks of graduates. */
const isBlockTitle = /\b(graduat\w*|cohort|class|group|completers?)\b/i;

type Differences = ImportRow['differences'];

/** Takes rows one after the other and drafts what they come to. */
class GraduatesDesk {
  readonly #input: GraduatesInput;
  readonly #people: PlannedPeople;
  readonly #cohorts: PlannedCohorts;
  readonly #participants: PlannedParticipants;
  readonly #recertifications: PlannedRecertifications;
  readonly #days: DayReader;
  readonly #notes: PlannedNotes;

  constructor(input: GraduatesInput) {
    this.#input = input;
    this.#notes = new PlannedNotes(input.newId);
    this.#people = new PlannedPeople(input);
    this.#cohorts = new PlannedCohorts(input);
    this.#participants = new PlannedParticipants(input);
    this.#days = new DayReader(dayOf(input.now, input.policy.program.zone));
    this.#recertifications = new PlannedRecertifications(input);
  }

  take(sheet: MappedSheet, row: PersonRow, titled: string | null): ImportRow {
    const reader = new RowReader(sheet, row);
    const said = readPerson(sheet, row, reader);
    const report = (
      outcome: RowOutcome,
      differences: Differences = [],
      notes: readonly string[] = reader.notes,
    ): ImportRow => ({
      sheet: row.sheet,
      row: row.row,
      outcome,
      name: sayPerson(said),
      organization: said.organizationName,
      notes,
      differences,
    });
    if (row.unusable !== null) return report('cannot-be-used', [], [row.unusable]);
    if (said.email === null && said.folded === '') return report('cannot-be-used', [], [nobodyNamed]);
    const named = this.#cohortOf(reader, row, titled);
    if (named === null) return report('cannot-be-used', [], [this.#whyNoCohort(reader, row)]);
    const graduated = this.#days.read(reader, sheet, row, 'graduatedOn');
    if (graduated.value === null && !graduated.isWrong && sheet.has('graduatedOn')) {
      const what = graduated.words === null ? 'is empty' : 'isn’t a date';
      reader.note('graduatedOn', `${what}; find out the graduation date, and enter it`);
    }
    const { person, isNew, differences, sharing } = listedPerson(this.#people, said);
    const doubtedPlace = this.#people.doubtPlace(said.organization);
    const likely = isNew ? this.#people.doubtPerson(person, row) : null;
    // Two people who may be one are under Duplicates.
    const elsewhere = new Set([sharing, likely].filter((note) => note !== null));
    reader.notes.push(...[sharing, doubtedPlace, likely].filter((note) => note !== null));
    const cohort = this.#cohorts.called(named);
    const changesBefore = this.#changes;
    const graduation = this.#participants.graduate(person.id, cohort.id, graduated.value);
    const all = [...differences, ...graduation.differences];
    const received = this.#days.read(reader, sheet, row, 'recertificationReceivedOn', graduated.value);
    // What stood for the day of graduation and is none would be nowhere else.
    const words = [graduated.words && `graduated: ${graduated.words}`, received.words, reader.text('remark')];
    const remark = words.filter((text) => text !== null).join('; ') || null;
    this.#recertify(reader, received, remark, cohort, graduation.participant);
    const changed = all.length > 0 || this.#changes > changesBefore;
    if (graduation.contradicts) {
      reader.note('graduatedOn', 'differs from the date in an earlier row of this file; correct the one that is wrong');
    }
    const isSettled = !isNew && !graduation.isNew && !changed;
    // Once the earlier row is here, its contradiction was looked at: the same file again has nothing to do.
    if (isSettled && !(graduation.contradicts && this.#participants.isNew(graduation.participant))) {
      return report('same', [], []);
    }
    const toCorrect = toLookAt(
      reader.notes.filter((note) => !elsewhere.has(note)),
      reader.about,
    ).map((each) => (each.sentence === doubtedPlace ? { ...each, field: 'organization' as const } : each));
    this.#notes.add(
      {
        person: () => this.#people.people.now(person),
        participant: () => this.#participants.now(graduation.participant),
      },
      toCorrect,
    );
    if (reader.notes.length > 0) return report('needs-a-look', all);
    return report(graduation.isNew ? 'create' : 'update', all);
  }

  /** How often a remark, a due date or what came in was changed. */
  get #changes(): number {
    return this.#participants.remarked + this.#recertifications.changes;
  }

  #whyNoCohort(reader: RowReader, row: PersonRow): string {
    return this.#cohorts.read(row.typed('cohort')).note === undefined
      ? 'The row doesn’t name a cohort. Name it in a column, the sheet’s name or its title, and import it again.'
      : reader.notes.join(' ');
  }

  /** The cohort that a row names, or else its sheet; null where neither tells one. */
  #cohortOf(reader: RowReader, row: PersonRow, titled: string | null): ReadCohort | null {
    const own = this.#cohorts.read(row.typed('cohort'));
    if (own.note !== undefined) reader.note('cohort', own.note);
    if (own.value !== null || own.note !== undefined || titled === null) return own.value;
    const { value, note } = this.#cohorts.read(titled);
    if (note !== undefined) reader.notes.push(`“${titled}” in the title ${note}.`);
    return value;
  }

  notes(): readonly string[] {
    return [...this.#cohorts.notes(), ...this.#people.notes()];
  }

  /** The due date, what came in, and the leads' words; where the policy sets no date they stay with the participant. */
  #recertify(
    reader: RowReader,
    received: ReadDay,
    words: string | null,
    cohort: Cohort,
    participant: Participant,
  ): void {
    noteWords(reader, received);
    const due = this.#input.dueDateFor(this.#input.policy, cohort.name, participant.graduatedOn);
    const planned = this.#recertifications.due(participant.id, due?.dueOn ?? null, words);
    if (planned) {
      if (received.value !== null) this.#recertifications.receive(planned, received.value);
      return;
    }
    const unplaced =
      received.value === null
        ? words
        : [`Documents received ${sayDate(received.value)}`, words].filter(Boolean).join('; ');
    if (received.value !== null) {
      reader.note(
        'recertificationReceivedOn',
        `has no due date to go with, as the policy sets none for ${cohort.name}; it was kept in the notes`,
      );
    }
    this.#participants.remark(participant, joinRemarks(participant.remark, unplaced));
  }

  writes(): PlannedWrite[] {
    return [
      ...this.#people.writes(),
      ...this.#cohorts.writes(),
      ...this.#participants.writes(),
      ...this.#recertifications.writes(),
      ...this.#notes.writes(),
    ];
  }
}
