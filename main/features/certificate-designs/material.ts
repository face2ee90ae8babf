import { createHash } from 'node:crypto';
import {
  type CertificateDesignDocument,
  type CertificateFileFacts,
  type CertificateFileId,
  type CertificateFileKind,
  certificatePapers,
} from '../../../shared/model/certificate-designs.ts';
import type { Drawing, PaperSize, Picture } from '../../papers/paper.ts';
import { drawPage } from '../../papers/pdf-pages.ts';
import { engravedBorder, ruledBorder } from './border.ts';
import { DesignFonts } from './design-fonts.ts';
import { DrawnFile } from './drawn-file.ts';

/** A file of a design as it goes to the thread that draws. */
export interface DesignFile {
  readonly id: CertificateFileId;
  readonly kind: CertificateFileKind;
  readonly facts: CertificateFileFacts;
  readonly bytes: Uint8Array;
}

/** A design with all that it is drawn with. */
export interface DesignMaterial {
  readonly document: CertificateDesignDocument;
  readonly files: readonly DesignFile[];
}

/** Something that is put into a box as a whole: pixels, a page, or a drawing, with its own size. */
export type Placeable = PaperSize & ({ readonly picture: Picture } | { readonly drawing: Drawing });

/** A design ready to be drawn, page after page. */
export interface ReadyDesign {
  readonly document: CertificateDesignDocument;
  readonly size: PaperSize;
  readonly background: Placeable | null;
  readonly pictures: ReadonlyMap<CertificateFileId, Placeable>;
  readonly fonts: DesignFonts;
}

// A page of a PDF is seen on the screen and printed from there: 220 dots an inch on Letter.
const pixelsAcross = 2_420;

/** Makes a design ready to be drawn: what a page of a PDF looks like is only drawn where someone will look at it. */
export async function readyDesign({ document, files }: DesignMaterial, forScreen: boolean): Promise<ReadyDesign> {
  const size = certificatePapers[document.paper];
  const pictures = new Map<CertificateFileId, Placeable>();
  for (const file of files) {
    if (file.kind !== 'font') pictures.set(file.id, await placeable(file, forScreen));
  }
  const fonts = new DesignFonts(document, files);
  const { background } = document;
  if (background.kind === 'file') {
    return { document, size, background: pictures.get(background.file) ?? null, pictures, fonts };
  }
  const drawing =
    background.drawing === 'none' ? null : background.drawing === 'ruled' ? ruledBorder(size) : engravedBorder(size);
  return { document, size, background: drawing && { ...size, drawing }, pictures, fonts };
}

async function placeable({ kind, facts, bytes }: DesignFile, forScreen: boolean): Promise<Placeable> {
  const { width, height } = facts;
  // The same file has the same name in every paper, so that two renderings of it are alike.
  const name = `F${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  switch (kind) {
    case 'png':
    case 'jpeg':
      return { width, height, picture: { name, source: { kind, bytes } } };
    case 'page': {
      const screen = forScreen ? await drawPage(bytes, pixelsAcross) : null;
      return { width, height, picture: { name, source: { kind, bytes, screen } } };
    }
    case 'drawing': {
      const { paths } = DrawnFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
      return { width, height, drawing: { name, size: { width, height }, paths } };
    }
    case 'font':
      throw new Error('A font is not drawn by itself.');
  }
}
