import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

// What runs without a window keeps its settings in the user's own folder: a test's laptop is another one.
const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-settings-'));
process.env.COHORT_DESK_SETTINGS = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
