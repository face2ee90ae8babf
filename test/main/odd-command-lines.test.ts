import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, linkSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDesk } from '../../main/headless.ts';
import { openFoxtrot } from './foxtrot.ts';
import { temporaryFolder } from './temporary-folder.ts';

// What the shell hands over may be anything. Whatever it is, the answer is JSON or one sentence that says what to do:
// never a stack, and never a database that something else was written over.

/** A desk with someone in Foxtrot, as its bytes; each test works on a copy, so that nothing is ever written onto it. */
let master: Promise<{ readonly bytes: Buffer; readonly cohortId: string }> | null = null;

const makeMaster = async () => {
  const foxtrot = await openFoxtrot();
  await foxtrot.apply([{ name: 'Ana Alvarez' }]);
  await foxtrot.call('applicants.accept', { cohortId: foxtrot.cohortId, applicationIds: 'within-seats' });
  foxtrot.answers.saveFile = path.join(foxtrot.folder, 'master.db');
  await foxtrot.call('desk.backUp', {});
  return { bytes: readFileSync(foxtrot.answers.saveFile), cohortId: foxtrot.cohortId };
};

/** A folder with the desk, another desk that no one has open, and whatever else a name may lead to. */
async function place() {
  master ??= makeMaster();
  const { bytes, cohortId } = await master;
  const folder = temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['program.db', 'other.db']) writeFileSync(at(name), bytes);
  mkdirSync(at('folder'));
  writeFileSync(at('empty.csv'), '');
  writeFileSync(at('list.csv'), 'a,b\n1,2\n');
  writeFileSync(
    at('noise.xlsx'),
    Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7_919) % 256),
  );
  writeFileSync(at('no-rights.csv'), 'a,b\n1,2\n');
  chmodSync(at('no-rights.csv'), 0);
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('nowhere'), at('broken'));
  symlinkSync(at('loop'), at('loop'));
  symlinkSync(at('other.db'), at('link'));
  linkSync(at('program.db'), at('second-name'));
  return { at, cohortId };
}

type Outcome = Awaited<ReturnType<typeof runDesk>>;

/** One sentence, or a few, on one line: no stack, no class of an error, and not the sentence for a bug of ours. */
function expectSentence({ exitCode, stdout, stderr }: Outcome, says: string): void {
  expect(stderr).toMatch(/^[^\n]*[.:”"}\]…][^\n]*\n$/);
  expect(stderr).not.toMatch(/Something went wrong|\bat \S+:\d+|\w*Error\b|undefined|\[object/);
  expect(stderr).toContain(says);
  expect(stderr.length).toBeLessThan(1_000);
  expect({ exitCode, stdout }).toEqual({ exitCode: expect.toSatisfy((code) => code === 1 || code === 2), stdout: '' });
}

const long = 'x'.repeat(5_000);

const reads = [
  ['imports.read', '{}'],
  ['scanLog.read', '{}'],
  ['certificates.check', '{}'],
] as const;

describe.skipIf(process.platform === 'win32').each([
  ['a file that isn’t there', 'missing.csv', 'can’t be found'],
  ['a folder', 'folder', '“folder” is a folder. Choose '],
  ['a pipe', 'pipe', '“pipe” is a device or a connection'],
  ['/dev/null', '/dev/null', '“null” is a device or a connection'],
  ['/dev/full', '/dev/full', '“full” is a device or a connection'],
  ['a name of 5,000 letters', long, 'xxx…” can’t be the name of a file on this disk.'],
  ['a name with a NUL', 'a\0b.csv', '--file has a character that no name can hold.'],
  ['a name with half a character', 'half\ud800.csv', '--file has a character that no name can hold.'],
  ['no name', '', '--file has nothing after it.'],
  ['a link to nowhere', 'broken', 'can’t be found'],
  ['a link to itself', 'loop', '“loop” can’t be the name of a file on this disk.'],
  ['the database itself', 'program.db', '“program.db” is '],
  ['bytes that are nothing', 'noise.xlsx', '“noise.xlsx” is'],
  ['an empty file', 'empty.csv', '“empty.csv” is '],
  ['a file below a file', 'list.csv/x', '“x” can’t be found'],
])('--file with %s (not on Windows)', (_what, file, says) => {
  test('is a sentence from whatever reads it', async () => {
    const { at } = await place();
    const given = file === '' || path.isAbsolute(file) ? file : at(file);
    for (const [call, json] of reads) {
      expectSentence(await runDesk([call, json, '--db', at('program.db'), '--file', given]), says);
    }
  });
});

// Root may read everything: there the refusal of the disk can't be had, and nothing would be tested.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  '--file with a file without rights is a sentence (not on Windows, nor as root)',
  async () => {
    const { at } = await place();
    for (const [call, json] of reads) {
      expectSentence(
        await runDesk([call, json, '--db', at('program.db'), '--file', at('no-rights.csv')]),
        '“no-rights.csv” can’t be read: this account has no permission.',
      );
    }
  },
);

const targets = [
  ['the database itself', 'program.db', '“program.db” is the database that is open'],
  ['its write-ahead log', 'program.db-wal', '“program.db-wal” is the database that is open, or one of its own files'],
  ['the journal that it has not', 'program.db-journal', 'is the database that is open, or one of its own files'],
  ['a second name of it', 'second-name', '“second-name” is the database that is open'],
  ['another desk that no one has open', 'other.db', '“other.db” is a database: this would delete all that is in it.'],
  ['a link to another desk', 'link', '“link” is a database: this would delete all that is in it.'],
  ['the write-ahead log of another desk', 'other.db-wal', 'is a name that only the database “other.db” may use'],
  ['a folder', 'folder', '“folder” was not written: a folder has that name.'],
  ['the root of the disk', '/', '“/” was not written: a folder has that name.'],
  ['a link to itself', 'loop', '“loop” was not written: this disk does not take that name.'],
  ['a folder that isn’t there', 'missing/list.xlsx', '“list.xlsx” was not written: the folder'],
  ['a file as a folder', 'list.csv/list.xlsx', '“list.xlsx” was not written: the folder'],
  ['/dev/null', '/dev/null', '“null” is a device or a pipe'],
  ['/dev/full', '/dev/full', '“full” is a device or a pipe'],
  ['a pipe', 'pipe', '“pipe” is a device or a pipe'],
  ['a name of 5,000 letters', long, 'xxx…” was not written: this disk does not take that name.'],
  ['a name with a NUL', 'a\0b.xlsx', '--out has a character that no name can hold.'],
  ['a name with half a character', 'half\ud800.xlsx', '--out has a character that no name can hold.'],
  ['no name', '', '--out has nothing after it.'],
] as const;

type Target = (typeof targets)[number];

/** What each way of writing is tried on; a list on all, since they share what places a file. */
const writes: readonly (readonly [call: string, json: (cohortId: string) => unknown, targets: readonly Target[]])[] = [
  ['cohorts.exportRoster', (cohortId) => ({ cohortId }), targets],
  ['cohorts.exportRoster', (cohortId) => ({ cohortId, format: 'csv' }), targets.slice(4, 7)],
  ['badges.saveOutlines', () => ({ stock: 'avery-5392' }), targets.slice(4, 6)],
  [
    'letters.write',
    (cohortId) => ({ kind: 'accepted', cohortId, replyBy: '2099-01-01', channel: 'mail-merge' }),
    [...targets.slice(0, 2), ...targets.slice(4, 7), ...targets.slice(12, 15)],
  ],
];

describe.skipIf(process.platform === 'win32').each(writes)('--out of %s %# (not on Windows)', (call, json, onto) => {
  test.each(onto)('onto %s is a sentence, and writes over nothing', async (_what, out, says) => {
    const { at, cohortId } = await place();
    const before = readFileSync(at('other.db'));
    const given = out === '' || path.isAbsolute(out) ? out : at(out);
    const outcome = await runDesk([call, JSON.stringify(json(cohortId)), '--db', at('program.db'), '--out', given]);
    expectSentence(outcome, says);
    expect(readFileSync(at('other.db')).equals(before)).toBe(true);
    expect((await runDesk(['cohorts.list', '--db', at('program.db')])).exitCode).toBe(0);
  });
});

test.each([
  ['an empty list', '[]', 'The input itself: an object in braces.'],
  ['nothing', '', 'The input isn’t JSON: '],
  ['a text', '"Ana"', 'The input itself: an object in braces.'],
  ['10,000 lists within each other', '['.repeat(10_000) + ']'.repeat(10_000), 'The input itself: an object in braces.'],
  ['10,000 lists that nothing closes', '['.repeat(10_000), 'The input isn’t JSON: [[['],
  ['a field of 10,000 lists', `{"name":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'name: text.'],
  ['a number for a text', '{"name":7,"seats":30,"fee":0}', 'name: text.'],
  [
    'a field called __proto__',
    '{"name":"Golf","__proto__":{"seats":1}}',
    '“cohorts.create” can’t be done with this input.',
  ],
  ['half a character', '{"name":"\\ud800","seats":30,"fee":0}', 'name: it has half a character.'],
  ['half a character as a field’s name', '{"\\udfff":1}', 'it has half a character.'],
])('JSON that is %s is a sentence', async (_what, json, says) => {
  const { at } = await place();
  expectSentence(await runDesk(['cohorts.create', json, '--db', at('program.db')]), says);
});

test('a text with a NUL is a sentence or is kept as it is, and every list goes on', async () => {
  const { at } = await place();
  const made = await runDesk(['cohorts.create', '{"name":"Go\\u0000lf","seats":30,"fee":0}', '--db', at('program.db')]);
  if (made.exitCode !== 0) expectSentence(made, 'name');
  expect((await runDesk(['cohorts.list', '--db', at('program.db')])).exitCode).toBe(0);
});

test.each([
  ['a call that isn’t there', ['golf.play'], 'There is no call “golf.play”.'],
  ['a call of every object’s', ['__proto__'], 'There is no call “__proto__”.'],
  ['the database twice', ['cohorts.list', '--db', 'x.db'], '--db is given 2 times. Give it once.'],
  ['an option that isn’t there', ['cohorts.list', '--force'], 'Unknown option'],
  ['an option with nothing after it', ['cohorts.list', '--out'], 'argument missing'],
  ['a settings folder without a name', ['cohorts.list', '--settings', ''], '--settings has nothing after it.'],
])('%s is a sentence', async (_what, argv, says) => {
  const { at } = await place();
  expectSentence(await runDesk(['--db', at('program.db'), ...argv]), says);
});

describe.skipIf(process.platform === 'win32')('what reads the answer may end first (not on Windows)', () => {
  const desk = path.join(import.meta.dirname, '../../main/headless.ts');

  test('a disk that can’t take the answer is a sentence', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [desk, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'The call was made, but its answer could not be written: the disk is full.\n',
    });
  });

  test('a reader that has closed its end is no error', async () => {
    const child = spawn(process.execPath, [desk, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, said }).toEqual({ code: 0, said: '' });
  });
});
