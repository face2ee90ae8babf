// `npm run demo`: the main job on the sample files, with no window, leaving its papers and pictures in demo/.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { takePictures } from './pictures.ts';
import { tellStory } from './story.ts';

const root = path.join(import.meta.dirname, '../..');
const folder = path.join(root, 'demo');
const say = (line: string): void => console.log(line);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
say('Cohort Desk, the main job on sample files. Every person in them is invented.\n');
const copies = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-demo-'));
const moments = await tellStory(folder, copies, say);
const pictures = await takePictures(moments, path.join(folder, 'screens'), say);
rmSync(copies, { recursive: true, force: true });
say(
  `\nIn demo/: the database and a backup; the schedule, badges, a sign-in sheet and a calendar; the roster workbook, the certificates, verify.html, the transcripts, graduates.html and its print, and the overdue list; and ${pictures} pictures of the screens.`,
);
