import type { Application, Submission } from '../../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../../shared/model/cohorts.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { ComparedPerson } from '../../../shared/model/duplicates.ts';
import type { ParticipantId, PersonId, RecertificationDueId } from '../../../shared/model/ids.ts';
import type { ImportRow, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import type { Organization, Person } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../../shared/model/recertification.ts';
import type { Tables } from '../../../shared/model/tables.ts';
import type { IdFor } from '../../log/one-of-a-kind.ts';

/** The tables that an import writes, each after those that its rows point to. */
export const plannedTables = [
  'organization',
  'person',
  'cohort',
  'application',
  'submission',
  'participant',
  'recertificationDue',
  'recertificationReceipt',
  'importNote',
] as const satisfies readonly (keyof Tables)[];
export type PlannedTable = (typeof plannedTables)[number];

/** One row that an import would write: at most one write a row and plan, in an order that foreign keys allow. */
export type PlannedWrite = {
  [Name in PlannedTable]:
    | { readonly table: Name; readonly kind: 'insert'; readonly row: Tables[Name] }
    | {
        readonly table: Name;
        readonly kind: 'update';
        readonly id: Tables[Name]['id'];
        readonly fields: Partial<Omit<Tables[Name], 'id'>>;
      };
}[PlannedTable];

/** A row that holds no one: a blank one, a total, the header again. Rows count from 1. */
export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  readonly reason: string;
}

/** After so many rows a plan that is made in steps may let others have their turn. */
export const rowsPerPlanStep = 5;

/** Gathers the writes of a plan in steps; says each time that all of its rows are taken. */
export function* gathered(writes: Iterable<PlannedWrite>, rows: number): Generator<number, PlannedWrite[]> {
  const all: PlannedWrite[] = [];
  for (const write of writes) {
    all.push(write);
    if (all.length % writesAStep === 0) yield rows;
  }
  return all;
}

const writesAStep = 500;

/** What an import would do, row by row, and the rows that it would write. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly writes: readonly PlannedWrite[];
  readonly skipped: readonly SkippedRow[];
  /** What someone should know of the plan as a whole, a sentence each. */
  readonly notes?: readonly string[];
}

/** What of a stored submission tells whether a row is the same sending. */
export type KnownSubmission = Pick<Submission, 'submittedAt' | 'answers'>;

/** What the program knows already, keyed so that every row finds its person and its sending; see `known-people.ts`. */
export interface KnownPeople {
  /** By e-mail address in lower case: the person’s own, and every address of the person’s submissions. */
  readonly byEmail: ReadonlyMap<string, Person>;
  /** By `emailAndNameKey`: spouses and offices share an address. */
  readonly byEmailAndName: ReadonlyMap<string, Person>;
  /** By `nameAndPhoneKey`. */
  readonly byNameAndPhone: ReadonlyMap<string, Person>;
  /** By `sendingKey`: who sent a form under this name at this moment. */
  readonly bySending: ReadonlyMap<string, Person>;
  /** By `nameAndPlaceKey`: only people with neither an e-mail address nor a phone. */
  readonly byNameAndPlace: ReadonlyMap<string, Person>;
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly organizationsById: ReadonlyMap<string, Organization>;
  /** The applications to the cohort that is imported into; empty for graduates. */
  readonly applications: ReadonlyMap<PersonId, Application>;
  /** What was sent for those, by `senderKey`, whoever it was put to. */
  readonly sendings: ReadonlyMap<string, readonly KnownSubmission[]>;
  /** By folded name. */
  readonly cohorts: ReadonlyMap<string, Cohort>;
  /** By `participantKey`. */
  readonly participants: ReadonlyMap<string, Participant>;
  readonly dues: ReadonlyMap<ParticipantId, readonly RecertificationDue[]>;
  readonly receipts: ReadonlyMap<RecertificationDueId, readonly RecertificationReceipt[]>;
}

/** A row of the spreadsheet; counts from 1. */
export interface PlannedRow {
  readonly sheet: string;
  readonly row: number;
}

/** Someone who may be the person of a row, and why. */
export interface LikePerson {
  readonly id: PersonId;
  readonly name: string;
  readonly reasons: readonly string[];
  /** The earlier row of the spreadsheet that brings this person; null: in the database already. */
  readonly row: PlannedRow | null;
}

/** What both kinds of plan are made from. */
export interface PlanInput {
  readonly spreadsheet: Spreadsheet;
  readonly mappings: readonly SheetMapping[];
  readonly policy: Policy;
  readonly known: KnownPeople;
  readonly newId: () => string;
  /** The id of a row of which there can be one only, made from what it stands for. */
  readonly idFor: IdFor;
  /**
   * Whom a new person of the plan may be: someone in the database, or of an earlier row; null: no one is alike enough.
   * Is asked of every new person in their order, with the row that each is of.
   */
  readonly mayBe?: (person: ComparedPerson, row: PlannedRow) => LikePerson | null;
  /** The listed organizations that a name not on the list may mean, the most alike first. */
  readonly nearestPlaces?: (typed: string) => readonly string[];
  /** The moment of the import: what lies far after it can't be right. */
  readonly now: Instant;
}
