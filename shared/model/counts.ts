/** A number as it is read on a screen: `7`, `1,200`, `2.5`. */
export const sayCount = (number: number): string =>
  // Without a thousand there is nothing to separate, and no need to ask the locale, which is far slower.
  Math.abs(number) < 1_000 ? String(number) : number.toLocaleString('en-US');

/** The word that goes with a count: `graduate` with 1; with any other `graduates`, or what `many` says. */
export const wordFor = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** How many of what: `1 graduate`, `1,200 graduates`; with a plural of its own, `2 people`. */
export const countOf = (count: number, one: string, many?: string): string =>
  `${sayCount(count)} ${wordFor(count, one, many)}`;

/** Who is meant: the name of one, else how many there are: `Jamal Calloway`, or `3 applicants`. */
export function nameOrCount(whom: readonly { readonly name: string }[], one: string, many?: string): string {
  const [only] = whom;
  return whom.length === 1 && only ? only.name : countOf(whom.length, one, many);
}

/** The first names, and how many more there are: `Ada One, Ben Two and 48 more`. `all`: where more are meant than named. */
export function namesAndMore(names: readonly string[], most: number, all: number = names.length): string {
  const named = names.slice(0, most);
  const more = all - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${sayCount(more)} more` : ''}`;
}
