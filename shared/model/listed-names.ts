import { foldName, type Person } from './people.ts';

/** Folds as `fold` does: most names are plain letters, which fold ten times as fast without Unicode’s tables. */
export const foldFast = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, '') : foldName(text);

type Named = Pick<Person, 'givenName' | 'familyName' | 'email'> & { readonly organization: string | null };

/** What lists sort people by: last name, then first name, folded. Never empty. */
export const nameOrder = (
  { givenName, familyName }: Pick<Named, 'givenName' | 'familyName'>,
  foldOnce: (text: string) => string = foldFast,
): string => `${foldOnce(familyName)} ${foldOnce(givenName)}`;

/** Rows in the order in which every list has people; namesakes stay in the order in which they came. */
export function inNameOrder<Row extends Pick<Named, 'givenName' | 'familyName'>>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, order: nameOrder(row) }))
    .sort((a, b) => compareOrder(a.order, b.order))
    .map(({ row }) => row);
}

/** Compares two names by what `nameOrder` makes of them: letter by letter, as SQLite compares them too. */
export const compareOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** All that a search in a list looks at, folded, a word of the record each; an e-mail address as it is. */
export const searchWords = (
  { givenName, familyName, email, organization }: Named,
  foldOnce: (text: string) => string = foldFast,
): string =>
  [
    foldOnce(givenName) + foldOnce(familyName),
    nameOrder({ givenName, familyName }, foldOnce),
    foldOnce(organization ?? ''),
    email ?? '',
  ].join(' ');
