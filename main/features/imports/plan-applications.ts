import { type Application, sayStatus } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { ImportRow, RowOutcome } from '../../../shared/model/imports.ts';
import type { Person } from '../../../shared/model/people.ts';
import {
  type ApplicationFacts,
  applicationReader,
  changesOfPerson,
  nobodyNamed,
  sayPerson,
} from './application-facts.ts';
import { differencesOfApplication, differencesOfPerson } from './differences.ts';
import { type Dossier, Dossiers, edit } from './dossiers.ts';
import { answersAfter, keptWhereEmpty, sayKept, typedAfter } from './kept-facts.ts';
import { withQuestion } from './memberships.ts';
import { type PersonKeys, PlannedPeople, personKeysOf } from './plan-people.ts';
import {
  gathered,
  type ImportPlan,
  type PlanInput,
  type PlannedWrite,
  rowsPerPlanStep,
  type SkippedRow,
} from './plan-rows.ts';
import { PlannedNotes, type ToLookAt, toLookAt } from './planned-notes.ts';
import { isAnotherPerson, type Namesake, sayNamesake, sayShared } from './same-person.ts';
import { isSameSending } from './same-sending.ts';
import { differenceOfTimes, type Sending, sayConsequence, saySentForAll, sendingOf, timesAfter } from './sending.ts';
import { type MappedSheet, mappedSheets, type PersonRow } from './sheet-rows.ts';

/** What an import of applications is planned from; all go to one cohort. */
export interface ApplicationsInput extends PlanInput {
  readonly cohort: Cohort;
  /** When all rows of a sheet without a column for it were sent; null: no one said. */
  readonly sentAt?: Instant | null;
}

/**
 * The dry run of applications, row by row: writes nothing, throws nothing. One person has one application with the
 * latest answers; every sending is kept; a sending that is stored already changes nothing. In steps, for a caller that
 * must go on answering meanwhile; says how many rows are taken.
 */
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

type Differences = ImportRow['differences'];

/** A row with what it says and what a lead should know of it. */
interface TakenRow {
  readonly sheet: MappedSheet;
  readonly row: PersonRow;
  readonly facts: ApplicationFacts;
  readonly keys: PersonKeys;
  readonly sending: Sending;
  readonly place: Person['organizationId'];
  /** What was kept where a cell is empty, in a sentence; null: nothing. */
  readonly kept: string | null;
  /** What is to be looked at; more may be found while the row is taken. */
  readonly notes: string[];
  /** What of it must be corrected, and is not to be found under Duplicates. */
  readonly toLookAt: readonly ToLookAt[];
  /** Whoever has the row's address or phone. */
  readonly alike: Parameters<PlannedPeople['doubtPerson']>[2];
}

/** Takes rows one after the other and drafts what they come to. */
class ApplicationsDesk {
  readonly #input: ApplicationsInput;
  readonly #people: PlannedPeople;
  readonly #dossiers: Dossiers;
  readonly #notes: PlannedNotes;

  constructor(input: ApplicationsInput) {
    this.#input = input;
    this.#notes = new PlannedNotes(input.newId);
    this.#people = new PlannedPeople(input);
    this.#dossiers = new Dossiers(input);
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
    if (said.email === null && said.folded === '') return report('cannot-be-used', { notes: [nobodyNamed] });
    const keys = personKeysOf(said, facts.submittedAt);
    const found = this.#people.find(keys, (known) => isAnotherPerson(this.#namesake(known), facts));
    const dossier = found && this.#dossiers.of(found);
    if (this.#dossiers.sentWith(facts).some((sending) => isSameSending(sheet, sending, facts, row.answers))) {
      if (found) this.#people.learn(keys, found);
      return report('same', { notes: [] });
    }
    const taken = this.#read(sheet, row, facts, keys, found);
    const differences = found && dossier ? this.#sentAgain(taken, found, dossier) : this.#sentFirst(taken, found);
    const outcome = dossier ? 'update' : 'create';
    return report(taken.notes.length > 0 ? 'needs-a-look' : outcome, { notes: this.#told(taken), differences });
  }

  /** What a row says, with everything that a lead should know of it. */
  #read(sheet: MappedSheet, row: PersonRow, facts: ApplicationFacts, keys: PersonKeys, found: Person | null): TakenRow {
    const { person: said } = facts;
    const sending = sendingOf(facts.submittedAt, row.typed('submittedAt'), sheet.has('submittedAt'), this.#input);
    const place = this.#people.place(said.organization);
    const kept = found ? keptWhereEmpty(row, sheet.has, this.#namesake(found), this.#input.policy) : new Map();
    const settled = new Set([...kept.keys()].map((field) => facts.emptyNotes.get(field)));
    const sharer = this.#people.sharer(keys, found);
    const holder = this.#people.phoneHolder(keys);
    const unsettled = facts.notes.filter((note) => !settled.has(note));
    const doubtedPlace = this.#people.doubtPlace(said.organization);
    const isTaken = holder?.id === found?.id;
    const alike = sayNamesake(holder && this.#namesake(holder), facts, isTaken);
    const shared = sayShared(found, sharer, said);
    const notes = [...unsettled, sending.note, doubtedPlace, alike, shared].filter((note) => note !== null);
    // Two people who may be one are under Duplicates; a row that was taken for someone who may be another is nowhere else.
    const one = [isTaken ? alike : null, found ? shared : null].filter((note) => note !== null);
    const toCorrect = [
      // A doubtful time already keeps the application under Needs a look.
      ...toLookAt(unsettled, facts.about).filter(({ field }) => field !== 'submittedAt' || sending.doubt === null),
      ...(doubtedPlace === null ? [] : [{ field: 'organization' as const, sentence: doubtedPlace }]),
      ...one.map((sentence) => ({ field: 'other' as const, sentence })),
    ];
    return {
      sheet,
      row,
      facts,
      keys,
      sending,
      place: place?.id ?? null,
      kept: sayKept(kept),
      notes,
      toLookAt: toCorrect,
      alike: sharer ?? holder,
    };
  }

  /** Someone's first application to the cohort; gives back what changes of a person who is known. */
  #sentFirst(
    { row, facts, keys, sending, place, notes, toLookAt, alike }: TakenRow,
    found: Person | null,
  ): Differences {
    const { person: said } = facts;
    const person = found ?? this.#people.add({ ...said.name, ...pickPerson(said), organizationId: place });
    const doubt = found ? null : this.#people.doubtPerson(person, row, alike);
    if (doubt !== null) notes.push(doubt);
    this.#people.learn(keys, person);
    const differences = found ? this.#updatePerson(person, facts, place) : [];
    const dossier = this.#dossiers.add(person, row, facts, sending);
    const { submittedDoubt } = dossier.application;
    this.#notes.add(this.#whose(person, dossier), toLookAt);
    this.#noteConsequence(notes, sending, null, submittedDoubt);
    return differences;
  }

  /** A form of someone who has an application; gives back what it changes. */
  #sentAgain(taken: TakenRow, found: Person, dossier: Dossier): Differences {
    const { row, facts, keys, sending, place, notes } = taken;
    this.#people.learn(keys, found);
    const before = dossier.application;
    const { times, isLatest } = timesAfter(before, sending, this.#input);
    const ofPerson = isLatest ? this.#updatePerson(found, facts, place) : [];
    this.#dossiers.keep(dossier, row, facts, sending);
    const ofApplication = isLatest ? this.#updateApplication(taken, dossier) : [];
    edit(dossier, times);
    const ofTimes = differenceOfTimes(before, dossier.application, this.#input.policy.program.zone);
    this.#noteConsequence(notes, sending, before, dossier.application.submittedDoubt);
    const whose = this.#whose(found, dossier);
    // An earlier form that comes in later changes nothing, so there is nothing to correct.
    if (isLatest) this.#notes.add(whose, taken.toLookAt);
    if (closedStatuses.has(before.status)) {
      const sentence = `The application is ${sayStatus[before.status].toLowerCase()} and was sent again. Decide whether to reconsider it.`;
      notes.push(sentence);
      this.#notes.add(whose, [{ field: 'status', sentence }]);
    }
    return [...ofPerson, ...ofApplication, ...ofTimes];
  }

  /** Who and what the notes of a row are about, as the plan has them in the end. */
  #whose = (person: Person, dossier: Dossier) => ({
    person: () => this.#people.people.now(person),
    application: () => dossier.application,
  });

  /** Good to know of a row; a time that was said for the whole file, and what is kept, are nothing to look at. */
  #told({ sending: { at, forAll }, kept, notes }: TakenRow): readonly string[] {
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
    const application = this.#dossiers.of(person)?.application ?? null;
    return { person, application, place: this.#people.placeName(person.organizationId) };
  }

  #updatePerson(person: Person, facts: ApplicationFacts, place: Person['organizationId']): Differences {
    const changes = changesOfPerson(person, facts.person, place);
    this.#people.people.edit(person, changes);
    return differencesOfPerson(person, changes, (id) => this.#people.placeName(id));
  }

  /** The latest answers stand; an earlier sending that comes in later changes none, and an empty cell takes none away. */
  #updateApplication({ sheet, row, facts }: TakenRow, dossier: Dossier): Differences {
    const before = dossier.application;
    const said = answersAfter(before, facts, row, sheet.has);
    edit(dossier, { ...said, answers: typedAfter(before, row) });
    return differencesOfApplication(before, said, this.#input.policy);
  }

  notes(): readonly string[] {
    return this.#people.notes();
  }

  *writes(): Generator<PlannedWrite, void> {
    yield* this.#people.writes();
    yield* this.#dossiers.writes();
    yield* this.#notes.writes();
  }
}

const pickPerson = ({ email, phone, certificateName, jobTitle }: ApplicationFacts['person']) => ({
  email,
  phone,
  certificateName,
  jobTitle,
});
