import type { PersonId } from '../../../shared/model/ids.ts';
import { mailAddressOf } from '../../../shared/model/mail-address.ts';
import type { Facts } from '../../call/facts.ts';
import { newestFirst } from '../../log/order.ts';

/** A chain of merges longer than this is none that anybody made. */
const longestChain = 20;

/**
 * The people to whom an address belonged: it stands on one of their forms, it was theirs until it was corrected, or it
 * was of someone who was merged into them. Several where it was shared.
 */
export function formerOwners(facts: Facts, typed: string): readonly PersonId[] {
  const key = typed.trim().toLowerCase();
  const addresses = [...new Set([key, mailAddressOf(key) ?? key])];
  const found = new Set<PersonId>();
  for (const address of addresses) {
    for (const { personId } of facts.database.all<{ personId: PersonId }>(
      `SELECT DISTINCT application.personId FROM submission JOIN application ON application.id = applicationId
       WHERE lower(trim(submission.answers ->> 'email')) = ? ORDER BY application.personId`,
      address,
    )) {
      found.add(personId);
    }
    for (const { rowId } of facts.database.all<{ rowId: PersonId }>(
      `SELECT DISTINCT rowId FROM logEntry
       WHERE tableName = 'person' AND before ->> 'email' IS NOT NULL AND lower(before ->> 'email') = ? ORDER BY rowId`,
      address,
    )) {
      const known = whoIsNow(facts, rowId);
      if (known !== null) found.add(known);
    }
  }
  return [...found];
}

/** Who someone is now: themselves, or the one whom they were merged into; null: no one, as after an import was undone. */
function whoIsNow({ database }: Facts, personId: PersonId): PersonId | null {
  let now = personId;
  for (let merged = 0; merged < longestChain; merged += 1) {
    if (database.get('SELECT 1 FROM person WHERE id = ?', now)) return now;
    const kept = database.get<{ id: PersonId }>(mergedInto, now, now);
    if (!kept) return null;
    now = kept.id;
  }
  return null;
}

/**
 * Whom the merge that took a person away kept: the step changed that person’s own record, or gave them a row of the one
 * who went, or joined two rows into one of theirs.
 */
const mergedInto = `
  WITH step (command, gone) AS (
    SELECT commandSequence, rowId FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
    WHERE rowId = ? AND tableName = 'person' AND after IS NULL AND logCommand.call = 'duplicates.merge'
    ORDER BY ${newestFirst} LIMIT 1),
  entry AS (SELECT logEntry.* FROM step JOIN logEntry ON commandSequence = command)
  SELECT rowId AS id FROM entry, step WHERE tableName = 'person' AND rowId <> gone AND after IS NOT NULL
  UNION ALL SELECT after ->> 'personId' FROM entry WHERE before ->> 'personId' = ? AND after ->> 'personId' IS NOT NULL
  UNION ALL SELECT personId FROM entry JOIN participant ON participant.id = entry.rowId
  UNION ALL SELECT personId FROM entry JOIN application ON application.id = entry.rowId
  LIMIT 1`;
