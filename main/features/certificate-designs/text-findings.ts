import {
  type DesignFinding,
  type DesignFont,
  pointsPerMillimeter,
  sayField,
} from '../../../shared/model/certificate-designs.ts';
import { printable } from '../../papers/glyphs.ts';
import { qrModules } from '../../papers/qr-code.ts';
import { Shaper } from '../../papers/shaping.ts';
import { Typesetter } from '../../papers/typesetter.ts';
import { type CertificateWords, textOf } from '../../rules/certificate-designs/words.ts';
import type { ReadyDesign } from './material.ts';
import type { DesignedCertificate } from './page.ts';
import { correctionOf, layField, signatoryLines } from './page.ts';
import { whyNotSet } from './unprintable.ts';

/** A text that a design can't set as it should: its letters are missing, or it fits at no size that the design allows. */
interface TextTrouble {
  readonly field: string;
  /** What the field is called. */
  readonly said: string;
  readonly text: string;
  /** The end of a sentence: `no font here has “王”`; null: it is too long. */
  readonly why: string | null;
  /** In points. */
  readonly smallest: number;
}

interface SetText {
  readonly text: string;
  readonly font: DesignFont;
  readonly smallest: number;
  readonly fits: boolean;
}

/** What of these words a design can't set as it should, in the order of its fields. The words are printable. */
function textTroubles(
  design: Pick<ReadyDesign, 'document' | 'fonts'>,
  words: CertificateWords,
): readonly TextTrouble[] {
  const type = new Typesetter(new Shaper());
  return design.document.fields.flatMap((field) =>
    textsOf(type, field, design, words).flatMap(({ text, font, smallest, fits }): readonly TextTrouble[] => {
      const why = whyNotSet(text, font, design.fonts)?.why ?? null;
      if (why === null && fits) return [];
      return [{ field: field.id, said: sayField(field), text, why, smallest }];
    }),
  );
}

function textsOf(
  type: Typesetter,
  field: ReadyDesign['document']['fields'][number],
  design: Pick<ReadyDesign, 'fonts'>,
  words: CertificateWords,
): readonly SetText[] {
  if (field.kind === 'text') {
    const text = printable(textOf(field, words));
    if (text === '') return [];
    const { font, smallest } = field.look;
    return [{ text, font, smallest, fits: layField(type, field, text, design).fits }];
  }
  const signatory = field.kind === 'signatory' ? words.signatories[field.which - 1] : undefined;
  if (field.kind !== 'signatory' || !signatory) return [];
  return signatoryLines(type, field, signatory, design).map(({ text, look, laid }) => ({
    text,
    font: look.font,
    smallest: look.smallest,
    fits: laid.fits,
  }));
}

/** At 0.6 mm a square is still read on a copy at 60 %; a square of half a millimeter is not always. */
const safeSquare = 0.6 * pointsPerMillimeter;

/** What is told about a drawn certificate beside its fields: texts that can't be set, and a code of squares too small. */
export function drawnFindings(
  design: Pick<ReadyDesign, 'document' | 'fonts'>,
  { words, code }: DesignedCertificate,
): readonly DesignFinding[] {
  const texts = textTroubles(design, words).map(({ field, said, text, why, smallest }) => ({
    field,
    isGrave: false,
    sentence:
      why === null
        ? `${said}: “${text}” fits only below its smallest size of ${tidy(smallest)} pt. Make the field larger, or its smallest size smaller.`
        : `${said}: ${why} for “${text}”. Add a font that has it, or choose another font.`,
  }));
  const codes = design.document.fields.flatMap(({ kind, id, box }): readonly DesignFinding[] => {
    if (kind !== 'code') return [];
    const side = Math.min(box.width, box.height);
    const enough = qrModules(code, correctionOf(code, words.number)) * safeSquare;
    if (side >= enough - 0.5) return [];
    const sentence = `The code’s squares are too small for a copy that was made smaller. Make it at least ${(Math.ceil((enough / 72) * 20) / 20).toFixed(2)} in wide and high.`;
    return [{ field: id, isGrave: false, sentence }];
  });
  return [...texts, ...codes];
}

const tidy = (value: number): string => String(Math.round(value * 10) / 10);
