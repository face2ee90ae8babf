import path from 'node:path';
import type { CohortId } from '../../../shared/model/ids.ts';
import { done } from '../../../shared/model/result.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { DeskStatus } from '../../../shared/views/desk.ts';
import { databaseFile } from '../../call/database-file.ts';
import { doubtOfClock } from '../../call/doubt-of-clock.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { sayTrouble } from '../../database/errors.ts';
import { fileTrouble } from '../../database/held-files.ts';
import { lastRedoable, lastUndoable, type StoredCommand } from '../../log/in-effect.ts';
import { waitingApplicants } from '../applicants/waiting-applicants.ts';
import { lastBackupAt } from '../backups/last-backup.ts';
import { currentCohort } from '../current-cohort/queries.ts';
import { laptopOf, leadsKnown } from '../leads/queries.ts';
import { owedDocuments } from '../recertification/owed.ts';

const status: Query<'desk.status'> = (facts) => {
  const { database, device, today, zone, inForce } = facts;
  const cohort = currentCohort(facts);
  const { name, title } = inForce?.policy.program ?? {};
  return done({
    databaseFile: databaseFile(facts),
    fileTrouble: troubleWith(facts),
    lastBackupAt: lastBackupAt(database),
    clock: doubtOfClock(facts),
    today,
    program: name === undefined || title === undefined ? null : { name, title, zone },
    currentCohort: cohort,
    counts: countsOf(facts, cohort?.id ?? null),
    laptop: laptopOf(facts),
    undo: stepOf(lastUndoable(database, device.id)),
    redo: stepOf(lastRedoable(database, device.id)?.original ?? null),
  });
};

const stepOf = (command: StoredCommand | null): DeskStatus['undo'] =>
  command && { commandId: command.id, label: command.label };

const leads: Query<'desk.leads'> = (facts) => done({ ...laptopOf(facts), known: leadsKnown(facts) });

function troubleWith(facts: Facts): DeskStatus['fileTrouble'] {
  const trouble = fileTrouble(facts.database);
  if (trouble === null) return null;
  return { sentence: sayTrouble(trouble, path.basename(databaseFile(facts))), canSaveCopy: trouble === 'moved' };
}

function countsOf(facts: Facts, cohortId: CohortId | null): DeskStatus['counts'] {
  const { database, today } = facts;
  /** One number, counted again only when its table has changed. */
  const count = (key: string, tables: readonly TableName[], sql: string, ...values: string[]): number =>
    facts.cached(key, tables, () => database.get<{ n: number }>(sql, ...values)?.n ?? 0);
  // Counting 100,000 rows again after every command takes longer than all else here: the ranking knows the number.
  const waiting = cohortId === null ? null : waitingApplicants(facts, cohortId);
  return {
    applicants: waiting?.standing ?? 0,
    needsALook: waiting?.needALook ?? 0,
    cohorts: count('cohort count', ['cohort'], 'SELECT count(*) AS n FROM cohort'),
    sessionsToday: count(
      `sessions today ${today}`,
      ['session'],
      'SELECT count(*) AS n FROM session WHERE heldOn = ?',
      today,
    ),
    graduates: count(
      'graduate count',
      ['participant'],
      "SELECT count(*) AS n FROM participant WHERE status = 'graduated'",
    ),
    overdue: owedDocuments(facts).overdue,
    commands: database.get<{ n: number }>('SELECT count(*) AS n FROM logCommand')?.n ?? 0,
  };
}

export const deskQueries: Pick<Handlers, 'desk.status' | 'desk.leads'> = {
  'desk.status': status,
  'desk.leads': leads,
};
