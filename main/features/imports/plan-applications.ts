import { type Application, type Submission, sayStatus } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { ApplicationId, SubmissionId } from '../../../shared/model/ids.ts';
import type { ImportRow, RowOutcome } from '../../../shared/model/imports.ts';
import { toJson } from '../../../shared/model/json.ts';
import type { Person } from '../../../shared/model/people.ts';
import { type ApplicationFacts, applicationReader, changesOfPerson, sayPerson } from './application-facts.ts';
import { differencesOfApplication, differencesOfPerson } from './differences.ts';
import { answersAfter, keptWhereEmpty, sayKept, typedAfter } from './kept-facts.ts';
import { senderKey } from './known-people.ts';
import { withQuestion } from './memberships.ts';
import { PlannedPeople, personKeysOf } from './plan-people.ts';
import {
  gathered,
  type ImportPlan,
  type PlanInput,
  type PlannedWrite,
  rowsPerPlanStep,
  type SkippedRow,
} from './plan-rows.ts';
import { isAnotherPerson, type Namesake, sayNamesake, sayShared } from './same-person.ts';
import { isSameSending } from './same-sending.ts';
import {
  differenceOfTimes,
  type Sending,
  sayConsequence,
  saySentForAll,
  sendingOf,
  timesAfter,
  timesOf,
} from './sending.ts';
import { Sendings } from './sendings.ts';
import { type MappedSheet, mappedSheets, type PersonRow } from './sheet-rows.ts';

/** What an import of applications is planned from; all go to one cohort. */
export interface ApplicationsInput extends PlanInput {
  readonly cohort: Cohort;
  /** When all rows of a sheet without a column for it were sent; null: no one said. */
  readonly sentAt?: Instant | null;
}

/**
 * The dry run of applications, row by row: writes nothing, throws nothing. One person has one application with the
 * latest answers; every sending is kept; a sending that is stored already changes nothing.
 */
export function planApplications(input: ApplicationsInput): ImportPlan {
  const steps = planApplicationsInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same dry run in steps, for a caller that must go on answering meanwhile; says how many rows are taken. */
export function* planApplicationsInSteps(input: ApplicationsInput): Generator<number, ImportPlan> {
  const skipped: SkippedRow[] = [];
  const rows: ImportRow[] = [];
  const desk = new ApplicationsDesk(input);
  for (const sheet of mappedSheets(input.spreadsheet, input.mappings, skipped)) {
    const read = applicationReader(sheet, input.policy, input.policy.program.zone);
    const asked = withQuestion(sheet, input.policy.memberships);
    for (const bare of sheet.rows()) {
      const row = asked(bare);
      rows.push(desk.take(sheet, row, read(row)));
      if (rows.length % rowsPerPlanStep === 0) yield rows.length;
    }
  }
  const writes = yield* gathered(desk.writes(), rows.length);
  return { rows, writes, skipped, notes: desk.notes() };
}

const closedStatuses = new Set(['withdrawn', 'declined', 'deferred']);

/** One person's application as the plan has it by now, and all that was sent for it. */
interface Dossier {
  application: Application;
  /** What changes of a stored application; null: it is new. */
  fields: Partial<Omit<Application, 'id'>> | null;
  /** What this plan adds. */
  readonly sent: Submission[];
}

/** Takes rows one after the other and drafts what they come to. */
class ApplicationsDesk {
  readonly #input: ApplicationsInput;
  readonly #people: PlannedPeople;
  readonly #dossiers = new Map<Person['id'], Dossier>();
  readonly #sendings: Sendings;

  constructor(input: ApplicationsInput) {
    this.#input = input;
    this.#people = new PlannedPeople(input);
    this.#sendings = new Sendings(input.known.sendings);
  }

  take(sheet: MappedSheet, row: PersonRow, facts: ApplicationFacts): ImportRow {
    const { person: said } = facts;
    const report = (outcome: RowOutcome, more: Partial<ImportRow> = {}): ImportRow => ({
      sheet: row.sheet,
      row: row.row,
      outcome,
      name: sayPerson(said),
      organization: said.organizationName,
      notes: facts.notes,
      differences: [],
      ...more,
    });
    if (row.unusable !== null) return report('cannot-be-used', { notes: [row.unusable] });
    if (said.email === null && said.folded === '') {
      const what =
        'The row has neither a name nor an e-mail address that can be used. Add one in the file and import it again.';
      return report('cannot-be-used', { notes: [what] });
    }
    const keys = personKeysOf(said, facts.submittedAt);
    const found = this.#people.find(keys, (known) => isAnotherPerson(this.#namesake(known), facts));
    const dossier = found && this.#dossierOf(found);
    const sender = senderKey(said.folded, said.email);
    // Looked for under the name and not under the person: what later rows changed of people may lead this row to
    // someone else than when it first came in, and it is here anyway.
    const sendings = this.#sendings.sentAt(sender, facts.submittedAt);
    if (sendings.some((sending) => isSameSending(sheet, sending, facts, row.answers))) {
      if (found) this.#people.learn(keys, found);
      return report('same', { notes: [] });
    }
    const sending = sendingOf(facts.submittedAt, row.typed('submittedAt'), sheet.has('submittedAt'), this.#input);
    const place = this.#people.place(said.organization);
    const kept = found ? keptWhereEmpty(row, sheet.has, this.#namesake(found), this.#input.policy) : new Map();
    const settled = new Set([...kept.keys()].map((field) => facts.emptyNotes.get(field)));
    const notes = facts.notes.filter((note) => !settled.has(note));
    const told = sayKept(kept);
    if (sending.note !== null) notes.push(sending.note);
    const placeDoubt = this.#people.doubtPlace(said.organization);
    if (placeDoubt !== null) notes.push(placeDoubt);
    const sharer = this.#people.sharer(keys, found);
    const holder = this.#people.phoneHolder(keys);
    const namesake = sayNamesake(holder && this.#namesake(holder), facts, holder?.id === found?.id);
    if (namesake !== null) notes.push(namesake);
    const sharing = sayShared(found, sharer, said);
    if (sharing !== null) notes.push(sharing);
    if (!found || !dossier) {
      const person =
        found ?? this.#people.add({ ...said.name, ...pickPerson(said), organizationId: place?.id ?? null });
      const doubt = found ? null : this.#people.doubtPerson(person, row, sharer ?? holder);
      if (doubt !== null) notes.push(doubt);
      this.#people.learn(keys, person);
      const differences = found ? this.#updatePerson(person, facts, place?.id ?? null) : [];
      const { submittedDoubt } = this.#addApplication(person, row, facts, sending);
      this.#noteConsequence(notes, sending, null, submittedDoubt);
      return report(notes.length > 0 ? 'needs-a-look' : 'create', {
        notes: this.#told(sending, told, notes),
        differences,
      });
    }
    this.#people.learn(keys, found);
    const before = dossier.application;
    const { times, isLatest } = timesAfter(before, sending, this.#input);
    const differences = isLatest ? this.#updatePerson(found, facts, place?.id ?? null) : [];
    dossier.sent.push(this.#submission(before, row, facts, sending));
    differences.push(...this.#updateApplication(sheet, dossier, row, facts, isLatest));
    edit(dossier, times);
    differences.push(...differenceOfTimes(before, dossier.application, this.#input.policy.program.zone));
    this.#noteConsequence(notes, sending, before, dossier.application.submittedDoubt);
    if (closedStatuses.has(before.status)) {
      notes.push(
        `The application is ${sayStatus[before.status].toLowerCase()} and was sent again. Decide whether it stands.`,
      );
    }
    return report(notes.length > 0 ? 'needs-a-look' : 'update', {
      notes: this.#told(sending, told, notes),
      differences,
    });
  }

  /** Good to know of a row; a time that was said for the whole file, and what is kept, are nothing to look at. */
  #told({ at, forAll }: Sending, kept: string | null, notes: readonly string[]): readonly string[] {
    const said = forAll ? [`S${saySentForAll(at, this.#input.policy.program.zone).slice(1)}.`] : [];
    return [...said, ...notes, ...(kept === null ? [] : [kept])];
  }

  #noteConsequence(
    notes: string[],
    sending: Sending,
    before: Application | null,
    after: Application['submittedDoubt'],
  ): void {
    const consequence = sayConsequence(sending, before, after, this.#input.policy.program.zone);
    if (consequence !== null) notes.push(consequence);
  }

  /** Whoever has the name and the phone of a row already, with what tells two people apart. */
  #namesake(person: Person): Namesake {
    const application = this.#dossierOf(person)?.application ?? null;
    return { person, application, place: this.#people.placeName(person.organizationId) };
  }

  /** A person's application with what was sent, if there is one. */
  #dossierOf(person: Person): Dossier | null {
    const drafted = this.#dossiers.get(person.id);
    if (drafted) return drafted;
    const application = this.#input.known.applications.get(person.id);
    if (!application) return null;
    const dossier: Dossier = { application, fields: {}, sent: [] };
    this.#dossiers.set(person.id, dossier);
    return dossier;
  }

  #updatePerson(
    person: Person,
    facts: ApplicationFacts,
    place: Person['organizationId'],
  ): ImportRow['differences'][number][] {
    const changes = changesOfPerson(person, facts.person, place);
    this.#people.people.edit(person, changes);
    return differencesOfPerson(person, changes, (id) => this.#people.placeName(id));
  }

  #addApplication(person: Person, row: PersonRow, facts: ApplicationFacts, sending: Sending): Application {
    const answers = toJson(row.answers);
    const times = timesOf(sending, this.#input);
    const application: Application = {
      id: ApplicationId.parse(this.#input.newId()),
      personId: person.id,
      cohortId: this.#input.cohort.id,
      ...times,
      status: 'submitted',
      statusAt: times.firstSubmittedAt,
      statusReason: null,
      ...facts.answers,
      answers,
      overrule: null,
      decision: null,
    };
    const sent = [this.#submission(application, row, facts, sending, answers)];
    this.#dossiers.set(person.id, { application, fields: null, sent });
    return application;
  }

  /** The latest answers stand; an earlier sending that comes in later changes none, and an empty cell takes none away. */
  #updateApplication(
    sheet: MappedSheet,
    dossier: Dossier,
    row: PersonRow,
    facts: ApplicationFacts,
    isLatest: boolean,
  ): ImportRow['differences'][number][] {
    if (!isLatest) return [];
    const before = dossier.application;
    const said = answersAfter(before, facts, row, sheet.has);
    edit(dossier, { ...said, answers: typedAfter(before, row) });
    return differencesOfApplication(before, said, this.#input.policy);
  }

  #submission(
    application: Application,
    row: PersonRow,
    { person }: ApplicationFacts,
    sending: Sending,
    answers = toJson(row.answers),
  ): Submission {
    const submission: Submission = {
      id: SubmissionId.parse(this.#input.newId()),
      applicationId: application.id,
      submittedAt: sending.at,
      answers,
      source: toJson({ file: this.#input.spreadsheet.file, sheet: row.sheet, row: row.row }),
    };
    this.#sendings.add(senderKey(person.folded, person.email), submission);
    return submission;
  }

  notes(): readonly string[] {
    return this.#people.notes();
  }

  *writes(): Generator<PlannedWrite, void> {
    yield* this.#people.writes();
    for (const { application, fields } of this.#dossiers.values()) {
      if (fields === null) yield { table: 'application', kind: 'insert', row: application };
      else if (Object.keys(fields).length > 0)
        yield { table: 'application', kind: 'update', id: application.id, fields };
    }
    for (const { sent } of this.#dossiers.values()) {
      for (const row of sent) yield { table: 'submission', kind: 'insert', row };
    }
  }
}

function edit(dossier: Dossier, fields: Partial<Omit<Application, 'id'>>): void {
  dossier.application = { ...dossier.application, ...fields };
  if (dossier.fields !== null) dossier.fields = { ...dossier.fields, ...fields };
}

const pickPerson = ({ email, phone, certificateName, jobTitle }: ApplicationFacts['person']) => ({
  email,
  phone,
  certificateName,
  jobTitle,
});
