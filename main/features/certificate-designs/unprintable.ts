import type { CertificateDesignDocument, DesignFont } from '../../../shared/model/certificate-designs.ts';
import { printable } from '../../papers/glyphs.ts';
import { mixesDirections } from '../../papers/shaping.ts';
import { type CertificateWords, textOf } from '../../rules/certificate-designs/words.ts';
import type { DesignFonts } from './design-fonts.ts';

/** A text that can't be set, and why as the end of a sentence: `no font here has “王”`. */
export interface Unprintable {
  readonly text: string;
  readonly why: string;
}

/** Every text that a design sets on a certificate, with the font that is wanted for it. */
export const textsOnPage = (
  { fields }: Pick<CertificateDesignDocument, 'fields'>,
  words: CertificateWords,
): readonly (readonly [text: string, font: DesignFont])[] =>
  fields.flatMap((field) => {
    if (field.kind === 'text') return [[printable(textOf(field, words)), field.look.font] as const];
    const signatory = field.kind === 'signatory' ? words.signatories[field.which - 1] : undefined;
    if (field.kind !== 'signatory' || !signatory) return [];
    return [signatory.name, signatory.role].map((text) => [text, field.look.font] as const);
  });

/** Why a text can't be set; null where it can: every letter has a glyph, and all of them run one way. */
export function whyNotSet(text: string, font: DesignFont, fonts: DesignFonts): Unprintable | null {
  const { missing } = fonts.choose(text, font);
  if (missing.length > 0) return { text, why: `no font here has ${sayCharacters(missing)}` };
  if (mixesDirections(text)) {
    return { text, why: 'letters that run from right to left and others are on one line' };
  }
  return null;
}

/** Characters in quotation marks, the first eight of them. */
export function sayCharacters(characters: readonly string[]): string {
  const few = characters.slice(0, 8).map((character) => `“${character}”`);
  const last = few.length > 1 ? ` and ${few.pop()}` : '';
  return `${few.join(', ')}${last}${characters.length > 8 ? ' and more' : ''}`;
}
