import type { Sheet } from '../../shared/model/imports.ts';
import { fold } from '../../shared/model/people.ts';
import type { Policy } from '../../shared/model/program.ts';
import { tidy } from './understood.ts';

/** A cohort's name without the words around it: `Alpha cohort` and `Cohort Alpha` are `Alpha`; `Cohort 7` stays. */
export function cohortName(typed: string): string {
  const name = tidy(
    tidy(typed)
      .replace(/\b(the|cohort|graduates?|class of|group)\b/gi, ' ')
      .replace(/^[\s:,#–—-]+|[\s:,–—-]+$/g, ''),
  );
  return /^\d{1,2}$/.test(name) ? `Cohort ${name}` : name;
}

/** A cohort's name without the years behind it: `Foxtrot 2024–25` is `Foxtrot`. */
export const withoutYears = (name: string): string =>
  tidy(name.replace(/[\s(,–—-]*\b(19|20)\d\d(\s*[-–—/]\s*\d{2,4})?\)?\s*$/, ''));

/**
 * The cohort that a sheet's title or name tells: “AL-CTO graduates, Alpha cohort”, a sheet named “Alpha”. Null where
 * neither does; a sheet’s bare name counts only where the policy knows such a cohort, or it says “cohort”.
 */
export function cohortNameOf(sheet: Sheet, headerRow: number, policy: Policy): string | null {
  const known = new Map<string, string>();
  for (const name of [...policy.cohortNames, ...policy.recertification.dueDates.map((due) => due.cohort)]) {
    known.set(fold(name), name);
  }
  const titles = sheet.rows.slice(0, headerRow - 1).flatMap((row) => row.filter((cell) => cell.trim() !== ''));
  for (const text of [...titles, sheet.name]) {
    const said =
      /\bcohort\s*[:–—-]?\s+([\p{L}\p{N}]+)\s*$/iu.exec(text)?.[1] ?? /([\p{L}\p{N}]+)\s+cohort\b/iu.exec(text)?.[1];
    if (said !== undefined) return known.get(fold(said)) ?? said;
  }
  for (const text of [sheet.name, ...titles]) {
    const whole = known.get(fold(cohortName(text)));
    if (whole !== undefined) return whole;
    const word = text.split(/[^\p{L}\p{N}]+/u).find((part) => known.has(fold(part)));
    if (word !== undefined) return known.get(fold(word)) ?? null;
  }
  return null;
}
