import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { v7 } from 'uuid';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openForReading } from '../../../../main/database/open.ts';
import { statementsIn } from '../../../../main/features/certificates/pdf-statements.ts';
import { readCertificateFile } from '../../../../main/features/certificates/read-file.ts';
import { insert, update } from '../../../../main/log/change.ts';
import { certificateNumber } from '../../../../shared/model/certificate-numbers.ts';
import { type CertificateId, type CohortId, RecertificationDueId } from '../../../../shared/model/ids.ts';
import { readPrinted } from '../../../../shared/model/statement/printed.ts';
import type { TestDesk } from '../../open-desk.ts';
import { drawQr } from '../../papers/draw-qr.ts';
import { seedChanges } from '../../seed.ts';
import { day } from '../../seed-graduates.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { openIssued, passphrase } from './foxtrot-issued.ts';

const first = 'AL-CTO-100014';
const number = (count: number): string => certificateNumber('AL-CTO', 'A', count);

async function one(desk: TestDesk, text: string) {
  const checked = await desk.call('certificates.check', { text });
  const [check] = checked?.checks ?? [];
  if (!check) throw new Error('Nothing was checked.');
  return check;
}

/** The statements that the PDF of Foxtrot's certificates carries, in the order of their numbers. */
async function printedCodes(desk: TestDesk, cohortId: CohortId): Promise<{ file: string; codes: readonly string[] }> {
  const file = path.join(desk.folder, 'certificates.pdf');
  desk.answers.saveFile = file;
  const written = await desk.call('graduates.printCertificates', { cohortId });
  expect(written?.notes).toEqual([]);
  return { file, codes: statementsIn(readFileSync(file)).statements };
}

test('without a key the paper has the number alone, and says how to have more', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams']);
  const file = path.join(desk.folder, 'certificates.pdf');
  desk.answers.saveFile = file;
  const written = await desk.call('graduates.printCertificates', { cohortId: foxtrot.id });
  expect(written?.notes).toEqual([
    'The program has no key for its certificates yet. Make one in Settings; until then the code holds only the number.',
  ]);
  expect(statementsIn(readFileSync(file)).statements).toEqual([]);
});

test('a certificate is checked by its number, its code, its PDF and a picture, whatever became of it', async () => {
  const { desk, foxtrot, graduates } = await openIssued(['Zoë Adams', 'Amy Zimmer', 'Beau Young']);
  await desk.call('certificates.makeKey', { passphrase });

  expect(await one(desk, '100 014')).toMatchObject({
    word: 'Valid number',
    number: first,
    statement: null,
    record: { name: 'Zoë Adams' },
  });
  expect((await desk.refusal('certificates.check', { text: '100015' })).sentence).toBe(
    '“100015” is not a number of a certificate: a digit is wrong, missing, or swapped. Read it from the paper again.',
  );
  expect(await one(desk, 'AL-CTO-Echo-007')).toMatchObject({ state: { kind: 'not-known', why: 'not-listed' } });

  // By the code, and by the file as it was printed.
  const { file, codes } = await printedCodes(desk, foxtrot.id);
  expect(codes).toHaveLength(3);
  const [code = ''] = codes;
  expect(await one(desk, code)).toMatchObject({
    word: 'Valid',
    number: first,
    statement: {
      program: 'AL-CTO',
      name: 'Zoë Adams',
      what: 'AL-CTO Certification',
      cohort: 'Foxtrot',
      issuedOn: '2024-05-23',
    },
    differences: [],
  });
  expect((await one(desk, `https://www.example.org/verify.html#${code}`)).word).toBe('Valid');
  desk.answers.openFile = file;
  const whole = await desk.call('certificates.check', {});
  expect(whole?.checks.map(({ word, statement }) => [word, statement?.name])).toEqual([
    ['Valid', 'Zoë Adams'],
    ['Valid', 'Beau Young'],
    ['Valid', 'Amy Zimmer'],
  ]);

  // By a picture of it, and by a scan in a PDF that another program packed.
  const picture = path.join(desk.folder, 'code.png');
  writeFileSync(picture, drawQr(code, { pixels: 240 }));
  desk.answers.openFile = picture;
  expect((await desk.call('certificates.check', {}))?.checks).toMatchObject([{ word: 'Valid', number: first }]);
  const packed = path.join(desk.folder, 'packed.pdf');
  const bytes = deflateSync(Buffer.from(`<< /Statement1 (${code}) >>`));
  writeFileSync(
    packed,
    Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n'),
      bytes,
      Buffer.from('\nendstream endobj\n'),
    ]),
  );
  desk.answers.openFile = packed;
  expect((await desk.call('certificates.check', {}))?.checks).toMatchObject([{ number: first }]);

  // Altered: one sign of the code; and the record, after it was printed.
  const altered = `${code.slice(0, 150)}${code[150] === 'A' ? 'B' : 'A'}${code.slice(151)}`;
  expect(readPrinted(altered)).not.toBeNull();
  expect(await one(desk, altered)).toMatchObject({ word: 'Altered', state: { kind: 'altered' } });

  // Replaced by one with another name: both numbers tell the truth.
  const [zoe, amy] = graduates;
  if (!zoe || !amy) throw new Error('Three have graduated.');
  await desk.call('people.revise', { personId: amy.personId, certificateName: 'Amy Zimmer, Ed.D.' });
  await desk.call('graduates.reissue', { participantIds: [amy.id] });
  expect(await one(desk, codes[2] ?? '')).toMatchObject({
    word: 'Replaced',
    state: { kind: 'superseded', on: '2024-06-03', by: number(4) },
    statement: { name: 'Amy Zimmer' },
  });
  expect(await one(desk, number(4))).toMatchObject({
    word: 'Valid number',
    record: { name: 'Amy Zimmer, Ed.D.', issuedOn: '2024-05-23' },
  });

  // Revoked, with the reason, and only once.
  await desk.call('certificates.revoke', { number: number(2), reason: 'Issued by mistake' });
  expect(await one(desk, codes[1] ?? '')).toMatchObject({
    word: 'Revoked',
    sentence: 'AL-CTO revoked this certificate on Jun 3, 2024: Issued by mistake.',
  });
  expect((await desk.refusal('certificates.revoke', { number: number(2), reason: 'Again' })).sentence).toContain(
    'is revoked already',
  );
  expect((await desk.refusal('certificates.revoke', { number: number(9), reason: 'None' })).sentence).toContain(
    'There is no certificate',
  );
  await desk.call('history.undo', {});
  expect((await one(desk, codes[1] ?? '')).word).toBe('Valid');

  // Documents due, then overdue.
  await seedChanges(desk, [
    insert('recertificationDue', {
      id: RecertificationDueId.parse(v7()),
      participantId: zoe.id,
      cycle: 1,
      dueOn: day('2024-06-10'),
      remark: null,
    }),
  ]);
  expect(await one(desk, code)).toMatchObject({ word: 'Valid', state: { kind: 'due', dueOn: '2024-06-10' } });
  desk.now = '2024-12-03T14:00:00.000Z';
  expect(await one(desk, code)).toMatchObject({ word: 'Expired', state: { kind: 'expired' } });
  desk.now = '2024-06-03T14:00:00.000Z';

  // A key that may be in someone else's hands: what it signed proves nothing, and a new print does.
  await desk.call('certificates.replaceKey', { ending: 'stolen', passphrase });
  expect(await one(desk, code)).toMatchObject({ state: { kind: 'not-known', why: 'withdrawn-key' } });
  const { codes: again } = await printedCodes(desk, foxtrot.id);
  expect(await one(desk, again[0] ?? '')).toMatchObject({ word: 'Valid', statement: { validUntil: '2024-06-10' } });
});

test('a number whose graduation was taken back says so, and is given to nobody else', async () => {
  const { desk } = await openIssued(['Zoë Adams']);
  await desk.call('history.undo', {});
  expect(await one(desk, first)).toMatchObject({
    word: 'Revoked',
    sentence: 'AL-CTO revoked this certificate on Jun 3, 2024: The graduation was entered by mistake and taken back.',
    record: null,
  });
  await desk.call('history.redo', {});
  expect((await one(desk, first)).word).toBe('Valid number');
});

test('a certificate from before there were check digits keeps its number, and is found by it', async () => {
  const { desk, graduates } = await openIssued(['Zoë Adams']);
  const [zoe] = graduates;
  const database = openForReading(desk.databaseFile);
  onTestFinished(() => database.close());
  const id = database.get<{ id: CertificateId }>('SELECT id FROM certificate')?.id;
  if (!zoe || !id) throw new Error('Zoë has a certificate.');
  await seedChanges(desk, [update('certificate', id, { number: 'AL-CTO-Foxtrot-007' })]);
  expect(await one(desk, ' al-cto-foxtrot-007 ')).toMatchObject({
    word: 'Valid number',
    record: { name: 'Zoë Adams' },
  });
  await desk.call('people.revise', { personId: zoe.personId, certificateName: 'Zoë Adams, Ed.D.' });
  await desk.call('graduates.reissue', { participantIds: [zoe.id] });
  expect(await one(desk, 'AL-CTO-Foxtrot-007')).toMatchObject({ state: { kind: 'superseded', by: number(2) } });
});

test('what was signed with a key whose making was undone is still ours', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams']);
  await desk.call('certificates.makeKey', { passphrase });
  const { codes } = await printedCodes(desk, foxtrot.id);
  await desk.call('history.undo', {});
  expect((await desk.call('certificates.keys', {})).keys).toMatchObject([{ until: '2024-06-03', ending: 'replaced' }]);
  expect((await one(desk, codes[0] ?? '')).word).toBe('Valid');
});

test('a certificate of another program is of another issuer', async () => {
  const [ours, theirs] = [await openIssued(['Zoë Adams']), await openIssued(['Zoë Adams'])];
  await ours.desk.call('certificates.makeKey', { passphrase });
  await theirs.desk.call('certificates.makeKey', { passphrase });
  const { codes } = await printedCodes(theirs.desk, theirs.foxtrot.id);
  expect(await one(ours.desk, codes[0] ?? '')).toMatchObject({ word: 'Another issuer', record: null });
});

describe('a file', () => {
  const cases: readonly [string, string, () => Buffer, RegExp][] = [
    ['with a password', 'locked.pdf', () => Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'), /has a password/],
    ['without a code', 'empty.pdf', () => Buffer.from('%PDF-1.7\n'), /has no code of a certificate/],
    [
      'that is neither a picture nor a PDF',
      'list.png',
      () => Buffer.from('Name,Number'),
      /is neither a picture nor a PDF/,
    ],
    ['that is broken', 'broken.png', () => Buffer.from('89504e470d0a1a0a00', 'hex'), /No code can be read/],
  ];
  test.each(cases)('%s is refused', async (_, name, bytes, sentence) => {
    const file = path.join(temporaryFolder(), name);
    writeFileSync(file, bytes());
    expect(await readCertificateFile(file)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringMatching(sentence) },
    });
  });

  test('that is gone is refused', async () => {
    expect(await readCertificateFile(path.join(temporaryFolder(), 'gone.pdf'))).toMatchObject({ ok: false });
  });

  test('that unpacks to any size is looked at no further than may be', () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7\n<< /Filter /FlateDecode >> stream\n'),
      bomb,
      Buffer.from('\nendstream'),
    ]);
    expect(statementsIn(pdf).statements).toEqual([]);
  });
});
