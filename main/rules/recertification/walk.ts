import type { CivilDate } from '../../../shared/model/dates.ts';
import type { EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';
import { type AuditEffect, auditEffect } from './audits.ts';
import { dayAfter } from './calendar.ts';
import { carriedFrom } from './carry-over.ts';
import { clockDays } from './clocks.ts';
import { type Carried, completionOf, entriesOf, type Ground } from './completion.ts';
import { bookOf, type Entry, isOnceEver, repeatKey } from './credit.ts';
import { type Frame, firstFrame, nextFrame } from './cycles.ts';

/** Which version of the policy a cycle goes by, given its number and its first day; null: that day isn't known. */
export type RulesFor = (
  cycle: number,
  beginsOn: CivilDate | null,
) => { readonly version: string; readonly rules: RecertificationRules };

/** A cycle as it had gone by a day. */
export interface Walked {
  readonly version: string;
  readonly ground: Ground;
  readonly audit: AuditEffect;
  /** Its evidence, by whether it was accepted or waits as well. */
  readonly accepted: readonly Entry[];
  readonly withWaiting: readonly Entry[];
  /** The day from which what was asked for was accepted, whatever an audit withholds; null: not by then. */
  readonly completedOn: CivilDate | null;
  /** The same if everything that waits for review is accepted. */
  readonly wouldBeOn: CivilDate | null;
  readonly isExcused: boolean;
}

/** A stretch of days in which someone's cycles don't run. */
export interface Away {
  readonly from: CivilDate;
  /** The first day after it. */
  readonly until: CivilDate;
}

interface Chain {
  readonly facts: CertificationFacts;
  readonly rulesFor: RulesFor;
  readonly number: number;
  readonly beginsOn: CivilDate | null;
  readonly away: readonly Away[];
  /** What was used in earlier chains, once ever. */
  readonly before: ReadonlySet<string>;
}

/** No certification lives through more cycles than this. */
const mostCycles = 400;

/**
 * Follows the cycles from one beginning up to a day: each is completed, excused, missed, or holds, and the next follows by
 * itself. What is dated after the day hasn't happened.
 */
export function walkCycles(
  { facts, rulesFor, number, beginsOn, away, ...rest }: Chain,
  on: CivilDate,
): readonly Walked[] {
  const cycles: Walked[] = [];
  const first = rulesFor(number, beginsOn);
  let { version, rules } = first;
  let frame: Frame = firstFrame(rules, facts, number, beginsOn);
  let left = beginsOn === null ? facts.evidence : facts.evidence.filter(({ activityOn }) => activityOn >= beginsOn);
  left = left.toSorted(byDay);
  let carried: Carried | null = null;
  let before = rest.before;
  while (cycles.length < mostCycles) {
    const walked: Taken = walkOne({ facts, rules, frame, carried, before }, version, left, away, on);
    cycles.push(walked.cycle);
    const next = followingOn(walked.cycle, on);
    if (next === null) break;
    const after: CivilDate | null = next.completedOn;
    const following = rulesFor(frame.number + 1, firstDayAfter(walked.cycle, next.endsOn, after));
    if (!following.rules.cycle.repeats) break;
    const frameAfter = nextFrame(following.rules, rules, facts, { ...frame, endsOn: next.endsOn }, after);
    if (frameAfter.beginsOn === null || frameAfter.beginsOn > on) break;
    carried = after === null ? null : carriedFrom(walked.cycle.ground, walked.cycle.accepted, on);
    before = new Set([...before, ...usedOnce(walked.cycle)]);
    left = left.filter((item) => !walked.taken.has(item));
    ({ version, rules } = following);
    frame = frameAfter;
  }
  return cycles;
}

const byDay = (a: EvidenceItem, b: EvidenceItem): number => {
  if (a.activityOn !== b.activityOn) return a.activityOn < b.activityOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** The activities of a cycle that count once ever. */
export const usedOnce = ({ ground: { rules }, accepted }: Walked): readonly string[] => {
  const book = bookOf(rules);
  return accepted.flatMap((entry) => (isOnceEver(book, entry) ? (repeatKey(book, entry) ?? []) : []));
};

/** The first day of the cycle after one, which tells the version of the policy that it goes by. */
function firstDayAfter({ ground: { rules } }: Walked, endsOn: CivilDate, completedOn: CivilDate | null): CivilDate {
  if (completedOn === null) return dayAfter(endsOn);
  const moves = completedOn <= endsOn ? rules.cycle.early !== 'keep-end' : rules.cycle.late === 'move-end';
  return dayAfter(moves ? completedOn : endsOn);
}

/** Whether a next cycle follows one by a day, and after which completion; null: it holds, or is still running. */
function followingOn(
  { ground: { frame, days }, audit, completedOn, isExcused }: Walked,
  on: CivilDate,
): { readonly endsOn: CivilDate; readonly completedOn: CivilDate | null } | null {
  const { endsOn } = frame;
  if (endsOn === null || days === null) return null;
  if (completedOn !== null && !audit.isWithheld) return { endsOn, completedOn };
  const isMissed = days.missedAfter !== null && on > days.missedAfter;
  return isExcused || isMissed ? { endsOn, completedOn: null } : null;
}

interface Taken {
  readonly cycle: Walked;
  /** The evidence that this cycle used up. */
  readonly taken: ReadonlySet<EvidenceItem>;
}

function walkOne(
  base: Pick<Ground, 'facts' | 'rules' | 'frame' | 'carried' | 'before'>,
  version: string,
  left: readonly EvidenceItem[],
  away: readonly Away[],
  on: CivilDate,
): Taken {
  const { rules, frame, facts } = base;
  const { endsOn } = frame;
  const audit = auditEffect(rules, facts.audits, frame.number, on);
  const days = endsOn === null ? null : clockDays(rules, endsOn);
  const ground: Ground = { ...base, days, withheldUpTo: audit.withheldUpTo };
  const within = endsOn === null ? left : left.filter(({ activityOn }) => activityOn <= (days?.earnDue ?? endsOn));
  const graced =
    days === null
      ? []
      : left.filter(
          ({ activityOn }) => activityOn > days.earnDue && (days.earnLast === null || activityOn <= days.earnLast),
        );
  const accepted = completionWith(ground, within, graced, on, 'left-out');
  const isEarlyCut = rules.cycle.early !== 'keep-end';
  const cut = accepted.completedOn;
  // Where the next cycle begins with the completion, what was done after it is for the next one.
  const mine =
    isEarlyCut && cut !== null && endsOn !== null && cut <= endsOn
      ? accepted.items.filter(({ activityOn }) => activityOn <= cut)
      : accepted.items;
  const hasAll = cut !== null;
  const waiting = hasAll ? accepted : completionWith(ground, within, graced, on, 'counted');
  const isExcused = endsOn !== null && away.some(({ from, until }) => from <= endsOn && endsOn < until);
  return {
    cycle: {
      version,
      ground,
      audit,
      accepted: entriesOf(ground, mine, on, 'left-out'),
      withWaiting: entriesOf(ground, hasAll ? mine : waiting.items, on, 'counted'),
      completedOn: cut,
      wouldBeOn: waiting.completedOn,
      isExcused,
    },
    taken: new Set(mine),
  };
}

/** A cycle's evidence and completion: what was done in its grace is taken only until there is enough, the earliest first. */
function completionWith(
  ground: Ground,
  within: readonly EvidenceItem[],
  graced: readonly EvidenceItem[],
  on: CivilDate,
  waiting: 'left-out' | 'counted',
): { readonly items: readonly EvidenceItem[]; readonly completedOn: CivilDate | null } {
  let items = within;
  let completedOn = completionOf(ground, entriesOf(ground, items, on, waiting), on);
  for (const item of graced) {
    if (completedOn !== null || item.activityOn > on) break;
    items = [...items, item];
    completedOn = completionOf(ground, entriesOf(ground, items, on, waiting), on);
  }
  return { items, completedOn };
}
