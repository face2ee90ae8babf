import { type CivilDate, dayOf, type Instant } from '../../shared/model/dates.ts';
import type { PolicyVersionId } from '../../shared/model/ids.ts';
import { fromJson } from '../../shared/model/json.ts';
import { Policy, type PolicyVersion } from '../../shared/model/program.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/** The policy that holds on a day, with its version. */
export interface PolicyInForce {
  readonly policy: Policy;
  readonly versionId: PolicyVersionId;
  readonly number: number;
  readonly effectiveOn: CivilDate;
  readonly note: string;
}

/** What queries read and commands decide on. Time and ids are handed in, so that a test can set them. */
export interface Facts {
  readonly database: ReadableDatabase;
  readonly now: Instant;
  /** The day it is in the program's zone. */
  readonly today: CivilDate;
  readonly zone: string;
  /** Null: no program has been started in this database. */
  readonly inForce: PolicyInForce | null;
  readonly newId: () => string;
  /** Keeps what was computed from some tables until one of them changes. */
  cached<Value>(key: string, tables: readonly TableName[], compute: () => Value): Value;
}

/** What was computed before, with the versions of the tables that it came from. */
export class Cache {
  readonly #values = new Map<string, { readonly stamp: string; readonly value: unknown }>();
  readonly #versions = new Map<TableName, number>();

  /** Forgets what came from these tables. */
  changed(tables: readonly TableName[]): void {
    for (const table of tables) this.#versions.set(table, (this.#versions.get(table) ?? 0) + 1);
  }

  /** The value kept under a key, computed when it is not there or one of its tables has changed. */
  get<Value>(key: string, tables: readonly TableName[], compute: () => Value): Value {
    const stamp = tables.map((table) => this.#versions.get(table) ?? 0).join();
    const kept = this.#values.get(key);
    // A key belongs to one computation, so what is kept under it has that computation's type.
    if (kept?.stamp === stamp) return kept.value as Value;
    const value = compute();
    this.#values.set(key, { stamp, value });
    return value;
  }
}

/** Gathers the facts of one moment from a database. */
export function factsOf(database: ReadableDatabase, cache: Cache, now: Instant, newId: () => string): Facts {
  const cached: Facts['cached'] = (key, tables, compute) => cache.get(key, tables, compute);
  const systemDay = dayOf(now, systemZone);
  const policies = cached('policies', ['policyVersion'], () => readPolicies(database));
  // The zone that tells what day it is stands in the policy itself: a first look by the system's day finds it.
  const zone = policyOn(policies, systemDay)?.policy.program.zone ?? systemZone;
  const today = dayOf(now, zone);
  return { database, now, today, zone, inForce: policyOn(policies, today), newId, cached };
}

const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function readPolicies(database: ReadableDatabase): readonly PolicyInForce[] {
  return database
    .all<PolicyVersion>('SELECT * FROM policyVersion ORDER BY effectiveOn, number')
    .map(({ id, number, effectiveOn, note, document }) => ({
      versionId: id,
      number,
      effectiveOn,
      note,
      policy: fromJson(Policy, document),
    }));
}

/** The last version in effect on a day; before the first one's day, the first. */
function policyOn(policies: readonly PolicyInForce[], day: CivilDate): PolicyInForce | null {
  return policies.findLast((version) => version.effectiveOn <= day) ?? policies[0] ?? null;
}
