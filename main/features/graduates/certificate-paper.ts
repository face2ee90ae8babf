import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CertificateText } from '../../../shared/model/program.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { FontName } from '../../papers/fonts.ts';
import { fontFor, printable } from '../../papers/glyphs.ts';
import type { Pen } from '../../papers/pen.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { certificateBorder, pageHeight, pageWidth } from './certificate-border.ts';
import { type CertificatePage, drawCertificate } from './certificate-page.ts';

/** A certificate to be printed. */
export interface CertificateInput {
  readonly name: string;
  readonly cohort: string;
  /** Such as `AL-CTO-100072`; the QR code says it where there is no statement. */
  readonly number: string;
  /** The signed statement as the QR code holds it, with the address before it where there is one; left out: nobody signs. */
  readonly code?: string | undefined;
  readonly issuedOn: CivilDate;
}

/** What every certificate of a program says. */
export type CertificateWords = Omit<CertificateText, 'address'> & {
  readonly program: string;
  readonly organization: string;
};

/** A certificate that was left out, and a sentence that says why and what to do. */
interface RefusedCertificate {
  readonly number: string;
  readonly name: string;
  readonly sentence: string;
}

export interface CertificatesWritten {
  readonly printed: number;
  readonly refused: readonly RefusedCertificate[];
}

/**
 * Writes certificates as a PDF, a landscape Letter page each, with selectable and tagged text. A name that no
 * typeface here covers is left out and told; the others are printed. Refuses where nothing can be printed, where
 * the program's own words can't be, and where the file can't be written.
 */
export async function writeCertificates(
  file: string,
  certificates: readonly CertificateInput[],
  words: CertificateWords,
  options: PaperOptions = {},
): Promise<Result<CertificatesWritten>> {
  const faults = wordsNotCovered(words);
  if (faults.length > 0)
    return refuse('No certificate was printed: its text needs letters that no font here has.', faults);
  const pages: CertificatePage[] = [];
  const refused: RefusedCertificate[] = [];
  for (const certificate of certificates) {
    const sentence = whyNotPrintable(certificate);
    if (sentence === null) pages.push(pageOf(certificate, words));
    else refused.push({ number: certificate.number, name: certificate.name, sentence });
  }
  if (pages.length === 0) {
    const why = certificates.length === 0 ? 'choose at least one graduate.' : 'none of the names can be set.';
    return refuse(
      `No certificate was printed: ${why}`,
      refused.map(({ sentence }) => sentence),
    );
  }
  const cohorts = [...new Set(certificates.map(({ cohort }) => printable(cohort)))];
  const written = await writePaper(
    file,
    {
      title: `${printable(words.title)}: ${printable(words.program)} ${cohorts.join(', ')}`.trim(),
      author: printable(words.organization),
      subject: countOf(pages.length, 'certificate'),
      size: { width: pageWidth, height: pageHeight },
      carries: carriedBy(pages),
      now: options.now,
    },
    (pen) => draw(pen, pages, options),
    options,
  );
  return written.ok ? done({ printed: pages.length, refused }) : written;
}

/** The statements, so that a program reads them from the file as it is; each under a name of its own. */
const carriedBy = (pages: readonly CertificatePage[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pages.flatMap(({ code, number }, at) => (code === number ? [] : [[`Statement${at + 1}`, code]])));

async function draw(pen: Pen, pages: readonly CertificatePage[], { onProgress }: PaperOptions): Promise<void> {
  const border = certificateBorder();
  for (const [index, page] of pages.entries()) {
    await pen.page(() => drawCertificate(pen, page, border), page.name);
    onProgress?.({ done: index + 1, total: pages.length });
  }
}

const longDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const serif: readonly [FontName, ...FontName[]] = ['serif', 'serif-bold', 'sans', 'sans-bold'];

function pageOf(certificate: CertificateInput, words: CertificateWords): CertificatePage {
  const day = longDay.format(new Date(`${certificate.issuedOn}T00:00:00Z`));
  const name = printable(certificate.name);
  const fields: Record<string, string> = { name, program: words.program, cohort: certificate.cohort, date: day };
  const filled = (text: string): string =>
    printable(text.replace(/\{(name|program|cohort|date)\}/g, (_, field: string) => fields[field] ?? ''));
  const split = words.statement.indexOf('{name}');
  return {
    number: printable(certificate.number),
    code: certificate.code ?? printable(certificate.number),
    day,
    organization: printable(words.organization),
    title: printable(words.title),
    before: split === -1 ? '' : filled(words.statement.slice(0, split)),
    name,
    after: filled(split === -1 ? words.statement : words.statement.slice(split + '{name}'.length)),
    signatories: words.signatories.map(({ name: who, role }) => ({ name: printable(who), role: printable(role) })),
  };
}

function whyNotPrintable({ name, number, cohort }: CertificateInput): string | null {
  const text = printable(name);
  if (text === '') return `${number} has no name: enter the name for the certificate, then print again.`;
  const found = fontFor(text, ['serif-bold', 'sans-bold']);
  if (!found.ok) {
    return `${text}: no font here has ${sayCharacters(found.missing)}. Enter the name for the certificate in Latin, Greek or Cyrillic letters, then print again.`;
  }
  for (const other of [number, cohort]) {
    const set = fontFor(printable(other), ['sans', 'serif']);
    if (!set.ok)
      return `${text}: no font here has ${sayCharacters(set.missing)} of “${other}”. Change it, then print again.`;
  }
  return null;
}

function wordsNotCovered(words: CertificateWords): string[] {
  const texts = [words.title, words.statement, words.program, words.organization];
  const signed = words.signatories.flatMap(({ name, role }) => [name, role]);
  return [...texts, ...signed].flatMap((text) => {
    const found = fontFor(printable(text), serif);
    return found.ok ? [] : [`“${text}” has ${sayCharacters(found.missing)}. Change it in Settings, then print again.`];
  });
}

function sayCharacters(characters: readonly string[]): string {
  const few = characters.slice(0, 8).map((character) => `“${character}”`);
  const last = few.length > 1 ? ` and ${few.pop()}` : '';
  return `${few.join(', ')}${last}${characters.length > 8 ? ' and more' : ''}`;
}
