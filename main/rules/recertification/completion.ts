import type { CivilDate } from '../../../shared/model/dates.ts';
import type { EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';
import { yearsBack } from './calendar.ts';
import type { ClockDays } from './clocks.ts';
import { bookOf, countable, countCredit, type Entry, type Ledger } from './credit.ts';
import { inSince, seenOn, worthOf } from './creditable.ts';
import type { Frame } from './cycles.ts';
import { paidSince, yearsIn } from './payments.ts';
import { type Missing, missingOf, type Seen } from './requirements.ts';

/** Credit from the cycle before, and the category that it counts in; null: in the total alone. */
export interface Carried {
  readonly credit: number;
  readonly into: string | null;
}

/** A cycle with the rules that it goes by, and what it brings from those before. */
export interface Ground {
  readonly rules: RecertificationRules;
  readonly frame: Frame;
  /** Null where the cycle has no end. */
  readonly days: ClockDays | null;
  readonly facts: CertificationFacts;
  readonly carried: Carried | null;
  /** Activities that counted in earlier cycles. */
  readonly before: ReadonlySet<string>;
  /** Credit that came in up to a day doesn't count, because an audit of this cycle failed or wasn't answered. */
  readonly withheldUpTo: CivilDate | null;
}

/** Evidence of one cycle as entries: what was accepted by a day, or with what waits as well. */
export function entriesOf(
  { rules, frame, days, facts, withheldUpTo }: Ground,
  items: readonly EvidenceItem[],
  on: CivilDate,
  waiting: 'left-out' | 'counted',
): readonly Entry[] {
  const book = bookOf(rules);
  const entry = paidSince(rules, facts, frame.number, 'entry');
  const years = book.isYearly && frame.endsOn !== null ? yearsBack(frame.beginsOn ?? frame.endsOn, frame.endsOn) : [];
  const entries: Entry[] = [];
  for (const item of items) {
    const seen = seenOn(item, on);
    if (seen.is === 'nothing' || seen.is === 'returned' || (seen.is === 'waiting' && waiting === 'left-out')) continue;
    const came = inSince(item);
    const since = entry === 'not-asked' || (entry !== null && entry < came) ? came : entry;
    if (since === null || since > on) continue;
    if (withheldUpTo !== null && since <= withheldUpTo) continue;
    if (days?.submitLast != null && since > days.submitLast) continue;
    const amount = seen.is === 'accepted' ? seen.amount : item.claimed;
    const place = item.category === null ? -1 : (book.places.get(item.category) ?? -1);
    const { credit } = worthOf(rules, book.categories[place] ?? null, item, amount);
    entries.push({
      category: place,
      strand: item.strand,
      credit,
      item,
      inSince: since,
      year: yearOf(years, item.activityOn),
    });
  }
  return entries;
}

/** Which year a day is in: 0 in a part of a year before the first whole one, and one more than there are after the last. */
function yearOf(years: ReturnType<typeof yearsBack>, day: CivilDate): number {
  const [first] = years;
  if (!first || day < first.from) return 0;
  const place = years.findIndex(({ to }) => day <= to);
  return place < 0 ? years.length + 1 : place + 1;
}

/** What counts of some entries by a day. */
export function ledgerOf({ rules, carried, before }: Ground, entries: readonly Entry[], by: CivilDate): Ledger {
  const book = bookOf(rules);
  const inTime = entries.filter((entry) => entry.inSince <= by);
  const counted = countable(book, inTime, before);
  if (carried === null) return countCredit(book, counted);
  const category = carried.into === null ? -1 : (book.places.get(carried.into) ?? -1);
  return countCredit(book, [
    { category, strand: null, credit: carried.credit, item: null, inSince: by, year: 0 },
    ...counted,
  ]);
}

/** What is missing of a cycle's requirement by a day; null: nothing. */
export function missingBy(ground: Ground, entries: readonly Entry[], by: CivilDate): Missing | null {
  const { frame } = ground;
  return missingOf(frame.requirement, seenBy(ground, entries, by));
}

function seenBy(ground: Ground, entries: readonly Entry[], by: CivilDate): Seen {
  const { rules, frame, facts, days, withheldUpTo } = ground;
  const { number, beginsOn, endsOn } = frame;
  const years = () =>
    (beginsOn === null || endsOn === null ? [] : yearsBack(beginsOn, endsOn)).map(({ from, to }) => {
      const ofYear = entries.filter(({ item }) => item !== null && item.activityOn >= from && item.activityOn <= to);
      return { from, to, ledger: ledgerOf({ ...ground, carried: null }, ofYear, by) };
    });
  const has = (key: string): boolean =>
    facts.ticked.some(
      ({ item, cycle, on }) =>
        item === key &&
        cycle === number &&
        on <= by &&
        (days?.submitLast == null || on <= days.submitLast) &&
        (withheldUpTo === null || on > withheldUpTo),
    ) || entries.some(({ item, inSince: since }) => item?.checklistItem === key && since <= by);
  return { book: bookOf(rules), ledger: ledgerOf(ground, entries, by), years, has, share: frame.share };
}

/**
 * The first day by which what came in was enough and what was to pay was paid, no earlier than the window opens; null: not
 * by the day asked about. Credit only grows from one day to the next, so the days in between need not be asked, unless an
 * activity counts by when it was first done.
 */
export function completionOf(ground: Ground, entries: readonly Entry[], on: CivilDate): CivilDate | null {
  const evidence = evidenceDay(ground, entries, on);
  if (evidence === null) return null;
  return paidDay(ground, evidence, on);
}

function evidenceDay(ground: Ground, entries: readonly Entry[], on: CivilDate): CivilDate | null {
  const { frame, facts, days, rules } = ground;
  // A first cycle that asks for nothing is renewed by itself at its end.
  if (frame.share === 0) return frame.endsOn !== null && frame.endsOn <= on ? frame.endsOn : null;
  const opens = days?.windowOn ?? frame.beginsOn;
  const isEnough = (by: CivilDate): boolean => missingBy(ground, entries, by) === null;
  const { looksAtFirst } = bookOf(rules);
  if (!looksAtFirst && !isEnough(on)) return null;
  const ticks = facts.ticked.filter(({ cycle }) => cycle === frame.number).map((tick) => tick.on);
  const start = frame.beginsOn === null ? [] : [frame.beginsOn];
  const came = [...start, ...entries.map((entry) => entry.inSince), ...ticks].filter((day) => day <= on);
  const candidates = came.length === 0 ? [on] : [...new Set(came)].toSorted();
  const found = looksAtFirst ? candidates.find(isEnough) : firstEnough(candidates, isEnough);
  if (found === undefined) return null;
  const completed = opens !== null && found < opens ? opens : found;
  return completed <= on ? completed : null;
}

/** The first of days in order by which there was enough, given that there was from then on. */
function firstEnough(days: readonly CivilDate[], isEnough: (by: CivilDate) => boolean): CivilDate | undefined {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day !== undefined && isEnough(day)) high = middle;
    else low = middle + 1;
  }
  return days[low];
}

function paidDay({ rules, facts, frame, days }: Ground, evidence: CivilDate, on: CivilDate): CivilDate | null {
  const paid = (['renewal', 'yearly'] as const).map((kind) =>
    paidSince(rules, facts, frame.number, kind, yearsIn(frame)),
  );
  let day = evidence;
  for (const since of paid) {
    if (since === 'not-asked') continue;
    if (since === null || since > on) return null;
    if (since > day) day = since;
  }
  if (days !== null && frame.endsOn !== null && day > days.submitDue && day > frame.endsOn) {
    const late = paidSince(rules, facts, frame.number, 'late');
    if (late !== 'not-asked') {
      if (late === null || late > on) return null;
      if (late > day) day = late;
    }
  }
  if (days?.payLast != null && day > evidence && day > days.payLast) return null;
  return day;
}
