import type { ReadableDatabase } from '../../database/handles.ts';
import { sealsOf } from '../../database/seal.ts';
import type { Findings } from './finding.ts';
import { type CheckSteps, rowsPerCheckStep } from './steps.ts';

/**
 * Holds every command against its seal: an edit by hand of a command's words, lead, time or entries breaks it, also where
 * someone has changed the record and the log alike.
 */
export function* checkSeals(database: ReadableDatabase, findings: Findings): CheckSteps<void> {
  const total = database.get<{ n: number }>('SELECT count(*) AS n FROM logCommand')?.n ?? 0;
  let looked = 0;
  for (const { command, seal } of sealsOf(database, 'kept')) {
    if (command.seal !== seal) findings.add({ kind: 'seal', sequence: command.sequence, label: command.label });
    looked += 1;
    if (looked % rowsPerCheckStep === 0) yield looked / total;
  }
}
