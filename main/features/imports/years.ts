import type { Policy } from '../../../shared/model/program.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import { numberWord } from './number-words.ts';
import type { Understood } from './understood.ts';

const askForYears = 'isn’t a number of years; ask, and set the years';
const leavesOpen = 'could be above or below the years required; ask, and set the years';
const twoNumbers = 'gives two numbers and was read as the lower; ask if it matters';

const lessThanOne = /^(less than|under|fewer than|<) *(1|one|a)( *(year|yr)s?)?\.?$/;
const countedYear =
  /^(?:(?:this is )?(?:in )?(?:my )?)(?:(\d+)(?:st|nd|rd|th) (?:year|yr)|(first|second|third|fourth|fifth) year|year (\d+))\.?$/;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
const range =
  /^(?:between )?(\d+(?:\.\d+)?) *(?:years?|yrs?)? *(?:-|–|—|to|or|and) *(\d+(?:\.\d+)?) *(?:years?|yrs?)?\.?$/;
const prefix =
  /^(?:(over|more than|greater than|at least|>=?|≥|\+)|(about|around|roughly|approximately|approx\.?|circa|~)|(almost|nearly|just under|close to)) */;
const ending =
  /,? *(?:(?:in|of) (?:k-?12 )?(?:education|experience|exp|teaching|schools?|k-?12)(?: education)?|experience|exp|in total|total)\.?$/;
const withMonths = /^(\d+) *(?:years?|yrs?|y)\.?,? *(?:and )?(\d+) *(?:months?|mos?|m)\.?$/;
const onlyMonths = /^(\d+) *(?:months?|mos?)\.?$/;
const unit = /(?<=.)(?<![a-z])(?:full |school )?(?:years?|yrs?|y)(?![a-z])\.?/g;
const mark = /^(.+?) *(?:(\+|plus|or more|and counting)|(-?ish|or so|approx\.?|approximately))?$/;
const fractions: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };

/**
 * Years in education, whole or part: `15+` is 15, `less than 1` is 0, `twelve` is 12, `6 months` is 0.5.
 *
 * `minimums` are the years that the order of acceptance asks for. An answer that may lie on either side of one, such
 * as `2-4` or `about 3` where 3 are asked for, is no number: a lead has to ask, or it would be placed by chance.
 */
export function parseYears(typed: string, minimums: readonly number[] = []): Understood<number | null> {
  const text = withFigures(tidy(typed).toLowerCase());
  if (text === '') return { value: null, note: 'is empty; ask, and set the years' };
  if (lessThanOne.test(text)) return { value: 0 };
  const counted = countedYear.exec(text);
  if (counted) {
    const year = Number(counted[1] ?? counted[3] ?? ordinals.indexOf(counted[2] ?? '') + 1);
    // In the third year two are done, and perhaps three.
    return isOpen(minimums, year - 1, year) ? { value: null, note: leavesOpen } : inReach(year - 1);
  }
  const between = range.exec(text);
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    return isOpen(minimums, low, high) ? { value: null, note: leavesOpen } : inReach(low, twoNumbers);
  }
  const [front = '', atLeast, near, almost] = prefix.exec(text) ?? [];
  const said = text
    .slice(front.length)
    .replace(/^i(?:[’'`]ve| have)(?: worked| taught| been)?(?: for)? /, '')
    .replace(/ *\(\d+\)$/, '')
    .replace(ending, '');
  const months = withMonths.exec(said) ?? onlyMonths.exec(said);
  if (months)
    return inReach(months[2] === undefined ? Number(months[1]) / 12 : Number(months[1]) + Number(months[2]) / 12);
  const [, core = '', plus, roughly] = mark.exec(said.replace(unit, ' ').replace(/ +/g, ' ').trim()) ?? [];
  const years = amountOf(core);
  if (years === null || isPercent(core, said)) return { value: null, note: askForYears };
  const from = near || roughly || almost ? years - 1 : years;
  const to = atLeast || plus ? Number.POSITIVE_INFINITY : near || roughly ? years + 1 : years;
  return isOpen(minimums, from, to) ? { value: null, note: leavesOpen } : inReach(years);
}

/** The years in education that a policy's order of acceptance asks for. */
export const minimumYears = ({ admission }: Policy): number[] => [
  ...new Set(admission.tiers.flatMap(({ paths }) => paths.flatMap((path) => path.minimumYears ?? []))),
];

/** Whether one of the years that are asked for lies above the one end, and not above the other. */
const isOpen = (minimums: readonly number[], from: number, to: number): boolean =>
  minimums.some((minimum) => from < minimum && minimum <= to);

/** `7½` and `7 1/2` as `7.5`. */
const withFigures = (text: string): string =>
  text
    .replace(/(\d*) ?([½¼¾])/g, (_, whole: string, part: string) => `${whole}${fractions[part] ?? ''}`)
    .replace(/^(\d+) 1\/2(?!\d)/, '$1.5')
    .normalize('NFKC');

function amountOf(core: string): number | null {
  if (/^(\d+(?:\.\d+|,\d{1,2})?|\.\d+)\.?$/.test(core)) return Number(core.replace(',', '.'));
  const half = / and (?:a|one) half$/;
  const word = numberWord(core.replace(half, ''));
  return word === null ? null : word + (half.test(core) ? 0.5 : 0);
}

/** A bare part of a year that no one counts in, such as 0.12, is what a workbook keeps of 12%. */
const isPercent = (core: string, said: string): boolean =>
  core === said && /^0?\.\d+$/.test(core) && ![0.25, 0.5, 0.75].includes(Number(core));

/** No one has worked more than 70 years; such a number is a calendar year or a slip. Less than a month is a percent. */
function inReach(years: number, note?: string): Understood<number | null> {
  if (!(years >= 0 && years <= 70) || (years > 0 && years < 0.08)) return { value: null, note: askForYears };
  const value = Math.round(years * 100) / 100;
  return note === undefined ? { value } : { value, note };
}
