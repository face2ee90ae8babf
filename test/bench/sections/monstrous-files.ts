import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bombs, type Monster, monsters } from '../../main/spreadsheets/monstrous-files.ts';
import { type Report, timed } from '../measure.ts';
import type { MonsterRead } from './read-monster.ts';

/** How long each file that is too much takes to be refused, and how much memory: each in a process of its own. */
export async function monstrousFiles(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-'));
  try {
    for (const monster of [...monsters, ...bombs]) await refusalOf(report, folder, monster);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function refusalOf(report: Report, folder: string, { name, file, make, sentence }: Monster): Promise<void> {
  const at = path.join(folder, file);
  writeFileSync(at, make());
  const floor = await timed(() => readFile(at));
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

function readAlone(file: string): Promise<MonsterRead> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'read-monster.ts'), [file]);
    child.on('message', (read: MonsterRead) => resolve(read));
    child.on('exit', (code) => reject(new Error(`Reading ${file} ended with code ${code}.`)));
  });
}
