import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { engravedBorder } from '../../../main/features/certificate-designs/border.ts';
import { type CertificateInput, writeCertificates } from '../../../main/features/graduates/certificate-paper.ts';
import { type FontName, fontFile, fontNames } from '../../../main/papers/fonts.ts';
import { operatorsOf } from '../../../main/papers/pdf-operators.ts';
import { paperFor } from '../../../main/rules/graduates/certificate-words.ts';
import alCto from '../../../resources/programs/al-cto.json' with { type: 'json' };
import { certificatePapers } from '../../../shared/model/certificate-designs.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import { Policy } from '../../../shared/model/program.ts';
import { type Report, timed } from '../measure.ts';
import { applicantRow } from '../people.ts';

const { width: pageWidth, height: pageHeight } = certificatePapers.letter;
const policy = Policy.parse(alCto);
const words = paperFor(policy, 'Foxtrot', false);

/** Certificates, tagged and with their glyphs checked, beside bare pdfkit drawing the same words, border and code. */
export async function certificates(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-'));
  await writeCertificates(path.join(folder, 'warm.pdf'), graduates(5));
  await bareCertificates(path.join(folder, 'warm.pdf'), graduates(5));
  for (const count of [60, 1_000]) {
    const list = graduates(count);
    const floor = await timed(() => bareCertificates(path.join(folder, 'bare.pdf'), list));
    const ours = await timed(() => writeCertificates(path.join(folder, 'ours.pdf'), list));
    const name = `${count.toLocaleString('en-US')} certificates`;
    report({
      name,
      unit: 's',
      ours: ours / 1_000,
      floor: floor / 1_000,
      floorIs: 'bare pdfkit, the same words, border and code, untagged',
    });
  }
  rmSync(folder, { recursive: true, force: true });
}

const graduates = (count: number): CertificateInput[] =>
  Array.from({ length: count }, (_, number) => {
    const [, , given = '', family = ''] = applicantRow(number);
    return {
      name: `${given} ${family}`,
      paper: words,
      number: `AL-CTO-1${String(number + 1).padStart(4, '0')}0`,
      // As long as a signed statement.
      code: `CDC${String(number).padStart(183, 'ABC:4F7K')}`,
      issuedOn: CivilDate.parse('2025-06-13'),
    };
  });

async function bareCertificates(file: string, list: readonly CertificateInput[]): Promise<void> {
  const document = new PDFDocument({ size: [pageWidth, pageHeight], margin: 0, autoFirstPage: false });
  const written = pipeline(document, createWriteStream(file));
  for (const font of fontNames) document.registerFont(font, fontFile(font));
  const border = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, pageWidth, pageHeight], Resources: {} });
  border.end(Buffer.from(engravedBorder(certificatePapers.letter).paths.map(operatorsOf).join('\n')));
  const line = (font: FontName, size: number, text: string, y: number) =>
    document.font(font).fontSize(size).text(text, 0, y, { width: pageWidth, align: 'center', lineBreak: false });
  for (const { name, number, code } of list) {
    document.addPage();
    Object.assign(document.page.xobjects, { Border: border });
    document.addContent('/Border Do');
    line('sans-bold', 10, words.organization.toUpperCase(), 100);
    line('serif', 40, words.title, 130);
    line('serif', 15.5, 'This certifies that', 225);
    line('serif-bold', 44, name, 255);
    for (const [index, part] of words.statement.match(/.{1,70}(\s|$)/g)?.entries() ?? [])
      line('serif', 15.5, part, 325 + index * 23);
    for (const [index, person] of words.signatories.entries())
      line('sans', 9, `${person.name}, ${person.role}`, 500 + index * 12);
    line('sans', 8.2, number, 560);
    drawCode(document, code ?? number);
  }
  document.end();
  await written;
}

function drawCode(document: PDFKit.PDFDocument, text: string): void {
  const code = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const side = 54 / code.length;
  for (const [row, modules] of code.entries()) {
    for (const [column, dark] of modules.entries())
      if (dark) document.rect(641 + column * side, 466 + row * side, side, side);
  }
  document.fill('black');
}
