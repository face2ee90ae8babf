import { addDays, type CivilDate, ClockTime, instantAt } from '../../shared/model/dates.ts';
import type { TableName } from '../../shared/model/tables.ts';
import { tablesAsKnown } from '../log/as-known.ts';
import { Cache, type Facts, factsOf } from './facts.ts';

const midnight = ClockTime.parse('00:00');

/**
 * The facts as they were known at the end of a day: of these tables what had been recorded by then, and the versions of
 * the policy that had been adopted. The day it is today stays, so that a question about a past day can be asked of them.
 * Kept until a command changes one of these tables.
 */
export function factsAsKnown(facts: Facts, knownOn: CivilDate, tables: readonly TableName[]): Facts {
  const { database, now, newId, device, zone, cached } = facts;
  const until = instantAt(addDays(knownOn, 1), midnight, zone);
  const of = [...new Set<TableName>(['policyVersion', ...tables])];
  const known = cached(`as known until ${until} ${of.join()}`, of, () => ({
    database: tablesAsKnown(database, of, until),
    cache: new Cache(),
  }));
  return factsOf(known.database, known.cache, now, newId, device);
}
