import type { DesignField } from '../../../shared/model/certificate-designs.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';

/** Everything that a certificate says, ready to be set. */
export interface CertificateWords {
  readonly organization: string;
  readonly program: string;
  readonly title: string;
  /** With its fields in braces. */
  readonly statement: string;
  readonly name: string;
  readonly cohort: string;
  /** `June 13, 2025`. */
  readonly day: string;
  readonly number: string;
  readonly signatories: readonly { readonly name: string; readonly role: string }[];
}

const longDay = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** A day as a certificate says it: `June 13, 2025`. */
export const sayCertificateDay = (day: CivilDate): string => longDay.format(new Date(`${day}T00:00:00Z`));

/** What may be in braces in a statement; in own words the number too. */
const statementFields: readonly string[] = ['name', 'program', 'cohort', 'date'];
const wordFields: readonly string[] = [...statementFields, 'number'];

const braces = /\{([a-z]+)\}/g;

function filled(text: string, words: CertificateWords, fields: readonly string[]): string {
  const values: Record<string, string> = {
    name: words.name,
    program: words.program,
    cohort: words.cohort,
    date: words.day,
    number: words.number,
  };
  return text.replace(braces, (whole, field: string) => (fields.includes(field) ? (values[field] ?? whole) : whole));
}

/** The fields in braces in own words that there are none of. */
export const unknownFields = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(braces)].map(([, field = '']) => field).filter((field) => !wordFields.includes(field))),
];

/** What the statement says before the name, and after it; a statement without the name comes after it whole. */
export function aroundName(words: CertificateWords): { readonly opening: string; readonly closing: string } {
  const { statement } = words;
  const fill = (text: string): string => filled(text, words, statementFields);
  const split = statement.indexOf('{name}');
  if (split === -1) return { opening: '', closing: fill(statement) };
  return {
    opening: fill(statement.slice(0, split)),
    closing: fill(statement.slice(split + '{name}'.length)),
  };
}

/** What a field of text says on a certificate; empty: nothing is set there. */
export function textOf(field: Extract<DesignField, { kind: 'text' }>, words: CertificateWords): string {
  switch (field.source) {
    case 'opening':
      return aroundName(words).opening;
    case 'closing':
      return aroundName(words).closing;
    case 'date':
      return words.day;
    case 'words':
      return filled(field.words, words, wordFields);
    default:
      return words[field.source];
  }
}
