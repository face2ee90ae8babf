import { sayNumber } from '../../../shared/model/devices.ts';
import type { RowNames } from '../../../shared/model/tables/words.ts';
import { type TableName, type Tables, tableOf } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import type { Scalar } from '../../database/handles.ts';
import { newestFirst } from '../../log/order.ts';

/** What the ids in the log are called; a row that is no longer there is called what it was when it came. */
export class LogNames implements RowNames {
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

  of(table: TableName, id: Scalar): string {
    const key = `${table} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const name = this.#nameOf(table, id);
    this.#known.set(key, name);
    return name;
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

  requirement(id: string | number): string {
    const { policies } = this.#facts;
    const asked = policies.flatMap(({ policy }) => policy.graduation.requirements);
    return asked.findLast((requirement) => requirement.id === id)?.title ?? String(id);
  }

  #nameOf<Name extends TableName>(table: Name, id: Scalar): string {
    const { about, called = about, gone = 'a deleted record' } = tableOf(table).words;
    const row = this.row(table, id);
    return (row && called(row, this)) ?? gone;
  }
}
