import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CertificateDesignDocument, DesignField } from '../../../../shared/model/certificate-designs.ts';
import { ParticipantId } from '../../../../shared/model/ids.ts';
import { openFoxtrot } from '../graduates/a-foxtrot.ts';
import { backgroundPdf } from './some-design.ts';

type Foxtrot = Awaited<ReturnType<typeof openFoxtrot>>;
let desk: Foxtrot['desk'];
let classic: CertificateDesignDocument;

beforeEach(async () => {
  const opened = await openFoxtrot();
  desk = opened.desk;
  opened.attended('Zoë Adams');
  opened.attended('Ana 王');
  await opened.seed.write(desk);
  classic = (await desk.call('certificateDesigns.open', { choice: 'classic' })).document;
});

const changed = (id: string, change: (field: DesignField) => DesignField): CertificateDesignDocument => ({
  ...classic,
  fields: classic.fields.map((field) => (field.id === id ? change(field) : field)),
});
const draw = (document: CertificateDesignDocument, sample?: 'usual' | 'long' | ParticipantId) =>
  desk.call('certificateDesigns.draw', { document, sample });
const sentencesAt = async (id: string, ...asked: Parameters<typeof draw>): Promise<readonly string[]> =>
  (await draw(...asked)).findings.filter(({ field }) => field === id).map(({ sentence }) => sentence);

describe('A draft of a design', () => {
  test('is drawn as it would print, and nothing of it is saved', async () => {
    const { svg } = await draw(classic);
    expect(svg).toMatch(/^<svg .*viewBox="0 0 792 612"/);
    expect(svg).not.toContain('fill="#fff"');
    expect((await desk.call('certificateDesigns.list', {})).designs.map(({ version }) => version)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('is looked at with any of the program’s people', async () => {
    const people = await desk.call('certificateDesigns.samples', {});
    expect(people.map(({ name }) => name).toSorted()).toEqual(['Ana 王', 'Zoë Adams']);
    const zoe = people.find(({ name }) => name === 'Zoë Adams');
    expect((await draw(classic, zoe?.participantId)).svg).not.toBe((await draw(classic)).svg);
    const gone = ParticipantId.parse('019ad000-0000-7000-8000-0000000000ee');
    expect((await desk.refusal('certificateDesigns.draw', { document: classic, sample: gone })).sentence).toContain(
      'This person’s record was removed',
    );
  });

  test('says before anything is printed which letters of a name no font has', async () => {
    const people = await desk.call('certificateDesigns.samples', {});
    const ana = people.find(({ name }) => name === 'Ana 王');
    expect(await sentencesAt('name', classic, ana?.participantId)).toEqual([
      'Name: no font here has “王” for “Ana 王”. Add a font that has it, or choose another font.',
    ]);
  });

  test('says where a text fits only below its smallest size', async () => {
    const narrow = changed('name', (field) => ({ ...field, box: { ...field.box, width: 90, height: 30 } }));
    expect(await sentencesAt('name', narrow, 'long')).toEqual([
      'Name: “Dr. Maximiliano Alejandro Fernández de la Cruz y Villanueva III” fits only below its smallest size of 25 pt. Make the field larger, or its smallest size smaller.',
    ]);
    expect(await sentencesAt('name', classic, 'long')).toEqual([]);
  });

  test('says where a signatory’s name is too long for its line', async () => {
    const narrow = changed('signatory-1', (field) => ({ ...field, box: { ...field.box, width: 12 } }));
    expect((await sentencesAt('signatory-1', narrow))[0]).toMatch(/^Signatory 1: “.*” fits only below/);
  });

  test('says where the code’s squares are too small for a bad copy', async () => {
    const small = changed('code', (field) => ({ ...field, box: { ...field.box, width: 60, height: 60 } }));
    expect((await sentencesAt('code', small))[0]).toMatch(/^The code’s squares are too small .* at least 1\.\d\d in/);
  });

  test('says what is misplaced at the field that it is about', async () => {
    const off = changed('title', (field) => ({ ...field, box: { ...field.box, x: 700 } }));
    expect((await sentencesAt('title', off))[0]).toBe('Title is partly off the page. Move it back or make it smaller.');
  });

  test('has its background drawn once, apart', async () => {
    const file = path.join(desk.folder, 'Letterhead.pdf');
    writeFileSync(file, await backgroundPdf());
    desk.answers.openFile = file;
    const added = await desk.call('certificateDesigns.addFile', { use: 'background' });
    if (!added) throw new Error('No file');
    const background = { kind: 'file', file: added.id } as const;
    const { svg } = await desk.call('certificateDesigns.drawBackground', { paper: 'letter', background });
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect((await draw({ ...classic, background })).svg).not.toContain('<image ');
  });
});
