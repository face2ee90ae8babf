// `npm run explore [minutes]`: every property on new inputs, again and again; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const minutes = Number(process.argv[2] ?? 10);
const files = globSync('test/**/*.test.ts', { cwd: root }).filter((file) =>
  readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"),
);
const end = Date.now() + minutes * 60_000;
let rounds = 0;
let status: number | null = 0;
while (Date.now() < end && status === 0) {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`seed ${seed}\n`);
  status = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'node', '--reporter=dot', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, SEED: seed } },
  ).status;
  if (status === 0) rounds += 1;
}
process.stdout.write(`${rounds} rounds held\n`);
process.exitCode = status ?? 1;
