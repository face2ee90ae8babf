import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { TableName, Tables } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import type { Scalar } from '../../database/handles.ts';
import { newestFirst } from '../../log/order.ts';

const gone = 'somebody no longer here';

/** What the ids in the log are called; a row that is no longer there is called what it was when it came. */
export class LogNames {
  readonly #facts: Facts;
  readonly #known = new Map<string, string>();

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  get zone(): string {
    return this.#facts.zone;
  }

  /** A row as it stands, or as it was when it was last added. */
  row<Name extends TableName>(table: Name, id: Scalar): Tables[Name] | undefined {
    const { database } = this.#facts;
    const standing = database.get<Tables[Name]>(`SELECT * FROM "${table}" WHERE id = ?`, id);
    if (standing) return standing;
    const added = database.get<{ after: string }>(
      `SELECT after FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE rowId = ? AND tableName = ? AND before IS NULL ORDER BY ${newestFirst} LIMIT 1`,
      id,
      table,
    );
    // The log's own text, which `commit` wrote from a row of this table.
    return added && (JSON.parse(added.after) as Tables[Name]);
  }

  person(id: Scalar): string {
    return this.#name('person', id, (person) => sayName(person), gone);
  }

  organization(id: Scalar): string {
    return this.#name('organization', id, ({ name }) => name, 'a school system no longer here');
  }

  cohort(id: Scalar): string {
    return this.#name('cohort', id, ({ name }) => name, 'a cohort no longer here');
  }

  course(id: Scalar): string {
    return this.#name('course', id, ({ title }) => title, String(id));
  }

  conference(id: Scalar): string {
    return this.#name('conference', id, ({ name }) => name, 'a conference no longer here');
  }

  session(id: Scalar): string {
    const say = (session: { courseId: string; heldOn: CivilDate }): string =>
      `${this.course(session.courseId)}, ${sayDay(session.heldOn)}`;
    return this.#name('session', id, say, 'a session no longer here');
  }

  /** The person behind an application. */
  applicant(id: Scalar): string {
    return this.#name('application', id, ({ personId }) => this.person(personId), gone);
  }

  /** The person behind a place in a cohort. */
  participant(id: Scalar): string {
    return this.#name('participant', id, ({ personId }) => this.person(personId), gone);
  }

  /** The person whose documents are due. */
  owner(dueId: Scalar): string {
    return this.#name('recertificationDue', dueId, ({ participantId }) => this.participant(participantId), gone);
  }

  invoice(id: Scalar): string {
    return this.#name('invoice', id, ({ number }) => number, 'no longer here');
  }

  /** The walk-in behind the code of a badge: `Anna Ohne, badge 61`; null where the code is no walk-in’s. */
  walkIn(code: string | null): string | null {
    const badge = this.#facts.database.get<Tables['badge']>(
      'SELECT * FROM badge WHERE code = ? AND name IS NOT NULL',
      code,
    );
    return badge ? `${badge.name}, badge ${sayNumber(badge.number)}` : null;
  }

  membership(id: string | number): string {
    return this.#facts.inForce?.policy.memberships.find((membership) => membership.id === id)?.name ?? String(id);
  }

  #name<Name extends TableName>(table: Name, id: Scalar, say: (row: Tables[Name]) => string, unknown: string): string {
    const key = `${table} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const row = this.row(table, id);
    const name = row ? say(row) : unknown;
    this.#known.set(key, name);
    return name;
  }
}
