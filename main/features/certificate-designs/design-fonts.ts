import {
  type CertificateDesignDocument,
  CertificateFileId,
  type DesignFont,
} from '../../../shared/model/certificate-designs.ts';
import { addFont, type FontName, fontNames } from '../../papers/fonts.ts';
import { fontFor } from '../../papers/glyphs.ts';
import type { DesignFile } from './material.ts';

/** The font that a text is set in, and the characters of it that no font here has. */
interface ChosenFont {
  readonly font: FontName;
  readonly missing: readonly string[];
}

/** The fonts that a design may use: the app's own and those that the leads added to it. */
export class DesignFonts {
  readonly #added = new Map<CertificateFileId, FontName>();
  readonly #also: readonly FontName[];

  constructor({ fonts }: Pick<CertificateDesignDocument, 'fonts'>, files: readonly DesignFile[]) {
    for (const { id, kind, bytes } of files) if (kind === 'font') this.#added.set(id, addFont(bytes));
    this.#also = fonts.flatMap((id) => this.#added.get(id) ?? []);
  }

  /** The font of the field where it has every character, else one of its weight, else one that was added, as a whole. */
  choose(text: string, wanted: DesignFont): ChosenFont {
    const usual = this.#nameOf(wanted);
    const isBold = usual === 'serif-bold' || usual === 'sans-bold';
    const others: readonly FontName[] = isBold ? ['sans-bold', 'serif-bold', 'sans'] : ['sans', 'serif'];
    const found = fontFor(text, [usual, ...others, ...this.#also]);
    return found.ok ? { font: found.font, missing: [] } : { font: usual, missing: found.missing };
  }

  #nameOf(font: DesignFont): FontName {
    const own = fontNames.find((name) => name === font);
    const added = CertificateFileId.safeParse(font).data;
    return own ?? (added && this.#added.get(added)) ?? 'serif';
  }
}
