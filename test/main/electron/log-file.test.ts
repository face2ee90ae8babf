import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLogFile, redact } from '../../../main/electron/log-file.ts';

test('the log takes out e-mail addresses, wherever they stand', () => {
  expect(redact('for ada.lovelace+k12@example.org, <grace@navy.example>')).toBe('for [e-mail], <[e-mail]>');
  expect(redact('Duplicate (o’neil@school.example.org)')).toBe('Duplicate ([e-mail])');
  expect(redact('at 12:30 @ the hall')).toBe('at 12:30 @ the hall');
});

test('the log keeps the newest megabyte and the one before it', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = openLogFile(folder);
  for (let line = 0; line < 1200; line += 1) log.info('x'.repeat(1000));
  log.error('the last line', new Error('of ada@example.org'));
  const size = (name: string) => readFileSync(path.join(folder, name)).length;
  expect(size('main.old.log')).toBeGreaterThan(1_000_000);
  expect(size('main.log')).toBeLessThan(1_100_000);
  expect(readFileSync(path.join(folder, 'main.log'), 'utf8')).toMatch(/error the last line: Error: of \[e-mail\]\n/);
});
