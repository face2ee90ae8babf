import type { CivilDate } from '../../../shared/model/dates.ts';
import { type DateCheck, firstCourse, noteReversed } from '../../rules/dates/date-order.ts';
import type { DayOrder } from './day-parts.ts';
import type { MappedSheet, PersonRow } from './sheet-rows.ts';
import { parseDay } from './times.ts';
import type { RowReader } from './understand.ts';

type DayField = 'graduatedOn' | 'recertificationReceivedOn';

/** A day as a row gives it, or the words that stand in its place. */
export interface ReadDay {
  readonly value: CivilDate | null;
  readonly words: string | null;
  /** It is a day, and can't be the right one. */
  readonly isWrong: boolean;
}

/** A time without a day in the place of one: `Spring 2024`, `Q1 2022`, `June 2022`, `6/2022`, `2022`. */
const saysWhen =
  /^(?:(?:early|mid|late|in) )?(?:spring|summer|fall|autumn|winter|q[1-4]|[1-4]q|fy|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b[ .,'’/-]*(?:of )?(?:(?:19|20)?\d\d)?$|^fy ?\d\d$|^\d{4}$|^\d{1,2}[/-]\d{2,4}$|^\d{1,2}$/i;

/** Words in the place of a date that say something came in: a tick, a yes, or a day within other words. */
const saysReceived =
  /^(y|yes|x|ok|done|received|turned in|submitted|on file|complete[d]?|in$|✓|✔|✅|☑|true)\b|^[✓✔✅☑]|\b\d{1,2}[/.-]\d{1,2}\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d/i;

/** Notes words in the place of the day on which documents came in, where they may say that some did. */
export function noteWords(reader: RowReader, { words, isWrong }: ReadDay): void {
  if (words === null || isWrong) return;
  const note = saysWhen.test(words)
    ? 'isn’t a date; if documents were received then, enter the date under Re-certification'
    : 'isn’t a date, but says that documents were received; enter the date under Re-certification';
  if (saysWhen.test(words) || saysReceived.test(words)) reader.note('recertificationReceivedOn', note);
}

/** Reads the days of a list of graduates; one that can't be right counts as words. */
export class DayReader {
  readonly #today: CivilDate;
  readonly #orders = new Map<string, DayOrder>();

  constructor(today: CivilDate) {
    this.#today = today;
  }

  /** A row's day in a column, which must be in order with the others; what is wrong with it is noted. */
  read(
    reader: RowReader,
    sheet: MappedSheet,
    row: PersonRow,
    field: DayField,
    graduatedOn: CivilDate | null = null,
  ): ReadDay {
    const { value, remark, note } = parseDay(row.typed(field), this.#orderOf(sheet, field), sheet.dayCount);
    const lies = value === null ? null : noteReversed(this.#checks(field, value, graduatedOn));
    if (lies !== null) {
      reader.note(field, `${lies}; find out the date, and enter it`);
      return { value: null, words: reader.text(field), isWrong: true };
    }
    if (value === null && note !== undefined) {
      reader.note(field, `${note}; find out the date, and enter it`);
      return { value: null, words: remark, isWrong: true };
    }
    if (note !== undefined) reader.note(field, note);
    return { value, words: remark, isWrong: false };
  }

  #checks(field: DayField, day: CivilDate, graduatedOn: CivilDate | null): readonly DateCheck[] {
    return field === 'graduatedOn'
      ? [
          { pair: 'graduated, today', days: [day, this.#today] },
          { pair: 'first course, graduated', days: [firstCourse, day] },
        ]
      : [
          { pair: 'documents received, today', days: [day, this.#today] },
          { pair: 'graduated, documents received', days: [graduatedOn, day] },
          { pair: 'first course, documents received', days: [firstCourse, day] },
        ];
  }

  /** The order in which a column writes its days, found once a column. */
  #orderOf(sheet: MappedSheet, field: DayField): DayOrder {
    const key = `${field} ${sheet.mapping.headerRow} ${sheet.sheet.name}`;
    const order = this.#orders.get(key) ?? sheet.dayOrder(field);
    this.#orders.set(key, order);
    return order;
  }
}
