import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CertificateInput, writeCertificates } from '../../../../main/features/graduates/certificate-paper.ts';
import { fontFor, missingGlyphs } from '../../../../main/papers/glyphs.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { CertificatePaper } from '../../../../shared/model/graduates.ts';
import { isCancelled } from '../../is-cancelled.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { folder, has, output } from '../../papers/tools.ts';

const issuedOn = CivilDate.parse('2024-10-21');
const words: CertificatePaper = {
  design: 'engraved',
  cohort: 'Foxtrot',
  title: 'Certificate of Completion',
  statement: 'This certifies that {name} has completed the courses of {program} with Cohort {cohort} on {date}.',
  signatories: [
    { name: 'Mara Lindqvist', role: 'Program Lead' },
    { name: 'Dr. Ada Birch', role: 'VP of Professional Learning' },
  ],
  program: 'AL-CTO',
  organization: 'ALET',
};

const forNames = (names: readonly string[], paper = words): CertificateInput[] =>
  names.map((name, index) => ({
    name,
    paper,
    number: `AL-CTO-Foxtrot-${String(index + 1).padStart(3, '0')}`,
    issuedOn,
  }));

const names = [
  'Nguyễn Thị Minh Châu',
  'Siobhán O’Sullivan-Núñez, Ed.D.',
  'Zoë Dávila',
  'Jürgen Müller',
  'Őrsi Erdős',
  'Łukasz Wałęsa',
  'Ștefan Țepeș',
  'Ēriks Ģēģeris',
  'Ana',
];

async function print(certificates: readonly CertificateInput[], paper = words) {
  const file = join(await folder(), 'certificates.pdf');
  const all = certificates.map((certificate) => ({ ...certificate, paper }));
  const result = await writeCertificates(file, all, { now: new Date('2024-10-22T12:00:00Z') });
  return { file, result };
}

const setOn = (page: readonly string[] = []): string => page.map((line) => line.trim()).join(' ');

describe('Certificates', () => {
  test('have a page each with the name, the words, the day and the number, as text', async () => {
    const { file, result } = await print(forNames(names));
    expect(result).toEqual({ ok: true, value: { printed: names.length, refused: [] } });
    const pages = pdfPages(await readFile(file)).map(setOn);
    expect(pages).toHaveLength(names.length);
    for (const [index, name] of names.entries()) {
      expect(pages[index]).toContain(
        `This certifies that ${name} has completed the courses of AL-CTO with Cohort Foxtrot`,
      );
      expect(pages[index]).toContain('on October 21, 2024.');
      expect(pages[index]).toContain('Dr. Ada Birch VP of Professional Learning');
      expect(pages[index]).toContain(`AL-CTO-Foxtrot-00${index + 1}`);
    }
  });

  test.skipIf(!has('pdftotext'))('pdftotext reads every name', async () => {
    const { file } = await print(forNames(names));
    const text = output('pdftotext', '-layout', file, '-').normalize('NFC');
    for (const name of names) expect(text).toContain(name);
    expect(text).toContain('ALET');
  });

  test('take a name apart into letters and accents, or with a stray space, for the same name', async () => {
    const { file } = await print(forNames(['  Nu\u0301n\u0303ez\u00AD \u200B Zoe\u0308 ']));
    expect(setOn(pdfPages(await readFile(file))[0])).toContain('that Núñez Zoë has');
  });

  test('set a name that the serif lacks in the sans, as a whole', async () => {
    const name = 'Ἀλέξανδρος अमित';
    expect(missingGlyphs('serif-bold', name)).not.toEqual([]);
    expect(fontFor(name, ['serif-bold', 'sans-bold'])).toEqual({ ok: true, font: 'sans-bold' });
    const { file, result } = await print(forNames(['Ἀλέξανδρος']));
    expect(result.ok && result.value.printed).toBe(1);
    expect(setOn(pdfPages(await readFile(file))[0])).toContain('Ἀλέξανδρος');
  });

  test('leave out a name that no font has, say which letters, and print the others', async () => {
    const { file, result } = await print(forNames(['Ana', '王小明', 'عائشة', ' ']));
    expect(result).toEqual({
      ok: true,
      value: {
        printed: 1,
        refused: [
          {
            number: 'AL-CTO-Foxtrot-002',
            name: '王小明',
            sentence:
              '王小明: no font here has “王”, “小” and “明”. Enter the name for the certificate in Latin, Greek or Cyrillic letters, then print again.',
          },
          expect.objectContaining({ name: 'عائشة' }),
          expect.objectContaining({
            sentence: 'AL-CTO-Foxtrot-004 has no name: enter the name for the certificate, then print again.',
          }),
        ],
      },
    });
    expect(pdfPages(await readFile(file))).toHaveLength(1);
  });

  test('write nothing where nothing can be printed', async () => {
    const { file, result } = await print(forNames(['王小明']));
    expect(result).toMatchObject({ problem: { reasons: [expect.stringContaining('王小明')] } });
    expect((await print([])).result).toMatchObject({
      problem: { sentence: 'No certificate was printed: choose at least one graduate.' },
    });
    const japanese = await print(forNames(['Ana']), { ...words, title: '証明書' });
    expect(japanese.result).toMatchObject({ problem: { reasons: [expect.stringContaining('“証明書”')] } });
    expect(await readdir(join(file, '..'))).toEqual([]);
  });

  test('keep a page each however long the name, the statement and the roles are', async () => {
    const name = 'Dr. Maximiliano Alejandro Fernández de la Cruz y Villanueva-Montgomery III, Ph.D., Ed.D., CETL';
    const long = { name: 'Bartholomew Featherstonehaugh', role: 'Executive Director of the State Department' };
    const { file, result } = await print(forNames([name, 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)]), {
      ...words,
      statement: `${words.statement} ${'It may be revoked. '.repeat(90)}`,
      signatories: [long, long, long, long],
    });
    expect(result.ok).toBe(true);
    const pages = pdfPages(await readFile(file));
    expect(pages).toHaveLength(2);
    expect(setOn(pages[0])).toContain(name);
  });

  test('put the name where the statement has none, and leave unknown braces alone', async () => {
    const { file } = await print(forNames(['Ana']), { ...words, statement: 'Cohort {cohort}, {hours} hours' });
    expect(setOn(pdfPages(await readFile(file))[0])).toContain('Ana Cohort Foxtrot, {hours} hours');
  });

  test('say what they are: title, language, tags, and one border for all', async () => {
    const { file } = await print(forNames(['Ana', 'Zoë']));
    const pdf = (await readFile(file)).toString('latin1');
    // Not toContain: its message would be the whole file.
    for (const fact of [
      '>Certificate of Completion: AL-CTO Foxtrot<',
      '/DisplayDocTitle true',
      '/Lang (en-US)',
      '/Marked true',
      '/Alt (QR code of the number AL-CTO-Foxtrot-002)',
    ]) {
      expect(pdf.includes(fact), fact).toBe(true);
    }
    expect(pdf.match(/\/Subtype \/Form/g)).toHaveLength(1);
    expect(pdf.match(/\/MediaBox \[0 0 792 612\]/g)).toHaveLength(2);
  });

  test('stop where they are cancelled and leave no file', async () => {
    const at = await folder();
    const stop = new AbortController();
    const result = await writeCertificates(join(at, 'x.pdf'), forNames(Array(200).fill('Ana')), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(await readdir(at)).toEqual([]);
  });

  test('say that the folder is gone', async () => {
    const file = join(await folder(), 'gone', 'x.pdf');
    expect(await writeCertificates(file, forNames(['Ana']))).toMatchObject({
      problem: { sentence: expect.stringContaining('“x.pdf” was not written: the folder') },
    });
  });
});
