import type { Application } from '../../../shared/model/applicants.ts';
import { aboutImportField, type ImportField, type ImportRow } from '../../../shared/model/imports.ts';
import { type Person, sayPhone } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';

type Difference = ImportRow['differences'][number];

const personFields = ['givenName', 'familyName', 'email', 'jobTitle', 'certificateName'] as const;
const applicationFields = ['yearsInEducation', 'payment', 'needs'] as const;

/** What changes of a person, field by field, as the report shows it. */
export function differencesOfPerson(
  before: Person,
  fields: Partial<Omit<Person, 'id'>>,
  placeName: (id: Person['organizationId']) => string,
): Difference[] {
  const after = { ...before, ...fields };
  const plain = personFields.flatMap((field) => differ(field, before[field], after[field]));
  const phones = differ('phone', before.phone && sayPhone(before.phone), after.phone && sayPhone(after.phone));
  const places =
    before.organizationId === after.organizationId
      ? []
      : [
          {
            field: aboutImportField.organization.said,
            before: placeName(before.organizationId),
            after: placeName(after.organizationId),
          },
        ];
  return [...plain, ...phones, ...places];
}

/** What changes of an application, field by field; memberships by their names. */
export function differencesOfApplication(
  before: Application,
  fields: Partial<Application>,
  policy: Policy,
): Difference[] {
  const after = { ...before, ...fields };
  const nameOf = (id: string | null): string =>
    policy.memberships.find((membership) => membership.id === id)?.name ?? id ?? '';
  return [
    ...differ('membership', nameOf(before.membership), nameOf(after.membership)),
    ...differ('highestPost', before.highestPost, after.highestPost),
    ...applicationFields.flatMap((field) => differ(field, before[field], after[field])),
  ];
}

function differ(field: ImportField, before: string | number | null, after: string | number | null): Difference[] {
  if (before === after) return [];
  return [{ field: aboutImportField[field].said, before: String(before ?? ''), after: String(after ?? '') }];
}
