import type { Sheet } from '../../../shared/model/imports.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { editDistance } from '../../../shared/model/spelling.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import type { Understood } from './understood.ts';
import { isNoAnswer } from './values.ts';

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

/** Words around a cohort’s name that name no other one: the program’s own, those of lists, and years. */
const around =
  /^(al|cto|alcto|alet|certification|certified|program|of|and|our|grads?|graduat\w*|completers?|members?|class|list|roster|final|updated|(19|20)\d\d|\d\d)$/;

/** A cohort as it was typed, and whether the program or the desk knows it. */
export interface ReadCohort {
  readonly name: string;
  readonly isKnown: boolean;
}

/**
 * Reads cohorts as people type them: `alpha`, `AL-CTO Alpha 2017`, and, with a note, `Foxtrott`. A name that is like
 * none stays as it was typed. Null without a note where nothing is said, with one where two are.
 */
export function cohortReader(names: Iterable<string>): (typed: string) => Understood<ReadCohort | null> {
  const known = new Map<string, string>();
  for (const name of names) if (!known.has(foldName(name))) known.set(foldName(name), name);
  const found = (name: string, note?: string): Understood<ReadCohort> => ({
    value: { name, isKnown: true },
    ...(note !== undefined && { note }),
  });
  return (typed) => {
    const name = cohortName(typed);
    if (name === '' || isNoAnswer(typed)) return { value: null };
    const bare = withoutYears(name);
    const whole = known.get(foldName(name)) ?? known.get(foldName(bare));
    if (whole !== undefined) return found(whole);
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    const named = new Set(words.flatMap((word) => known.get(foldName(word)) ?? []));
    if (named.size > 1)
      return { value: null, note: 'names more than one cohort; choose one, and import the row again' };
    const [only] = named;
    const rest = words.filter((word) => !known.has(foldName(word)) && !around.test(word.toLowerCase()));
    if (only !== undefined && rest.length === 0) return found(only);
    const near = nearest(foldName(bare), known);
    return near === null
      ? { value: { name, isKnown: false } }
      : found(near, `isn’t a known cohort, and was taken for ${near}; check it`);
  };
}

const mostSlips = 2;

/** The one name that a slip or two make of the typed one, beginning with the same letter; null: none, or several. */
function nearest(folded: string, known: ReadonlyMap<string, string>): string | null {
  if (folded.length < 4 || /\d/.test(folded)) return null;
  let best = mostSlips + 1;
  let names: string[] = [];
  for (const [key, name] of known) {
    if (key.length < 4 || key[0] !== folded[0]) continue;
    const slips = editDistance(folded, key, mostSlips);
    if (slips > mostSlips || slips > best) continue;
    names = slips < best ? [name] : [...names, name];
    best = slips;
  }
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** The cohorts that a policy names, by its series or for their due dates. */
export const cohortsOfPolicy = (policy: Policy): readonly string[] => [
  ...policy.cohortNames,
  ...policy.recertification.dueDates.map((due) => due.cohort),
];

/** Words before or behind “cohort” in a title that name none: `Graduates by cohort`, `the cohort`. */
const noName = /^(the|this|that|each|every|by|per|all|our|of|a|an|one|another|new|former|last|cto|graduates?|\d{3,})$/i;

/**
 * The cohort that a sheet's title or name tells: “AL-CTO graduates, Alpha cohort”, a sheet named “Alpha”. Null where
 * neither does; a sheet’s bare name counts only where the policy knows such a cohort, or it says “cohort”.
 */
export function cohortNameOf(sheet: Sheet, headerRow: number, policy: Policy): string | null {
  const titles = sheet.rows.slice(0, headerRow - 1).flatMap((row) => row.filter((cell) => cell.trim() !== ''));
  return cohortOfTexts([...titles, sheet.name], [sheet.name, ...titles], policy);
}

/** The cohort that a title within a sheet tells, such as “Beta cohort” between two blocks of rows; null: none. */
export const cohortOfTitle = (title: string, policy: Policy): string | null => cohortOfTexts([title], [title], policy);

/** Whether a sheet names cohorts in rows of their own, each above its people. */
export const hasCohortTitles = ({ rows }: Sheet, headerRow: number, policy: Policy): boolean =>
  rows.slice(headerRow).some((row) => {
    const [only, ...others] = row.filter((cell) => cell.trim() !== '');
    return only !== undefined && others.length === 0 && cohortOfTitle(only, policy) !== null;
  });

/** Texts that say “cohort” count before those that only have its name. */
function cohortOfTexts(saying: readonly string[], naming: readonly string[], policy: Policy): string | null {
  const read = cohortReader(cohortsOfPolicy(policy));
  const said = saying.flatMap(
    (text) =>
      /\bcohort\s*[:–—-]?\s+([\p{L}\p{N}]+)\s*$/iu.exec(text)?.[1] ??
      /([\p{L}\p{N}]+)\s+cohort\b/iu.exec(text)?.[1] ??
      [],
  );
  for (const text of [...said, ...naming]) {
    const { value, note } = read(text);
    if (value?.isKnown && note === undefined) return value.name;
  }
  const unheard = said.find((word) => !noName.test(word));
  return unheard === undefined ? null : cohortName(unheard);
}
