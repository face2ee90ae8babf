import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bombs, type Giant, giants, type Monster, monsters } from '../../main/spreadsheets/monstrous-files.ts';
import { type Report, timed } from '../measure.ts';
import type { MonsterRead } from './read-monster.ts';

/** How long each file that is too much takes to be refused, and how much memory: each in a process of its own. */
export async function monstrousFiles(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-'));
  try {
    for (const { make, ...monster } of [...monsters, ...bombs]) {
      writeFileSync(path.join(folder, monster.file), make());
      await refusalOf(report, folder, monster);
    }
    for (const giant of giants) {
      await writeGiant(path.join(folder, giant.file), giant);
      await refusalOf(report, folder, giant);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Piece by piece, so that no process ever holds it. */
async function writeGiant(file: string, { start, piece, pieces }: Giant): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(start);
    for (let written = 0; written < pieces; written += 1) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}

async function refusalOf(
  report: Report,
  folder: string,
  { name, file, sentence }: Omit<Monster, 'make'>,
): Promise<void> {
  const at = path.join(folder, file);
  const floor = await timed(() => readThrough(at));
  const read = await readAlone(at);
  rmSync(at);
  // On a loaded machine the time may be up before the rest; the figures of the others are worth having.
  if (!sentence.test(read.sentence)) {
    console.error(`${name} was refused for another reason: ${read.sentence}`);
    process.exitCode = 1;
  }
  report({
    name: `refusing ${name}`,
    unit: 'ms',
    ours: read.milliseconds,
    floor,
    floorIs: 'the file’s bytes, from the disk',
    peakMegabytes: read.peakMegabytes,
  });
}

async function readThrough(file: string): Promise<void> {
  for await (const _ of createReadStream(file, { highWaterMark: 1_000_000 }));
}

function readAlone(file: string): Promise<MonsterRead> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'read-monster.ts'), [file]);
    child.on('message', (read: MonsterRead) => resolve(read));
    child.on('exit', (code) => reject(new Error(`Reading ${file} ended with code ${code}.`)));
  });
}
