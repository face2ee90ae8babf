/** A number as it is read on a screen: `7`, `1,200`, `2.5`. */
export const sayCount = (number: number): string =>
  // Without a thousand there is nothing to separate, and no need to ask the locale, which is far slower.
  Math.abs(number) < 1_000 ? String(number) : number.toLocaleString('en-US');

/** The word that goes with a count: `graduate` with 1; with any other `graduates`, or what `many` says. */
export const wordFor = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** How many of what: `1 graduate`, `1,200 graduates`; with a plural of its own, `2 people`. */
export const countOf = (count: number, one: string, many?: string): string =>
  `${sayCount(count)} ${wordFor(count, one, many)}`;
