import type { Application } from '../../../shared/model/applicants.ts';
import { Answers } from '../../../shared/model/applicants.ts';
import { aboutImportField, type ImportField } from '../../../shared/model/imports.ts';
import { fromJson, toJson } from '../../../shared/model/json.ts';
import { sayPhone } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import type { ApplicationFacts } from './application-facts.ts';
import type { Namesake } from './same-person.ts';
import type { PersonRow } from './sheet-rows.ts';
import { isEmptyCell } from './values.ts';

/** The answers of a form that an application keeps, understood. */
type Understood = ApplicationFacts['answers'];

/**
 * What a later sending makes of the answers that are known: each that it gives replaces the one before, one that it
 * leaves empty takes nothing away. Words that no one understands are an answer, and a lead looks at them.
 */
export function answersAfter(
  before: Application,
  facts: ApplicationFacts,
  row: PersonRow,
  has: (field: ImportField) => boolean,
): Partial<Understood> {
  const { membership, highestPost, yearsInEducation, payment, needs } = facts.answers;
  const isSaid = (field: keyof Understood, value: unknown): boolean => {
    if (!has(field)) return false;
    // “None” of someone who had needs is an answer; of a membership it was understood already.
    const isBlank = field === 'needs' ? tidy(row.typed(field)) === '' : isEmptyCell(row.typed(field));
    return !isBlank || (value !== null && (field !== 'payment' || before.payment === null));
  };
  return {
    ...(isSaid('membership', membership) && { membership }),
    ...(isSaid('highestPost', highestPost) && { highestPost }),
    ...(isSaid('yearsInEducation', yearsInEducation) && { yearsInEducation }),
    ...(isSaid('payment', payment) && { payment }),
    ...(isSaid('needs', needs) && { needs }),
  };
}

/** The typed answers of an application after a later sending: cells that it leaves empty keep what was typed before. */
export const typedAfter = (before: Application, row: PersonRow): Application['answers'] => {
  const filled = Object.entries(row.answers).filter(([, typed]) => tidy(typed) !== '');
  return toJson({ ...fromJson(Answers, before.answers), ...Object.fromEntries(filled) });
};

/** What is known of someone where a row's cell is empty, field by field, as a lead reads it. */
export function keptWhereEmpty(
  row: PersonRow,
  has: (field: ImportField) => boolean,
  { person, application, place }: Namesake,
  policy: Policy,
): ReadonlyMap<ImportField, string> {
  const membership = policy.memberships.find(({ id }) => id === application?.membership)?.name;
  const known: readonly (readonly [ImportField, string | number | null | undefined])[] = [
    ['email', person.email],
    ['givenName', person.givenName],
    ['familyName', person.familyName],
    ['certificateName', person.certificateName],
    ['organization', place],
    ['jobTitle', person.jobTitle],
    ['highestPost', application?.highestPost],
    ['membership', membership],
    ['yearsInEducation', application?.yearsInEducation],
    ['phone', person.phone === null ? null : sayPhone(person.phone)],
    ['payment', application?.payment],
    ['needs', application?.needs],
  ];
  return new Map(
    known.flatMap(([field, value]): [ImportField, string][] =>
      value === null || value === undefined || value === '' || !has(field) || tidy(row.typed(field)) !== ''
        ? []
        : [[field, String(value)]],
    ),
  );
}

/** `Left blank here; what is known stays: membership (Delegate Member), years in education (12).`; null: nothing is. */
export function sayKept(kept: ReadonlyMap<ImportField, string>): string | null {
  if (kept.size === 0) return null;
  const each = [...kept].map(([field, value]) => `${aboutImportField[field].said} (${value})`);
  return `Left blank here; what is known stays: ${each.join(', ')}.`;
}
