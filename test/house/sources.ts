import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './walls.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourcesIn = (folder: string): readonly SourceFile[] =>
  readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

/** Every source file of the app. */
export const sources: readonly SourceFile[] = ['main', 'renderer', 'shared'].flatMap(sourcesIn);
