import type { ReadableDatabase } from '../../database/handles.ts';
import type { Findings } from './finding.ts';
import type { CheckSteps } from './steps.ts';

/**
 * Looks at the log's own order: every laptop numbers its commands without a gap, its clock only rises, and no command
 * is without entries, since only what changes a row is written at all.
 */
export function* checkLog(database: ReadableDatabase, findings: Findings): CheckSteps<void> {
  const gaps = database.all<{ deviceId: string; missing: number }>(
    `SELECT deviceId, max(deviceSequence) - count(*) AS missing FROM logCommand
     GROUP BY deviceId HAVING max(deviceSequence) <> count(*) OR min(deviceSequence) <> 1`,
  );
  for (const { deviceId, missing } of gaps) findings.add({ kind: 'gap', deviceId, missing });
  yield 0.3;
  const outOfTime = database.all<{ sequence: number; label: string }>(
    `SELECT sequence, label FROM (
       SELECT sequence, label, clock, lag(clock) OVER (PARTITION BY deviceId ORDER BY deviceSequence) AS earlier
       FROM logCommand)
     WHERE clock <= earlier`,
  );
  for (const { sequence, label } of outOfTime) findings.add({ kind: 'command', sequence, label });
  yield 0.7;
  const empty = database.all<{ sequence: number; label: string }>(
    `SELECT sequence, label FROM logCommand
     WHERE NOT EXISTS (SELECT 1 FROM logEntry WHERE commandSequence = logCommand.sequence)`,
  );
  for (const { sequence, label } of empty) findings.add({ kind: 'command', sequence, label });
  yield 1;
}
