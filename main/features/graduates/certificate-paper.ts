import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CertificateDesign, CertificatePaper } from '../../../shared/model/graduates.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { FontName } from '../../papers/fonts.ts';
import { fontFor, printable } from '../../papers/glyphs.ts';
import type { Drawing } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { certificateBorder, pageHeight, pageWidth } from './certificate-border.ts';
import { type CertificatePage, drawCertificate } from './certificate-page.ts';

/** A certificate to be printed, with all that it said when it was issued. */
export interface CertificateInput {
  readonly name: string;
  /** Such as `AL-CTO-100072`; the QR code says it where there is no statement. */
  readonly number: string;
  /** The signed statement as the QR code holds it, with the address before it where there is one; left out: no one signs. */
  readonly code?: string | undefined;
  readonly issuedOn: CivilDate;
  readonly paper: CertificatePaper;
}

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

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeCertificates: {
      readonly input: PaperJob & { readonly certificates: readonly CertificateInput[] };
      readonly output: CertificatesWritten;
    };
  }
}

/**
 * Writes certificates as a PDF, a landscape Letter page each, with selectable and tagged text. One whose name or words
 * no typeface here covers is left out and told; the others are printed. Refuses where nothing can be printed, and where
 * the file can't be written.
 */
export async function writeCertificates(
  file: string,
  certificates: readonly CertificateInput[],
  options: PaperOptions = {},
): Promise<Result<CertificatesWritten>> {
  const pages: CertificatePage[] = [];
  const refused: RefusedCertificate[] = [];
  // Certificates of one day share their paper, and its words are looked at once.
  const papers = new Map<CertificatePaper, string | null>();
  for (const certificate of certificates) {
    const { paper } = certificate;
    if (!papers.has(paper)) papers.set(paper, whyWordsNotPrintable(paper));
    const sentence = whyNameNotPrintable(certificate) ?? papers.get(paper) ?? null;
    if (sentence === null) pages.push(pageOf(certificate));
    else refused.push({ number: certificate.number, name: certificate.name, sentence });
  }
  if (pages.length === 0) {
    const why = certificates.length === 0 ? 'choose at least one graduate.' : 'none of them can be set.';
    return refuse(`No certificate was printed: ${why}`, [...new Set(refused.map(({ sentence }) => sentence))]);
  }
  const each = (word: (paper: CertificatePaper) => string): string =>
    [...new Set([...papers.keys()].map((paper) => printable(word(paper))))].join(', ');
  const written = await writePaper(
    file,
    {
      title: `${each(({ title }) => title)}: ${each(({ program }) => program)} ${each(({ cohort }) => cohort)}`.trim(),
      author: each(({ organization }) => organization),
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

/** The drawing that all certificates of a design share. A new design is one more line; none is ever changed. */
const borders: Readonly<Record<CertificateDesign, () => Drawing>> = { engraved: certificateBorder };

/** The statements, so that a program reads them from the file as it is; each under a name of its own. */
const carriedBy = (pages: readonly CertificatePage[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pages.flatMap(({ code, number }, at) => (code === number ? [] : [[`Statement${at + 1}`, code]])));

async function draw(pen: Pen, pages: readonly CertificatePage[], { onProgress }: PaperOptions): Promise<void> {
  const drawn = new Map<CertificateDesign, Drawing>();
  for (const [index, page] of pages.entries()) {
    const border = drawn.get(page.design) ?? borders[page.design]();
    drawn.set(page.design, border);
    await pen.page(() => drawCertificate(pen, page, border), page.name);
    onProgress?.({ done: index + 1, total: pages.length });
  }
}

const longDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const serif: readonly [FontName, ...FontName[]] = ['serif', 'serif-bold', 'sans', 'sans-bold'];

function pageOf({ paper: words, ...certificate }: CertificateInput): CertificatePage {
  const day = longDay.format(new Date(`${certificate.issuedOn}T00:00:00Z`));
  const name = printable(certificate.name);
  const fields: Record<string, string> = { name, program: words.program, cohort: words.cohort, date: day };
  const filled = (text: string): string =>
    printable(text.replace(/\{(name|program|cohort|date)\}/g, (_, field: string) => fields[field] ?? ''));
  const split = words.statement.indexOf('{name}');
  return {
    design: words.design,
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

function whyNameNotPrintable({ name, number }: CertificateInput): string | null {
  const text = printable(name);
  if (text === '') return `${number} has no name: enter the name for the certificate, then print again.`;
  const found = fontFor(text, ['serif-bold', 'sans-bold']);
  if (!found.ok) {
    return `${text}: no font here has ${sayCharacters(found.missing)}. Enter the name for the certificate in Latin, Greek or Cyrillic letters, then print again.`;
  }
  const set = fontFor(printable(number), ['sans', 'serif']);
  return set.ok ? null : `${text}: no font here has ${sayCharacters(set.missing)} of the number “${number}”.`;
}

/** Why the words that a certificate was issued with can't be set; they never change, so the policy is where to look. */
function whyWordsNotPrintable({ signatories, ...words }: CertificatePaper): string | null {
  const { title, statement, program, organization, cohort } = words;
  const signed = signatories.flatMap(({ name, role }) => [name, role]);
  for (const text of [title, statement, program, organization, cohort, ...signed]) {
    const found = fontFor(printable(text), serif);
    if (!found.ok) {
      return `No font here has ${sayCharacters(found.missing)} of “${text}”. Undo the graduation, change the words in Settings, and graduate again.`;
    }
  }
  return null;
}

function sayCharacters(characters: readonly string[]): string {
  const few = characters.slice(0, 8).map((character) => `“${character}”`);
  const last = few.length > 1 ? ` and ${few.pop()}` : '';
  return `${few.join(', ')}${last}${characters.length > 8 ? ' and more' : ''}`;
}
