import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { seconds } from '../longest-first.ts';

it('the files that are started first are there', () => {
  const gone = Object.keys(seconds).filter((file) => !existsSync(path.join(import.meta.dirname, '..', file)));
  expect(gone).toEqual([]);
});
