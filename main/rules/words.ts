import { countOf } from '../../shared/model/counts.ts';

/** A number as a place in a line: 1st, 2nd, 3rd, 11th, 21st. */
export function ordinal(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return `${number}th`;
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[number % 10] ?? 'th';
  return `${number}${ending}`;
}

/** Years as they are read aloud: `1 year`, `2.9 years`; no one who wrote “less than 1” is told “0 years”. */
export const sayYears = (years: number): string => (years === 0 ? 'less than 1 year' : countOf(years, 'year'));

/** Days as they are read aloud: `1 day`, `38 days`, `1,108 days`. */
export const sayDays = (days: number): string => countOf(days, 'day');

/** A typed answer, quoted: `answered “delegate member”`; empty where nothing was typed. */
export function answered(typed: string | undefined): string {
  const text = typed?.trim() ?? '';
  return text === '' ? '' : `answered “${text}”`;
}

/** Several words in a row: `3`, `3 or 5`, `Foxtrot, Golf or Hotel`. */
export function sayList(words: readonly (string | number)[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? String(last) : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
