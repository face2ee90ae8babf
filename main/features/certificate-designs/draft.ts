import type { CertificateDesignDocument } from '../../../shared/model/certificate-designs.ts';
import { certificatePapers } from '../../../shared/model/certificate-designs.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import type { DrawnBackground, DrawnDesign } from '../../../shared/views/certificate-designs.ts';
import { printable } from '../../papers/glyphs.ts';
import type { Page, PaperSize } from '../../papers/paper.ts';
import { Pen } from '../../papers/pen.ts';
import { previewPage, previewShared, withDrawings } from '../../papers/preview.ts';
import { Shaper } from '../../papers/shaping.ts';
import { Typesetter } from '../../papers/typesetter.ts';
import type { CertificateWords } from '../../rules/certificate-designs/words.ts';
import { type DesignFile, readyDesign } from './material.ts';
import { type DesignedCertificate, drawBackground, drawDesigned } from './page.ts';
import { drawnFindings } from './text-findings.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly drawDesign: {
      readonly input: DesignedCertificate & {
        readonly document: CertificateDesignDocument;
        /** Without the background's. */
        readonly files: readonly DesignFile[];
      };
      readonly output: DrawnDesign;
    };
    readonly drawDesignBackground: {
      readonly input: BackgroundOnly & { readonly files: readonly DesignFile[] };
      readonly output: DrawnBackground;
    };
  }
}

/** A design's sheet alone. */
export type BackgroundOnly = Pick<CertificateDesignDocument, 'paper' | 'background'>;

/** Draws a certificate by a design that isn't saved, for the screen, as it would be printed; its background is drawn once, apart. */
export async function drawDraft(
  document: CertificateDesignDocument,
  files: readonly DesignFile[],
  { words, code }: DesignedCertificate,
): Promise<Result<DrawnDesign>> {
  const design = { ...(await readyDesign({ document, files }, true)), background: null };
  const certificate = { words: printableWords(words), code };
  const svg = await drawn(design.size, 'clear', (pen) => drawDesigned(pen, certificate, design));
  return done({ svg, findings: drawnFindings(design, certificate) });
}

/** Draws what a design has behind its fields, on a sheet of its size. */
export async function drawDraftBackground(
  { paper, background }: BackgroundOnly,
  files: readonly DesignFile[],
): Promise<Result<DrawnBackground>> {
  const design = await readyDesign({ document: { format: 1, paper, background, fields: [], fonts: [] }, files }, true);
  return done({ svg: await drawn(certificatePapers[paper], 'sheet', (pen) => drawBackground(pen, design)) });
}

async function drawn(size: PaperSize, ground: 'sheet' | 'clear', draw: (pen: Pen) => void): Promise<string> {
  const shaper = new Shaper();
  const pages: Page[] = [];
  const pen = new Pen(new Typesetter(shaper), async (page) => void pages.push(page));
  await pen.page(() => draw(pen));
  const [page] = pages;
  if (!page) throw new Error('A page that was drawn is not there.');
  const { svg, drawings } = previewPage(page, size, shaper, ground);
  return withDrawings(svg, drawings.map(previewShared));
}

/** Words as they are set: without what no font has a mark for. */
const printableWords = (words: CertificateWords): CertificateWords => ({
  ...words,
  organization: printable(words.organization),
  program: printable(words.program),
  title: printable(words.title),
  name: printable(words.name),
  cohort: printable(words.cohort),
  number: printable(words.number),
  signatories: words.signatories.map(({ name, role }) => ({ name: printable(name), role: printable(role) })),
});
