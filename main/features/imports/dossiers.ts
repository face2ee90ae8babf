import type { Application, Submission } from '../../../shared/model/applicants.ts';
import { ApplicationId, SubmissionId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import type { Person } from '../../../shared/model/people.ts';
import type { ApplicationFacts } from './application-facts.ts';
import { senderKey } from './known-people.ts';
import type { ApplicationsInput } from './plan-applications.ts';
import type { PlannedWrite } from './plan-rows.ts';
import { type Sending, timesOf } from './sending.ts';
import { Sendings } from './sendings.ts';
import type { PersonRow } from './sheet-rows.ts';

/** One person's application as the plan has it by now, and all that was sent for it. */
export interface Dossier {
  application: Application;
  /** What changes of a stored application; null: it is new. */
  fields: Partial<Omit<Application, 'id'>> | null;
  /** What this plan adds. */
  readonly sent: Submission[];
}

/** Changes an application of the plan. */
export function edit(dossier: Dossier, fields: Partial<Omit<Application, 'id'>>): void {
  dossier.application = { ...dossier.application, ...fields };
  if (dossier.fields !== null) dossier.fields = { ...dossier.fields, ...fields };
}

/** The applications of a plan, one a person, with every form that was sent for them. */
export class Dossiers {
  readonly #input: ApplicationsInput;
  readonly #byPerson = new Map<Person['id'], Dossier>();
  readonly #sendings: Sendings;

  constructor(input: ApplicationsInput) {
    this.#input = input;
    this.#sendings = new Sendings(input.known.sendings);
  }

  /**
   * What was sent at the moment of a row in its sender's name, stored or by this plan. Looked for under the name and
   * not under the person: what later rows changed of people may lead this row to someone else than when it first came
   * in, and it is here anyway.
   */
  sentWith({ person, submittedAt }: ApplicationFacts): ReturnType<Sendings['sentAt']> {
    return this.#sendings.sentAt(senderKey(person.folded, person.email), submittedAt);
  }

  /** A person's application with what was sent, if there is one. */
  of(person: Person): Dossier | null {
    const drafted = this.#byPerson.get(person.id);
    if (drafted) return drafted;
    const application = this.#input.known.applications.get(person.id);
    if (!application) return null;
    const dossier: Dossier = { application, fields: {}, sent: [] };
    this.#byPerson.set(person.id, dossier);
    return dossier;
  }

  /** Someone's first application to the cohort. */
  add(person: Person, row: PersonRow, facts: ApplicationFacts, sending: Sending): Dossier {
    const answers = toJson(row.answers);
    const times = timesOf(sending, this.#input);
    const whose = { cohortId: this.#input.cohort.id, personId: person.id };
    const application: Application = {
      id: ApplicationId.parse(this.#input.idFor('application', whose)),
      ...whose,
      ...times,
      status: 'submitted',
      statusAt: times.firstSubmittedAt,
      statusReason: null,
      ...facts.answers,
      answers,
      overrule: null,
      decision: null,
      readOrder: this.#input.newId(),
    };
    const dossier: Dossier = { application, fields: null, sent: [] };
    this.#byPerson.set(person.id, dossier);
    this.keep(dossier, row, facts, sending, answers);
    return dossier;
  }

  /** Keeps a form that was sent for an application. */
  keep(
    { application, sent }: Dossier,
    row: PersonRow,
    { person }: ApplicationFacts,
    sending: Sending,
    answers = toJson(row.answers),
  ): void {
    const submission: Submission = {
      id: SubmissionId.parse(this.#input.newId()),
      applicationId: application.id,
      submittedAt: sending.at,
      answers,
      source: toJson({ file: this.#input.spreadsheet.file, sheet: row.sheet, row: row.row }),
    };
    this.#sendings.add(senderKey(person.folded, person.email), submission);
    sent.push(submission);
  }

  *writes(): Generator<PlannedWrite, void> {
    for (const { application, fields } of this.#byPerson.values()) {
      if (fields === null) yield { table: 'application', kind: 'insert', row: application };
      else if (Object.keys(fields).length > 0)
        yield { table: 'application', kind: 'update', id: application.id, fields };
    }
    for (const { sent } of this.#byPerson.values()) {
      for (const row of sent) yield { table: 'submission', kind: 'insert', row };
    }
  }
}
