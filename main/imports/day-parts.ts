/** A day of the calendar at a text's beginning, and what stands behind it. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const monthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const namedMonthFirst = new RegExp(`^${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const namedDayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthWord}[,\\s-]+(\\d{4}|\\d{2})(?!\\d)`, 'i');

/**
 * Finds the day that a text begins with: `2024-04-01`, `4/1/2024` in US order, `Jun 8, 2017`, `8 June 2017`. Two-digit
 * years from 70 on are of the last century. Null where there is none, or no such day.
 */
export function findDay(typed: string): DayParts | null {
  const text = typed.replace(weekday, '');
  const found = readYearFirst(text) ?? readMonthFirst(text) ?? readNamed(text);
  if (!found) return null;
  const { year, month, day } = found;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= last ? found : null;
}

const parts = (text: string, length: number, year: string, month: number, day: string): DayParts => ({
  year: year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year),
  month,
  day: Number(day),
  rest: text.slice(length).trim(),
});

function readYearFirst(text: string): DayParts | null {
  const [all, year = '', month, day = ''] = yearFirst.exec(text) ?? [];
  return all === undefined ? null : parts(text, all.length, year, Number(month), day);
}

function readMonthFirst(text: string): DayParts | null {
  const [all, month, day = '', year = ''] = monthFirst.exec(text) ?? [];
  return all === undefined ? null : parts(text, all.length, year, Number(month), day);
}

function readNamed(text: string): DayParts | null {
  const american = namedMonthFirst.exec(text);
  const [all, first = '', second = '', year = ''] = american ?? namedDayFirst.exec(text) ?? [];
  if (all === undefined) return null;
  const [word, day] = american ? [first, second] : [second, first];
  return parts(text, all.length, year, months.indexOf(word.slice(0, 3).toLowerCase()) + 1, day);
}
