import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { pngChunk } from '../../../../main/papers/png.ts';
import type { CertificateDesignDocument, CertificateFileId } from '../../../../shared/model/certificate-designs.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { openFoxtrot } from '../graduates/a-foxtrot.ts';
import { backgroundPdf, fileId } from './some-design.ts';

type Foxtrot = Awaited<ReturnType<typeof openFoxtrot>>;
let desk: Foxtrot['desk'];
let seed: Foxtrot['seed'];
let foxtrot: Foxtrot['foxtrot'];
let attended: Foxtrot['attended'];

beforeEach(async () => {
  ({ desk, seed, foxtrot, attended } = await openFoxtrot());
});

function put(name: string, bytes: Uint8Array | string): void {
  const file = path.join(desk.folder, name);
  writeFileSync(file, bytes);
  desk.answers.openFile = file;
}

async function background(): Promise<CertificateFileId> {
  put('Letterhead.pdf', await backgroundPdf());
  const added = await desk.call('certificateDesigns.addFile', { use: 'background' });
  if (!added) throw new Error('No file');
  return added.id;
}

async function onBackground(file: CertificateFileId): Promise<CertificateDesignDocument> {
  const { document } = await desk.call('certificateDesigns.open', { choice: 'classic' });
  return { ...document, background: { kind: 'file', file } };
}

async function printed(): Promise<readonly string[]> {
  desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
  const { file } = (await desk.call('graduates.printCertificates', { cohortId: foxtrot.id })) ?? {};
  if (file === undefined) throw new Error('Nothing was printed.');
  return pdfPages(readFileSync(file)).map((lines) => lines.map((line) => line.trim()).join(' '));
}

/** Why a call is refused. */
const refused = async (...call: Parameters<typeof desk.refusal>): Promise<string> =>
  (await desk.refusal(...call)).sentence;

const graduateAll = () =>
  desk.call('graduates.graduate', {
    cohortId: foxtrot.id,
    participantIds: 'all-who-may',
    graduatedOn: '2024-05-23' as never,
  });

describe('A design of the leads’ own', () => {
  test('is in the policy as a version, and what was issued with it is printed the same for good', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    const file = await background();
    const document = await onBackground(file);
    const saved = await desk.call('certificateDesigns.save', { name: 'Letterhead', document, use: true });
    expect(saved.version).toBe(1);
    expect((await desk.call('program.show', {}))?.policy.certificate.design).toBe(saved.designId);
    await graduateAll();
    const first = await printed();
    expect(first[0]).toContain('Zoë Adams');
    const pdf = readFileSync(path.join(desk.folder, 'certificates.pdf'));
    expect(pdf.includes('/Matrix [')).toBe(true);

    const fewer = { ...document, fields: document.fields.filter((field) => field.id !== 'organization') };
    await desk.call('certificateDesigns.save', { name: 'Letterhead', document: fewer, use: true });
    await desk.call('certificateDesigns.use', { choice: 'plain' });
    expect(await printed()).toEqual(first);
    const { designs } = await desk.call('certificateDesigns.list', {});
    expect(designs.filter(({ version }) => version !== null)).toMatchObject([
      { name: 'Letterhead', version: 2, inUse: false, issued: 0 },
      { name: 'Letterhead', version: 1, inUse: false, issued: 1 },
    ]);
    expect(designs.find(({ inUse }) => inUse)?.choice).toBe('plain');
  });

  test('goes with one undo, and stays while a certificate is drawn by it', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    const document = await onBackground(await background());
    await desk.call('certificateDesigns.save', { name: 'Letterhead', document, use: true });
    await desk.call('history.undo', {});
    expect((await desk.call('program.show', {}))?.policy.certificate.design).toBe('classic');
    expect((await desk.call('certificateDesigns.list', {})).designs.filter(({ version }) => version !== null)).toEqual(
      [],
    );

    await desk.call('certificateDesigns.save', { name: 'Letterhead', document, use: true });
    const [saving] = (await desk.call('history.list', {})).rows;
    await graduateAll();
    expect(await refused('history.undo', { commandId: saving?.commandId })).toBeTruthy();
    expect(await printed()).toHaveLength(1);
  });

  test('prints on a laptop on which its file was never chosen: the log carries it', async () => {
    const id = await background();
    renameSync(path.join(desk.folder, 'Letterhead.pdf'), path.join(desk.folder, 'Letterhead again.pdf'));
    desk.answers.openFile = path.join(desk.folder, 'Letterhead again.pdf');
    expect((await desk.call('certificateDesigns.addFile', { use: 'background' }))?.id).toBe(id);
    expect((await desk.call('certificateDesigns.list', {})).files).toMatchObject([
      { id, name: 'Letterhead.pdf', kind: 'page', facts: { width: 792, height: 612 } },
    ]);
  });

  test('is not saved where certificates drawn by it would be wrong', async () => {
    const document = await onBackground(await background());
    const small = document.fields.map((field) =>
      field.kind === 'code' ? { ...field, box: { ...field.box, width: 30, height: 30 } } : field,
    );
    expect(await refused('certificateDesigns.save', { name: 'x', document: { ...document, fields: small } })).toContain(
      'certificates drawn by it would be wrong',
    );
    const gone = await onBackground(fileId(99));
    expect(await refused('certificateDesigns.save', { name: 'x', document: gone })).toContain('uses was removed');
    expect(
      await refused('certificateDesigns.use', { choice: '019ad000-0000-7000-8000-0000000000dd' as never }),
    ).toContain('That design was removed');
  });
});

/** A PNG that says it is so large; its pixels are never looked at. */
function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(10))),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

const inkedSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path d="M0 0L10 5" stroke="#000" fill="none"/></svg>';

describe('A file for a design', () => {
  test('that is a signature drawn as SVG is kept as lines', async () => {
    put('Signature.svg', inkedSvg);
    const added = await desk.call('certificateDesigns.addFile', { use: 'picture' });
    expect(added).toMatchObject({ name: 'Signature.svg', kind: 'drawing', facts: { width: 10, height: 5 } });
  });

  test('of several pages gives the page that was asked for, and says so', async () => {
    put('Book.pdf', await backgroundPdf(300));
    const first = await desk.call('certificateDesigns.addFile', { use: 'background' });
    expect(first?.facts.note).toBe('Page 1 of 300; the others were left out.');
    expect((await desk.call('certificateDesigns.addFile', { use: 'background', page: 7 }))?.facts.note).toContain(
      'Page 7',
    );
    expect(await refused('certificateDesigns.addFile', { use: 'background', page: 301 })).toBe(
      '“Book.pdf” has 300 pages, so it has no page 301. Choose another page.',
    );
  });

  const sixtyFive = 65 * 1024 * 1024;
  test.each([
    ['more than 64 MB', 'background', 'Huge.pdf', () => Buffer.alloc(sixtyFive), 'is larger than 64 MB'],
    [
      'a password',
      'background',
      'Locked.pdf',
      () => backgroundPdf(1, { userPassword: 'x', pdfVersion: '1.7' }),
      'has a password',
    ],
    [
      'a PDF cut off',
      'background',
      'Cut.pdf',
      async () => (await backgroundPdf()).subarray(0, 300),
      'can’t be read as a PDF',
    ],
    ['30,000 pixels', 'background', 'Wide.png', () => pngOf(30_000, 20), 'is 30,000 × 20 pixels'],
    ['a picture cut off', 'picture', 'Cut.png', () => pngOf(100, 100).subarray(0, 60), 'damaged or cut off'],
    ['too few pixels for its size', 'picture', 'Short.png', () => pngOf(100, 100), 'damaged or cut off'],
    [
      'no picture at all',
      'picture',
      'Notes.png',
      () => Buffer.from('Dear all'),
      'is not a picture that can be printed',
    ],
    ['a JPEG cut off', 'picture', 'Cut.jpg', () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'rare kind of JPEG'],
    ['a PDF as a signature', 'picture', 'Name.pdf', () => backgroundPdf(), 'a PDF can be the background'],
    [
      'text in a drawing',
      'picture',
      'Text.svg',
      () => Buffer.from('<svg viewBox="0 0 9 9"><text>Hi</text></svg>'),
      '“text”',
    ],
    ['a drawing cut off', 'picture', 'Cut.svg', () => Buffer.from(inkedSvg.slice(0, 90)), 'damaged or cut off'],
    ['nothing in it', 'background', 'Empty.pdf', () => Buffer.alloc(0), 'is empty'],
    ['no font', 'font', 'Letter.ttf', () => Buffer.from('Dear all, this is not a font'), 'is not a font file'],
  ] as const)('with %s is refused with a sentence, and nothing is kept', async (_, use, name, make, sentence) => {
    put(name, await make());
    expect(await refused('certificateDesigns.addFile', { use })).toContain(sentence);
    expect((await desk.call('certificateDesigns.list', {})).files).toEqual([]);
  });

  test('that vanished meanwhile is told', async () => {
    put('Signature.svg', inkedSvg);
    rmSync(path.join(desk.folder, 'Signature.svg'));
    expect(await refused('certificateDesigns.addFile', { use: 'picture' })).toContain('can’t be found');
  });
});
