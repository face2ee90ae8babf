import { readdirSync, readFileSync, realpathSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { evidenceFolder } from './kept-files.ts';
import { sweepFolder } from './leftovers.ts';
import { hasEnded, thisProcess } from './maker.ts';
import { makePrivateFolder, PRIVATE_FILE } from './private.ts';

const Note = z.array(z.string());
const placesOf = (database: string): string => path.join(path.dirname(database), 'unfinished');

/**
 * The folders into which a process writes for a person, noted beside the database as long as it runs: a process that
 * is killed leaves its note, and the next start knows by it where something half written may lie.
 */
export class Workplaces {
  readonly #folder: string;
  readonly #note: string;
  readonly #known = new Set<string>();

  constructor(database: string) {
    this.#folder = placesOf(database);
    this.#note = path.join(this.#folder, `${thisProcess()}.json`);
  }

  /** Notes a folder before something is written there. Fails never: a note is not worth a refused export. */
  add(folder: string): void {
    try {
      const real = realpathSync(folder);
      if (this.#known.has(real)) return;
      this.#known.add(real);
      makePrivateFolder(this.#folder);
      writeFileSync(this.#note, JSON.stringify([...this.#known]), { mode: PRIVATE_FILE, flush: true });
    } catch {
      // The folder has gone, which the writing itself will say; or the database lies where nothing can be written.
    }
  }

  /** Forgets them all: what was written is whole, or was removed. Never fails. */
  forget(): void {
    try {
      rmSync(this.#note, { force: true });
    } catch {
      // The folder has gone, or is a file by now.
    }
    removeEmpty(this.#folder);
  }
}

/** Removes what killed processes left half written, wherever they had noted that they write. Never fails. */
export async function sweepWorkplaces(database: string): Promise<void> {
  const folder = placesOf(database);
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.json') || !hasEnded(path.basename(name, '.json'))) continue;
    const note = path.join(folder, name);
    for (const place of placesIn(note)) await sweepFolder(place);
    rmSync(note, { force: true });
  }
  removeEmpty(folder);
  // Here a killed migration or backup may have left its copy.
  await sweepFolder(path.dirname(database));
  await sweepFolder(path.join(path.dirname(database), 'backups'));
  await sweepFolder(evidenceFolder(database));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function placesIn(note: string): readonly string[] {
  try {
    return Note.parse(JSON.parse(readFileSync(note, 'utf8')));
  } catch {
    return [];
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another process's note is in it, or it was never made.
  }
}
