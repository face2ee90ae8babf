import path from 'node:path';
import { expect, test } from 'vitest';
import { runDesk } from '../../main/headless.ts';
import { api } from '../../shared/api.ts';
import { temporaryFolder } from './temporary-folder.ts';

const database = () => path.join(temporaryFolder(), 'program.db');

test('makes a call on the database that --db names, and answers in JSON', async () => {
  const db = database();
  expect(await runDesk(['program.establish', '{"program":"al-cto"}', '--db', db])).toEqual({
    exitCode: 0,
    stdout: 'null\n',
    stderr: '',
  });
  const shown = await runDesk(['program.show', '--db', db]);
  expect(JSON.parse(shown.stdout)).toMatchObject({ number: 1, policy: { program: { name: 'AL-CTO' } } });
});

test('a refusal is one sentence on standard error, and exit code 1', async () => {
  const db = database();
  await runDesk(['program.establish', '{"program":"al-cto"}', '--db', db]);
  const again = await runDesk(['program.establish', '{"program":"al-cto"}', '--db', db]);
  expect(again).toMatchObject({ exitCode: 1, stdout: '' });
  expect(again.stderr).toMatch(/^This file already holds AL-CTO\..*\n$/);
});

test('the same validation as the window’s: a wrong input is refused and says which field', async () => {
  const wrong = await runDesk(['program.establish', '{"program":"cetl"}', '--db', database()]);
  expect(wrong).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('program:') });
});

test('--who names whose change it is; otherwise it is that of the lead of the laptop, or of no one', async () => {
  const db = database();
  await runDesk(['program.establish', '{"program":"al-cto"}', '--db', db]);
  await runDesk(['cohorts.create', '{"name":"Foxtrot","seats":30,"fee":7500}', '--db', db, '--who', 'Owen Tate']);
  await runDesk(['desk.nameLead', '{"name":"Mara Lindqvist"}', '--db', db]);
  await runDesk(['history.undo', '--db', db]);
  const history: unknown = JSON.parse((await runDesk(['history.list', '--db', db])).stdout);
  expect(history).toMatchObject({
    rows: [{ who: 'Mara Lindqvist' }, { who: 'Owen Tate', label: 'Added cohort Foxtrot' }, { who: null }],
  });
  expect(await runDesk(['history.list', '--db', db, '--who', '  '])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('isn’t a name for --who'),
  });
});

test('--help lists every call with its input', async () => {
  const { exitCode, stdout } = await runDesk(['--help']);
  expect(exitCode).toBe(0);
  for (const [name, { about }] of Object.entries(api)) {
    expect(stdout).toContain(`  ${name} `);
    expect(stdout).toContain(about);
  }
  expect(stdout).toContain('{ eventId: uuid, reason: string }');
});

test('--help after a call shows its input as a schema', async () => {
  const { stdout } = await runDesk(['attendance.annul', '--help']);
  expect(JSON.parse(stdout.slice(stdout.indexOf('{')))).toMatchObject({ required: ['eventId', 'reason'] });
});

test.each([
  [['program.show'], 'Name the database with --db FILE.'],
  [['program.show', '{oops', '--db', 'x.db'], 'The input isn’t JSON: {oops'],
  [
    ['program.show', '{}', 'more', '--db', 'x.db'],
    'One call at a time: “more” is too much. Put the JSON between quotes.',
  ],
  [['program.show', '--what'], "Unknown option '--what'"],
])('says what is wrong with a command line: %j', async (argv, sentence) => {
  const { exitCode, stderr } = await runDesk(argv);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(sentence);
});

// Nothing can be made there, whoever asks; some of these keep Node's own way of making folders busy for ever.
test.each(['/proc/none/settings', '/dev/null/settings', 'long'.repeat(100)])(
  'settings that can’t be kept in “%s” are a sentence',
  async (settings) => {
    const refused = await runDesk(['desk.status', '--db', database(), '--settings', settings]);
    expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^“.*” (can’t be opened|can’t be used as a name on this disk)\..*\n$/);
  },
);
