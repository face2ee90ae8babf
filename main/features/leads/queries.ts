import { type Application, type ApplicationStatus, sayStatus } from '../../../shared/model/applicants.ts';
import { clockOf, dayOf, type Instant, sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { DeskStatus } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { laptopNote } from '../../database/laptop.ts';
import { newestFirst } from '../../log/order.ts';

/** This laptop, and who is at it. */
export const laptopOf = ({ database, device }: Facts): DeskStatus['laptop'] => ({
  device: device.name,
  lead: laptopNote(database, 'leadName'),
});

/** Every lead who is in the log or named at this laptop, whoever did something last first. */
export function leadsKnown(facts: Facts): readonly string[] {
  const known = facts.database
    .all<{ who: string }>(
      'SELECT who FROM logCommand WHERE who IS NOT NULL GROUP BY who ORDER BY max(clock) DESC LIMIT 50',
    )
    .map(({ who }) => who);
  const { lead } = laptopOf(facts);
  return lead === null || known.includes(lead) ? known : [lead, ...known];
}

interface Deed {
  readonly who: string | null;
  readonly at: Instant;
}

/** `by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM`; without the name where no one was named. */
const sayDeed = ({ zone }: Facts, { who, at }: Deed): string =>
  `${who === null ? '' : `by ${who} `}on ${sayDay(dayOf(at, zone))} at ${sayClock(clockOf(at, zone))}`;

/**
 * The command that set a field of an application to what it is now. What only brought it back is passed over: who
 * undid a withdrawal has not accepted anybody.
 */
const deedOf = ({ database }: Facts, { id }: Application, field: 'statusAt' | 'overrule', value: string): Deed | null =>
  database.get<Deed>(
    `SELECT who, at FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE rowId = ? AND tableName = 'application' AND undoes IS NULL AND before IS NOT NULL
       AND after ->> ? = ? ORDER BY ${newestFirst} LIMIT 1`,
    id,
    field,
    value,
  ) ?? null;

/** `Accepted by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM: as agreed`; null while no lead has decided anything. */
export function sayWhoDecided(facts: Facts, application: Application): string | null {
  const { status, statusAt, statusReason } = application;
  const deed = deedOf(facts, application, 'statusAt', statusAt);
  const because = statusReason === null ? '' : `: ${statusReason}`;
  if (!deed) return statusReason;
  return `${decided[status]} ${sayDeed(facts, deed)}${because}`;
}

/** What a lead did who gave a status. */
const decided: Record<ApplicationStatus, string> = {
  ...sayStatus,
  submitted: 'Reconsidered',
  'under-review': 'Put under review',
  waiting: 'Put on the waiting list',
};

/** Who added a row and when, `by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM`; null where the log does not tell. */
export function sayWhoAdded(facts: Facts, table: TableName, id: string): string | null {
  const deed = facts.database.get<Deed>(
    `SELECT who, at FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE rowId = ? AND tableName = ? AND before IS NULL ORDER BY undoes IS NULL DESC, ${newestFirst} LIMIT 1`,
    id,
    table,
  );
  return deed ? sayDeed(facts, deed) : null;
}

/** `Overruled by Mara Lindqvist on Mon, Jun 3, 2024 at 9:12 AM`; null where the rule stands. */
export function sayWhoOverruled(facts: Facts, application: Application): string | null {
  if (application.overrule === null) return null;
  const deed = deedOf(facts, application, 'overrule', application.overrule);
  return deed && `Overruled ${sayDeed(facts, deed)}`;
}
