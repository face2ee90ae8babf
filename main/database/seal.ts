import { createHash, type Hash } from 'node:crypto';
import type { LoggedCommand } from '../../shared/model/history.ts';
import type { ReadableDatabase, WritableDatabase } from './handles.ts';

/** An entry as the log keeps it. */
export interface SealedEntry {
  readonly tableName: string;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What the chain of a laptop's seals begins with. */
export const firstSeal = '';

/** So many signs of a digest are kept, 6 bits each: 132 bits are more than anybody meets by chance. */
const SIGNS = 22;

/** So many letters are digested at once: a call for each of an import’s entries costs more than their digest. */
const AT_ONCE = 65_536;

/**
 * Makes a command's seal: a digest of the laptop's seal before it, of the command, and of its entries in their order. The
 * place at which a command arrived in a file is not its own, and not in it.
 * Whoever edits a command or an entry by hand breaks the seal, and two copies of a file that both go on as one laptop
 * have two seals for one step.
 */
export class Sealing {
  readonly #hash: Hash;
  #ahead = '';

  constructor(previous: string, command: LoggedCommand) {
    const { id, call, label, deviceId, deviceSequence, clock, at, who, undoes, schemaVersion } = command;
    const said = [previous, id, call, label, deviceId, deviceSequence, clock, at, who, undoes, schemaVersion];
    this.#hash = createHash('sha256').update(JSON.stringify(said));
  }

  /** Adds the command's next entry. Its texts are taken as they are, behind their lengths: an import has 100,000. */
  add({ tableName, rowId, before, after }: SealedEntry): void {
    const head = JSON.stringify([tableName, rowId, before?.length ?? null, after?.length ?? null]);
    this.#ahead += `${head}${before ?? ''}${after ?? ''}`;
    if (this.#ahead.length < AT_ONCE) return;
    this.#hash.update(this.#ahead);
    this.#ahead = '';
  }

  seal(): string {
    return this.#hash.update(this.#ahead).digest('base64url').slice(0, SIGNS);
  }
}

/** The seal of a command whose entries are at hand. */
export function sealOf(previous: string, command: LoggedCommand, entries: Iterable<SealedEntry>): string {
  const sealing = new Sealing(previous, command);
  for (const entry of entries) sealing.add(entry);
  return sealing.seal();
}

/** So many commands are read at a time. */
const PAGE = 500;

type KeptCommand = LoggedCommand & { readonly sequence: number; readonly seal: string };

/**
 * Every command and the seal that it should have, one laptop after the other, in its own order. `goesOnFrom`: the seals
 * that are `kept`, so that one edit is told once, or those `made` here, where none is kept yet.
 */
export function* sealsOf(
  database: ReadableDatabase,
  goesOnFrom: 'kept' | 'made',
): Generator<{ readonly command: KeptCommand; readonly seal: string }> {
  const devices = database.all<{ deviceId: string }>('SELECT DISTINCT deviceId FROM logCommand ORDER BY deviceId');
  for (const { deviceId } of devices) {
    let [seal, after] = [firstSeal, 0];
    for (;;) {
      const page = database.all<KeptCommand>(
        'SELECT * FROM logCommand WHERE deviceId = ? AND deviceSequence > ? ORDER BY deviceSequence LIMIT ?',
        deviceId,
        after,
        PAGE,
      );
      for (const command of page) {
        // No statement stays open: whoever asks may write in between.
        const entries = database.all<SealedEntry>(
          'SELECT tableName, rowId, before, after FROM logEntry WHERE commandSequence = ? ORDER BY sequence',
          command.sequence,
        );
        seal = sealOf(seal, command, entries);
        yield { command, seal };
        if (goesOnFrom === 'kept') seal = command.seal;
        after = command.deviceSequence;
      }
      if (page.length < PAGE) break;
    }
  }
}

/** Seals a log from before there were seals, in the transaction that migrates it. */
export function sealLog(database: WritableDatabase): void {
  const guard = database.get<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE name = 'logCommandNoUPDATE'");
  if (!guard) throw new Error('The log has no guard against changes.');
  database.exec('DROP TRIGGER logCommandNoUPDATE');
  for (const { command, seal } of sealsOf(database, 'made')) {
    database.run('UPDATE logCommand SET seal = ? WHERE sequence = ?', seal, command.sequence);
  }
  database.exec(guard.sql);
}
