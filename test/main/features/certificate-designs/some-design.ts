import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DesignFile, DesignMaterial } from '../../../../main/features/certificate-designs/material.ts';
import type { CertificateInput } from '../../../../main/features/graduates/certificate-paper.ts';
import { takePage } from '../../../../main/papers/pdf-pages.ts';
import { builtInDesign } from '../../../../main/rules/certificate-designs/built-in.ts';
import {
  type CertificateDesignDocument,
  CertificateDesignId,
  CertificateFileId,
} from '../../../../shared/model/certificate-designs.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { CertificatePaper } from '../../../../shared/model/graduates.ts';

export const designId = CertificateDesignId.parse('019ad000-0000-7000-8000-0000000000dd');
export const fileId = (last: number): CertificateFileId =>
  CertificateFileId.parse(`019ad000-0000-7000-8000-${String(last).padStart(12, '0')}`);

/** What the certificates of these tests say. */
export const words: CertificatePaper = {
  design: 'own',
  program: 'AL-CTO',
  organization: 'Alabama Leaders in Educational Technology',
  cohort: 'Foxtrot',
  title: 'AL-CTO Certification',
  statement:
    'This certifies that {name} has completed the six courses of the {program} program with the {cohort} Cohort, {date}.',
  signatories: [
    { name: 'Mara Lindqvist', role: 'Program Lead' },
    { name: 'Dr. Ada Birch', role: 'VP of Professional Learning' },
  ],
};

/** Certificates of these people, by the design of these tests. */
export const certificatesOf = (names: readonly string[]): CertificateInput[] =>
  names.map((name, at) => ({
    name,
    paper: words,
    designId,
    number: `AL-CTO-${String(at + 1).padStart(5, '0')}0`,
    issuedOn: CivilDate.parse('2025-06-13'),
  }));

/** A PDF of so many pages as an association would send it: pale pages with a line of text on each. */
export function backgroundPdf(pages = 1, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const doc = new PDFDocument({ size: [792, 612], margin: 0, autoFirstPage: false, ...options });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  for (let page = 1; page <= pages; page += 1) {
    doc.addPage().rect(20, 20, 752, 572).fill('#f3ead2');
    doc.fillColor('#7a5c12').fontSize(20).text(`Letterhead ${page}`, 60, 40, { lineBreak: false });
  }
  const whole = new Promise<Buffer>((resolve) => doc.on('end', () => resolve(Buffer.concat(parts))));
  doc.end();
  return whole;
}

/** The classic fields over a page of such a PDF; what is given takes the place of what they are. */
export async function ownDesign(change: Partial<CertificateDesignDocument> = {}): Promise<DesignMaterial> {
  const page = await takePage(await backgroundPdf(), 1);
  if (page.kind !== 'page') throw new Error(page.kind);
  const { width, height, bytes } = page;
  return {
    document: {
      ...builtInDesign('classic', words.signatories.length),
      background: { kind: 'file', file: fileId(1) },
      ...change,
    },
    files: [{ id: fileId(1), kind: 'page', facts: { width, height, note: null }, bytes }],
  };
}

const packages = createRequire(import.meta.url);

/** A font file as a lead would add it. */
export const fontOf = (id: CertificateFileId, file: string): DesignFile => ({
  id,
  kind: 'font',
  facts: { width: 0, height: 0, note: null },
  bytes: readFileSync(packages.resolve(`@expo-google-fonts/${file}`)),
});
