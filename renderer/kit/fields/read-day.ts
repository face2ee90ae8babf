import { CivilDate } from '../../../shared/model/dates.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const civil = (year: number, month: number, day: number): CivilDate | null => {
  const full = year < 100 ? 2000 + year : year;
  const text = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return CivilDate.safeParse(text).data ?? null;
};

/**
 * Reads a day as people here write it: `2024-10-21`, `10/21/2024`, `10/21` in the year of `today`, `Oct 21, 2024`,
 * `21 October 2024`, `Mon, Oct 21, 2024`. Null where it is no day; never a guess between day and month: the month
 * comes first, as here it does.
 */
export function readDay(text: string, today: CivilDate): CivilDate | null {
  const said = text.trim().toLowerCase();
  const thisYear = Number(today.slice(0, 4));
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashes = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?$/.exec(said);
  if (slashes) return civil(slashes[3] ? Number(slashes[3]) : thisYear, Number(slashes[1]), Number(slashes[2]));
  const words =
    /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?(?:\s+(\d{4}))?$/.exec(
      said,
    );
  if (!words) return null;
  const month = months.indexOf((words[2] ?? '').slice(0, 3)) + 1;
  const day = words[1] ?? words[3];
  if (month === 0 || !day || (words[1] && words[3])) return null;
  return civil(words[4] ? Number(words[4]) : thisYear, month, Number(day));
}
