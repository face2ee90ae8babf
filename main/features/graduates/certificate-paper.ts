import {
  builtInDesigns,
  type CertificateDesignId,
  certificatePapers,
  type DesignFont,
} from '../../../shared/model/certificate-designs.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CertificatePaper } from '../../../shared/model/graduates.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { printable } from '../../papers/glyphs.ts';
import type { PaperSize } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { builtInDesign } from '../../rules/certificate-designs/built-in.ts';
import { aroundName, type CertificateWords, sayCertificateDay } from '../../rules/certificate-designs/words.ts';
import { engravedBorder } from '../certificate-designs/border.ts';
import { DesignFonts } from '../certificate-designs/design-fonts.ts';
import { type DesignMaterial, type ReadyDesign, readyDesign } from '../certificate-designs/material.ts';
import { drawDesigned } from '../certificate-designs/page.ts';
import { textsOnPage, whyNotSet } from '../certificate-designs/unprintable.ts';
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
  /** The version of the leads’ own design that it was issued with; left out: one that comes with the app. */
  readonly designId?: CertificateDesignId | null;
}

/** The leads' own designs that some certificates were issued with, each version once. */
export type OwnDesigns = Readonly<Partial<Record<CertificateDesignId, DesignMaterial>>>;

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
      readonly input: PaperJob & { readonly certificates: readonly CertificateInput[]; readonly designs: OwnDesigns };
      readonly output: CertificatesWritten;
    };
  }
}

/**
 * Writes certificates as a PDF, a page each by the design that it was issued with, with selectable and tagged text. One whose name or words
 * no typeface here covers is left out and told; the others are printed. Refuses where nothing can be printed, and where
 * the file can't be written.
 */
export async function writeCertificates(
  file: string,
  certificates: readonly CertificateInput[],
  { designs = {}, ...options }: PaperOptions & { readonly designs?: OwnDesigns } = {},
): Promise<Result<CertificatesWritten>> {
  const pages: CertificateInput[] = [];
  const refused: RefusedCertificate[] = [];
  const looks = new Map<string, Look>();
  for (const certificate of certificates) {
    const key = lookOf(certificate);
    const look = looks.get(key) ?? (await makeLook(certificate, designs, options.preview !== undefined));
    looks.set(key, look);
    const sentence = whyNotPrintable(certificate, look);
    if (sentence === null) pages.push(certificate);
    else refused.push({ number: certificate.number, name: certificate.name, sentence });
  }
  if (pages.length === 0) {
    const why = certificates.length === 0 ? 'choose at least one graduate.' : 'none of them can be set.';
    return refuse(`No certificate was printed: ${why}`, [...new Set(refused.map(({ sentence }) => sentence))]);
  }
  const each = (word: (paper: CertificatePaper) => string): string =>
    [...new Set(certificates.map(({ paper }) => printable(word(paper))))].join(', ');
  const written = await writePaper(
    file,
    {
      title: `${each(({ title }) => title)}: ${each(({ program }) => program)} ${each(({ cohort }) => cohort)}`.trim(),
      author: each(({ organization }) => organization),
      subject: countOf(pages.length, 'certificate'),
      size: certificatePapers.letter,
      carries: carriedBy(pages),
      now: options.now,
    },
    (pen) => draw(pen, pages, looks, options),
    options,
  );
  return written.ok ? done({ printed: pages.length, refused }) : written;
}

/** The statements, so that a program reads them from the file as it is; each under a name of its own. */
const carriedBy = (certificates: readonly CertificateInput[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    certificates.flatMap(({ code }, at) => (code === undefined ? [] : [[`Statement${at + 1}`, code]])),
  );

async function draw(
  pen: Pen,
  certificates: readonly CertificateInput[],
  looks: ReadonlyMap<string, Look>,
  { onProgress }: PaperOptions,
): Promise<void> {
  for (const [index, certificate] of certificates.entries()) {
    const look = looks.get(lookOf(certificate));
    if (!look) continue;
    const words = wordsOf(certificate);
    await pen.page(() => look.draw(pen, words, certificate.code ?? words.number), words.name, look.size);
    onProgress?.({ done: index + 1, total: certificates.length });
  }
}

/** How certificates of a design are drawn, and on which paper. */
interface Look {
  readonly size: PaperSize;
  readonly fonts: DesignFonts;
  /** Every text but the name and the number, with the font that is wanted for it. */
  texts(words: CertificateWords): readonly (readonly [text: string, font: DesignFont])[];
  draw(pen: Pen, words: CertificateWords, code: string): void;
}

/** Certificates with the same are drawn alike: a built-in design makes room for its signatories. */
const lookOf = ({ paper, designId }: CertificateInput): string =>
  designId ?? `${paper.design} ${paper.signatories.length}`;

async function makeLook(
  { paper, designId, number }: CertificateInput,
  designs: OwnDesigns,
  forScreen: boolean,
): Promise<Look> {
  if (paper.design === 'engraved') {
    const border = engravedBorder(certificatePapers.letter);
    return {
      size: certificatePapers.letter,
      fonts: new DesignFonts({ fonts: [] }, []),
      texts: ({ title, statement, program, organization, cohort, signatories }) =>
        [title, statement, program, organization, cohort, ...signatories.flatMap(({ name, role }) => [name, role])].map(
          (text) => [printable(text), 'serif'],
        ),
      draw: (pen, words, code) => drawCertificate(pen, pageOf(words, code), border),
    };
  }
  const builtIn = builtInDesigns.find((known) => known === paper.design);
  const material = builtIn
    ? { document: builtInDesign(builtIn, paper.signatories.length), files: [] }
    : designId && designs[designId];
  if (!material) throw new Error(`The certificate ${number} names a design that is not there.`);
  const design: ReadyDesign = await readyDesign(material, forScreen);
  return {
    size: design.size,
    fonts: design.fonts,
    texts: (words) => textsOnPage(design.document, words),
    draw: (pen, words, code) => drawDesigned(pen, { words, code }, design),
  };
}

/** What a certificate says, every text printable. */
function wordsOf({ paper, name, number, issuedOn }: CertificateInput): CertificateWords {
  return {
    organization: printable(paper.organization),
    program: printable(paper.program),
    title: printable(paper.title),
    statement: paper.statement,
    name: printable(name),
    cohort: printable(paper.cohort),
    day: sayCertificateDay(issuedOn),
    number: printable(number),
    signatories: paper.signatories.map((each) => ({ name: printable(each.name), role: printable(each.role) })),
  };
}

function pageOf(words: CertificateWords, code: string): CertificatePage {
  const { opening, closing } = aroundName(words);
  const { organization, title, name, number, day, signatories } = words;
  return {
    organization,
    title,
    name,
    number,
    day,
    signatories,
    code,
    before: printable(opening),
    after: printable(closing),
  };
}

/** Why a certificate can't be set, with what to do; null where it can. */
function whyNotPrintable(certificate: CertificateInput, { fonts, texts }: Look): string | null {
  const words = wordsOf(certificate);
  const { name, number } = words;
  if (name === '') return `${certificate.number} has no name: enter the name for the certificate, then print again.`;
  const byName = whyNotSet(name, 'serif-bold', fonts);
  if (byName) {
    return `${name}: ${byName.why}. Enter the name for the certificate in Latin, Greek or Cyrillic letters, then print again.`;
  }
  const byNumber = whyNotSet(number, 'sans', fonts);
  if (byNumber) return `${name}: ${byNumber.why} of the number “${number}”.`;
  for (const [text, font] of texts(words)) {
    const found = whyNotSet(text, font, fonts);
    // The words that a certificate was issued with never change, so the policy is where to look.
    if (found) {
      const why = `${found.why[0]?.toUpperCase()}${found.why.slice(1)}`;
      return `${why} of “${text}”. Undo the graduation, change the words in Settings, and graduate again.`;
    }
  }
  return null;
}
