import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import { type Person, sayName, sayPhone } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { loggedSince } from '../../call/logged-since.ts';
import { foldFast } from '../people/directory.ts';

/** A person as a list of applicants shows, finds and sorts them. */
export interface ListedPerson {
  readonly name: string;
  readonly organization: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  /** Name, school system and e-mail address, folded, to search in. */
  readonly words: string;
  readonly byFamilyName: string;
}

/** The applicants of a cohort as people. */
export interface ApplicantPeople {
  /** One of them, read when somebody first asks. */
  readonly personOf: (id: PersonId) => ListedPerson;
  /** Reads everybody at once: before all of them are searched or sorted. */
  readonly readAll: () => void;
  /** Reads some of them, and makes them ready to be searched and sorted; true: everybody is here. */
  readonly readAhead: () => boolean;
}

type PersonRow = Pick<Person, 'id' | 'givenName' | 'familyName' | 'email' | 'phone' | 'jobTitle'> & {
  readonly organization: string | null;
};

const columns = 'person.id, givenName, familyName, email, phone, jobTitle, organization.name AS organization';
const people = `SELECT ${columns} FROM person LEFT JOIN organization ON organization.id = organizationId`;

/** Who was read of a cohort, up to an entry of the log. */
interface Kept {
  upTo: number;
  /** Up to which application everybody is here; null: everybody is. */
  after: string | null;
  readonly known: Map<string, ListedPerson>;
}

/**
 * The applicants of a cohort as people. A list shows thirty of 100,000: these are read, and kept until the log names
 * them again; all of them only for a search or an order by name.
 */
export function applicantPeople(facts: Facts, cohortId: CohortId): ApplicantPeople {
  const { database, cached } = facts;
  const kept = cached(`applicant people ${cohortId}`, [], (): Kept => ({ upTo: 0, after: '', known: new Map() }));
  const { known } = kept;
  const { upTo, changed } = loggedSince(facts, kept.upTo, ['person', 'organization']);
  kept.upTo = upTo;
  if (changed === null || changed.some(({ tableName }) => tableName === 'organization')) {
    known.clear();
    kept.after = '';
  } else for (const { rowId } of changed) known.delete(rowId);
  return {
    personOf: (id) => {
      const listed = known.get(id);
      if (listed) return listed;
      const row = database.get<PersonRow>(`${people} WHERE person.id = ?`, id);
      if (!row) throw new Error(`The person ${id} of an application is not there.`);
      const fresh = new Listed(row);
      known.set(id, fresh);
      return fresh;
    },
    readAll: () => void readOn(facts, cohortId, kept, everybody),
    readAhead: () => {
      for (const person of readOn(facts, cohortId, kept, sliceSize)) person.fold();
      return kept.after === null;
    },
  };
}

const sliceSize = 1_000;
const everybody = 1_000_000_000;

/** Reads the people of the next applications, whoever of them is not known yet. */
function readOn({ database }: Facts, cohortId: CohortId, kept: Kept, limit: number): readonly Listed[] {
  if (kept.after === null) return [];
  // The plus keeps SQLite from sorting the whole cohort anew for each slice.
  const rows = database.all<PersonRow & { readonly applicationId: string }>(
    `SELECT application.id AS applicationId, ${columns} FROM application JOIN person ON person.id = personId
     LEFT JOIN organization ON organization.id = organizationId
     WHERE +cohortId = ? AND application.id > ? ORDER BY application.id LIMIT ?`,
    cohortId,
    kept.after,
    limit,
  );
  const read: Listed[] = [];
  for (const row of rows) {
    if (kept.known.has(row.id)) continue;
    const listed = new Listed(row);
    kept.known.set(row.id, listed);
    read.push(listed);
  }
  const last = rows.at(-1);
  kept.after = last && rows.length === limit ? last.applicationId : null;
  return read;
}

/** What is folded to search and to sort by is folded when somebody first does either. */
class Listed implements ListedPerson {
  readonly #row: PersonRow;
  #words: string | null = null;
  #byFamilyName: string | null = null;

  constructor(row: PersonRow) {
    this.#row = row;
  }

  get name(): string {
    return sayName(this.#row);
  }

  get organization(): string {
    return this.#row.organization ?? '';
  }

  get email(): string {
    return this.#row.email ?? '';
  }

  get phone(): string {
    return this.#row.phone === null ? '' : sayPhone(this.#row.phone);
  }

  get jobTitle(): string {
    return this.#row.jobTitle ?? '';
  }

  /** Folds now what is folded when somebody first asks otherwise. */
  fold(): void {
    void (this.words && this.byFamilyName);
  }

  get words(): string {
    this.#words ??= [this.name, this.organization, this.email].map(foldFast).join(' ');
    return this.#words;
  }

  get byFamilyName(): string {
    this.#byFamilyName ??= `${foldFast(this.#row.familyName)} ${foldFast(this.#row.givenName)}`;
    return this.#byFamilyName;
  }
}
