import { ReadingStopped } from '../reading.ts';
import { unescapeCell } from './xml-text.ts';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** Styles that show days or times. */
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

const millisecondsADay = 86_400_000;
const zero1900 = Date.UTC(1899, 11, 30);
const zero1904 = Date.UTC(1904, 0, 1);
/** Workbooks of 1900 hold a February 29 that was none: days before it count one more. */
const afterLeapDay = 61;
/** December 31, 9999. */
const lastDay = 2_958_465;

/**
 * A cell's text as the sheet shows it, as far as it concerns a list: numbers as short as they were typed, days as
 * `2024-04-01` or `2024-04-01T07:10:31`. Throws `ReadingStopped` where it names a text that the workbook does not have.
 */
export function textOfCell(type: string, style: string, typed: string, context: CellContext): string {
  switch (type) {
    case 's': {
      const text = typed.trim() === '' ? '' : context.strings[Number(typed)];
      if (text === undefined) throw new ReadingStopped('damaged');
      return text;
    }
    case 'str':
    case 'inlineStr':
      return unescapeCell(typed);
    case 'e':
      return typed.trim();
    case 'b':
      return /^\s*(1|true)\s*$/i.test(typed) ? 'TRUE' : typed.trim() === '' ? '' : 'FALSE';
    case 'd':
      return textOfIsoDate(typed.trim());
    default: {
      const text = typed.trim();
      const number = text === '' ? Number.NaN : Number(text);
      // Some programs forget to say that a cell holds text.
      if (!Number.isFinite(number)) return unescapeCell(typed);
      return style !== '' && context.dates.has(Number(style)) ? textOfDay(number, context) : textOfNumber(number);
    }
  }
}

/** Workbooks keep 17 digits and show 15: `0.30000000000000004` was typed as 0.3. */
function textOfNumber(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/**
 * The day and time that a date cell shows, to the nearest second: workbooks keep days as fractions that fall a little
 * short. A time without a day stays one; a number that no calendar has stays as it is.
 */
function textOfDay(days: number, { from1904 }: CellContext): string {
  if (days < 0 || days > lastDay) return textOfNumber(days);
  const isEarly = !from1904 && days >= 1 && days < afterLeapDay;
  const zero = from1904 ? zero1904 : zero1900;
  const moment = zero + Math.round((days + (isEarly ? 1 : 0)) * (millisecondsADay / 1_000)) * 1_000;
  const [day = '', time = ''] = new Date(moment).toISOString().slice(0, 19).split('T');
  if (days < 1) return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}

/** `2024-04-01T07:10:31.000Z`, as some programs write a day in words; a workbook's days are in no zone. */
function textOfIsoDate(text: string): string {
  const [, day, time = ''] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text) ?? [];
  if (day === undefined) return text;
  const seconds = time.length === 5 ? `${time}:00` : time;
  return seconds === '' || seconds === '00:00:00' ? day : `${day}T${seconds}`;
}
