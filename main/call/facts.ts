import { type CivilDate, dayOf, type Instant } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import type { PolicyVersionId } from '../../shared/model/ids.ts';
import { fromJson } from '../../shared/model/json.ts';
import { Policy, type PolicyVersion } from '../../shared/model/program.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { type DatedVersion, versionOn } from '../rules/program/in-force.ts';

/** The policy that holds on a day, with its version. */
export interface PolicyInForce extends DatedVersion {
  readonly policy: Policy;
  readonly versionId: PolicyVersionId;
  readonly note: string;
}

/** What queries read and commands decide on. Time and ids are handed in, so that a test can set them. */
export interface Facts {
  readonly database: ReadableDatabase;
  readonly now: Instant;
  /** The day it is in the program's zone. */
  readonly today: CivilDate;
  readonly zone: string;
  /** The policy that holds today. Null: no program has been started in this database. */
  readonly inForce: PolicyInForce | null;
  /** Every version of the policy. */
  readonly policies: readonly PolicyInForce[];
  /** The policy that holds on a day; `knownOn`: as it was known at the end of that day. */
  readonly policyOn: (day: CivilDate, knownOn?: CivilDate | null) => PolicyInForce | null;
  readonly newId: () => string;
  /** This laptop. */
  readonly device: Device;
  /** Keeps what was computed from some tables until one of them changes, or until too much else was asked for since. */
  cached<Value>(key: string, tables: readonly TableName[], compute: () => Value): Value;
}

/** What is kept of one computation: a cohort's screens keep about ten of these, and a lead has few cohorts at hand. */
const mostKept = 80;

/**
 * What was computed from some tables, until a command changes one of them. Whoever holds it tells it of every command
 * in the log. Of more than a bounded number of values the one that was asked for longest ago goes.
 */
export class Cache {
  /** The one asked for last stands last. */
  readonly #kept = new Map<string, { readonly tables: readonly TableName[]; readonly value: unknown }>();
  readonly #most: number;

  constructor(most = mostKept) {
    this.#most = most;
  }

  /** How many values are kept. */
  get size(): number {
    return this.#kept.size;
  }

  /** Forgets what came from these tables. */
  changed(tables: readonly TableName[]): void {
    for (const [key, kept] of this.#kept) {
      if (kept.tables.some((table) => tables.includes(table))) this.#kept.delete(key);
    }
  }

  /** The value kept under a key, computed where it is not there. */
  get<Value>(key: string, tables: readonly TableName[], compute: () => Value): Value {
    const kept = this.#kept.get(key) ?? { tables, value: compute() };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const [oldest, { tables: from }] of this.#kept) {
      if (this.#kept.size <= this.#most) break;
      // What comes from no table is someone's state, such as a search that is under way: it can't be computed again.
      if (from.length > 0) this.#kept.delete(oldest);
    }
    // A key belongs to one computation, so what is kept under it has that computation's type.
    return kept.value as Value;
  }
}

/** Gathers the facts of one moment from a database. */
export function factsOf(
  database: ReadableDatabase,
  cache: Cache,
  now: Instant,
  newId: () => string,
  device: Device,
): Facts {
  const cached: Facts['cached'] = (key, tables, compute) => cache.get(key, tables, compute);
  const policies = cached('policies', ['policyVersion'], () => readPolicies(database));
  // The zone that tells what day it is stands in the policy itself: a first look by the system's day finds it.
  const zone = versionOn(policies, dayOf(now, systemZone))?.policy.program.zone ?? systemZone;
  const today = dayOf(now, zone);
  const policyOn: Facts['policyOn'] = (day, knownOn = null) => versionOn(policies, day, knownOn);
  return { database, now, today, zone, policies, inForce: policyOn(today), policyOn, newId, device, cached };
}

const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function readPolicies(database: ReadableDatabase): readonly PolicyInForce[] {
  return database
    .all<PolicyVersion>('SELECT * FROM policyVersion')
    .map(({ id, number, effectiveOn, note, document, adoptedAt }) => {
      const policy = fromJson(Policy, document);
      return {
        versionId: id,
        number,
        effectiveOn,
        adoptedAt,
        adoptedOn: dayOf(adoptedAt, policy.program.zone),
        note,
        policy,
      };
    });
}
