import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { type Cents, noCents, sayCents } from '../../../shared/model/money.ts';
import { creditOf, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { RecertificationFee } from '../../../shared/model/recertification/life.ts';
import type { CreditOf } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { Need } from '../../../shared/model/recertification/standing.ts';
import { sayList } from '../words.ts';
import { missingBy } from './completion.ts';
import { feeLines } from './payments.ts';
import type { Missing } from './requirements.ts';
import type { Walked } from './walk.ts';

/** What a cycle still needs on a day, in words and numbers; nothing once it is completed. */
export function needsOf(walked: Walked, on: CivilDate): readonly Need[] {
  const { ground, accepted, completedOn } = walked;
  const { rules, days, frame } = ground;
  if (completedOn !== null || frame.share === 0) return [];
  const missing = missingBy(ground, accepted, on);
  const needs = missing === null ? [] : partsOf(missing).map((part) => needFor(rules, part, dayFor(walked, part, on)));
  const fees = rules.fees
    .filter(
      ({ kind }) =>
        kind === 'renewal' || kind === 'yearly' || kind === 'entry' || (kind === 'late' && isLate(walked, on)),
    )
    .filter((fee) => isOpen(walked, fee, on))
    .map((fee): Need => {
      const { title, clause } = fee;
      const open = openOf(walked, fee, on);
      const by = days === null ? null : stillIn([days.payDue, days.payLast], on);
      return { sentence: `${title}, ${sayCents(open)}${sayBy(by)}`, by, clause };
    });
  return [...needs, ...fees];
}

const isLate = ({ ground: { days, frame } }: Walked, on: CivilDate): boolean =>
  days !== null && frame.endsOn !== null && on > days.submitDue && on > frame.endsOn;

const isOpen = (walked: Walked, fee: RecertificationFee, on: CivilDate): boolean => openOf(walked, fee, on) > 0;

/** What of a fee isn't paid by a day. */
const openOf = ({ ground: { rules, facts, frame } }: Walked, fee: RecertificationFee, on: CivilDate): Cents =>
  feeLines({ ...rules, fees: [fee] }, { payments: facts.payments, extensions: [] }, frame, on)[0]?.open ?? noCents;

/** The first of some last days that hasn't passed; null: all have, or there is none. */
const stillIn = (lasts: readonly (CivilDate | null)[], on: CivilDate): CivilDate | null =>
  lasts.find((last) => last !== null && last >= on) ?? null;

function dayFor({ ground: { days } }: Walked, missing: Missing, on: CivilDate): CivilDate | null {
  if (days === null) return null;
  if (missing.kind === 'credit' && missing.year !== null) return missing.year.to >= on ? missing.year.to : null;
  return missing.kind === 'item'
    ? stillIn([days.submitDue, days.submitLast], on)
    : stillIn([days.earnDue, days.earnLast], on);
}

const sayBy = (by: CivilDate | null): string => (by === null ? '' : `, by ${sayDate(by)}`);

/** What is said in sentences of their own: every part of an “all of”, with its credit together in one. */
function partsOf(missing: Missing): readonly Missing[] {
  if (missing.kind !== 'all') return [missing];
  const flat = missing.of.flatMap((each) => (each.kind === 'all' ? partsOf(each) : [each]));
  const credit = flat.filter((each) => each.kind === 'credit' && each.year === null);
  const others = flat.filter((each) => !(each.kind === 'credit' && each.year === null));
  const [only] = credit;
  if (only === undefined) return others;
  return [credit.length === 1 ? only : { kind: 'all', of: credit, clause: missing.clause }, ...others];
}

const needFor = (rules: RecertificationRules, missing: Missing, by: CivilDate | null): Need => ({
  sentence: `${sayMissing(rules, missing)}${sayBy(by)}`,
  by,
  clause: missing.clause,
});

/** What is missing, without its day: `8 more hours, 2 of them in Law, Ethics, and Policies`. */
export function sayMissing(rules: RecertificationRules, missing: Missing): string {
  switch (missing.kind) {
    case 'item':
      return rules.checklist.find(({ key }) => key === missing.item)?.title ?? `“${missing.item}”`;
    case 'credit': {
      const year = missing.year === null ? '' : ` from ${sayDate(missing.year.from)} to ${sayDate(missing.year.to)}`;
      return `${sayMore(rules, missing.least - missing.counted)}${sayWhere(rules, missing.of)}${year}`;
    }
    case 'some': {
      const ways = missing.of.map((way) => sayMissing(rules, way));
      if (missing.count === 1) return ways.length === 1 ? (ways[0] ?? '') : `either ${ways.join('; or ')}`;
      return `${missing.count} of these: ${ways.join('; ')}`;
    }
    case 'all':
      return sayTogether(rules, missing.of);
  }
}

function sayTogether(rules: RecertificationRules, of: readonly Missing[]): string {
  const credit = of.flatMap((each) => (each.kind === 'credit' && each.year === null ? [each] : []));
  const rest = of
    .filter((each) => !(each.kind === 'credit' && each.year === null))
    .map((each) => sayMissing(rules, each));
  if (credit.length < 2) return [...credit.map((each) => sayMissing(rules, each)), ...rest].join(' and ');
  const gap = ({ least, counted }: (typeof credit)[number]): number => least - counted;
  const most = Math.max(...credit.map(gap));
  // One that takes as much as all of them together is the whole of it.
  const parts = credit.filter((each) => each.of.kind !== 'total');
  const whole = parts.find((each) => gap(each) === most);
  const within = parts
    .filter((each) => each !== whole)
    .map((each, at) => `${sayCredit(creditOf(gap(each)))}${at === 0 ? ' of them' : ''}${sayWhere(rules, each.of)}`);
  const head = `${sayMore(rules, most)}${whole ? sayWhere(rules, whole.of) : ''}`;
  return [within.length === 0 ? head : `${head}, ${sayList(within, 'and')}`, ...rest].join(' and ');
}

const sayMore = ({ unit }: RecertificationRules, hundredths: number): string =>
  `${sayCredit(creditOf(hundredths))} more ${hundredths === 100 ? unit.one : unit.many}`;

/** Where credit is to be earned: ` in Ethics`; empty for anywhere. */
export function sayWhere({ categories, strands }: RecertificationRules, of: CreditOf): string {
  if (of.kind === 'total') return '';
  const [key, titled] = of.kind === 'category' ? [of.category, categories] : [of.strand, strands];
  return ` in ${titled.find((each) => each.key === key)?.title ?? `“${key}”`}`;
}
