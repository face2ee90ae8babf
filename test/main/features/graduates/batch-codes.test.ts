import { spawnSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CertificateInput, writeCertificates } from '../../../../main/features/graduates/certificate-paper.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { printSigned } from '../../../../shared/model/statement/printed.ts';
import { packStatement } from '../../../../shared/model/statement/statement.ts';
import { blurred, type GrayPicture, readPgm, turned, writePgm } from '../../papers/gray-picture.ts';
import { has } from '../../papers/tools.ts';

// One key forever: with another each time the codes would be others, and now and then one that zbarimg can't read.
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, Buffer.alloc(32, 7)]), format: 'der', type: 'pkcs8' });
const issuedOn = CivilDate.parse('2024-06-03');
const given = [
  'Zoë',
  'Bartholomew',
  'Nguyễn Thị',
  'Siobhán',
  'Kealiʻi',
  'Łukasz',
  'Ana',
  'Renée J.',
  'Mary-Kate',
  'Ōta',
];
const family = ['Adams', 'Montgomery-Fitzgerald', 'Wałęsa', 'McAllister, Ed.S.', 'Dávila', 'Featherstonehaugh III'];
const sixty = given.flatMap((first) => family.map((last) => `${first} ${last}`));

function codeOf(name: string, number: string): string {
  const statement = {
    program: 'AL-CTO',
    number,
    name,
    what: 'AL-CTO Certification',
    cohort: 'Foxtrot',
    issuedOn,
    validUntil: '2026-06-03',
  };
  const signed = packStatement({ statement, keyHint: 4711 });
  if (signed === null) throw new Error('It has no room for its days.');
  return printSigned({ signed, signature: Uint8Array.from(sign(null, signed, privateKey)) });
}

const certificates: readonly CertificateInput[] = sixty.map((name, at) => {
  const number = `AL-CTO-${100_000 + at * 11}`;
  return {
    name,
    number,
    issuedOn,
    code: codeOf(name, number),
    paper: {
      design: 'engraved',
      cohort: 'Foxtrot',
      title: 'Certificate of Completion',
      statement: '{name} has completed the courses of {program} on {date}.',
      signatories: [{ name: 'Mara Lindqvist', role: 'Program Lead' }],
      program: 'AL-CTO',
      organization: 'ALET',
    },
  };
});

const dotsPerInch = 150;
const tools = has('pdftoppm') && has('zbarimg');
const where = await mkdtemp(join(tmpdir(), 'documents-'));
afterAll(() => rm(where, { recursive: true, force: true }));

/** The lower right of each page, where its code is, as a scanner of 150 dots an inch sees it. */
async function scanned(): Promise<readonly GrayPicture[]> {
  const file = join(where, 'batch.pdf');
  await writeCertificates(file, certificates, { now: new Date('2024-06-04T12:00:00Z') });
  const box = ['-x', '1250', '-y', '850', '-W', '280', '-H', '280'];
  const drawn = spawnSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', ...box, file, join(where, 'page')]);
  if (drawn.status !== 0) throw new Error(String(drawn.stderr));
  const pages = sixty.map((_, at) => join(where, `page-${String(at + 1).padStart(2, '0')}.pgm`));
  return Promise.all(pages.map(async (page) => readPgm(await readFile(page))));
}

/** What zbarimg reads on each picture. */
async function readCodes(pictures: readonly GrayPicture[]): Promise<readonly string[]> {
  const files = await Promise.all(
    pictures.map(async (picture, at) => {
      const file = join(where, `seen-${at}.pgm`);
      await writeFile(file, writePgm(picture));
      return file;
    }),
  );
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files], {
    encoding: 'utf8',
  });
  return stdout.trimEnd().split('\n');
}

describe.skipIf(!tools)('the codes of a batch of sixty certificates, drawn at 150 dots an inch', () => {
  let pages: readonly GrayPicture[] = [];
  beforeAll(async () => {
    pages = await scanned();
  });

  test.each<[string, (page: GrayPicture) => GrayPicture]>([
    ['as they are printed', (page) => page],
    ['on a sheet that lies askew by five degrees', (page) => turned(page, 5)],
  ])('are read by zbarimg, each one, %s', async (_, seen) => {
    expect(await readCodes(pages.map(seen))).toEqual(certificates.map(({ code }) => code));
  });

  // Now and then a code is lost to the blur: this design's is an inch wide, and can no longer change.
  test('are read by zbarimg after a bad photocopy, nine in ten, and none is read wrong', async () => {
    const read = await readCodes(pages.map((page) => blurred(page, 1)));
    const printed = new Set(certificates.map(({ code }) => code));
    expect(read.filter((code) => !printed.has(code))).toEqual([]);
    expect(read.length).toBeGreaterThanOrEqual(54);
  });
});
