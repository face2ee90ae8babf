import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { Cents } from '../../../shared/model/money.ts';
import { saySpan } from '../../../shared/model/recertification/amounts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import {
  type CertificationFacts,
  type LifeState,
  type Standing,
  sayLife,
} from '../../../shared/model/recertification/standing.ts';
import { done, type Problem, type Result, refuse } from '../../../shared/model/result.ts';
import { datesReversed } from '../dates/date-order.ts';
import { later } from './calendar.ts';
import { isClockSuspension } from './clocks.ts';

/** What an extension could be: of which cycle, until when at the latest, and for what fee. */
export interface ExtensionOffer {
  readonly cycle: number;
  readonly endsOn: CivilDate;
  readonly latestOn: CivilDate;
  /** How long it may be: `6 months`. */
  readonly longest: string;
  readonly fee: Cents;
}

type Granted = Pick<CertificationFacts['extensions'][number], 'cycle' | 'untilOn' | 'takenBackOn'>;

/** No cycle runs for these, so that more time changes nothing. */
export const outOfCycle: ReadonlySet<LifeState> = new Set(['revoked', 'retired', 'inactive', 'exempt']);

/** The extension that someone's standing on a day allows, or why there is none. `who`: as the sentence names them. */
export function extensionOffer(
  who: string,
  rules: RecertificationRules,
  { life, since, cycle }: Standing,
  granted: readonly Granted[],
  on: CivilDate,
): Result<ExtensionOffer> {
  const { extension } = rules.life;
  if (extension === null) {
    return refuse(
      'The rules of re-certification have no extensions. Add them to the rules under Settings, or set another due date.',
    );
  }
  const from = since === null ? '' : ` since ${sayDate(since)}`;
  if (outOfCycle.has(life)) {
    return refuse(
      `${who} is ${sayLife[life].toLowerCase()}${from}, and no cycle is running that could be extended. Change that first.`,
    );
  }
  if (life === 'lapsed') {
    return refuse(
      `The certification of ${who} lapsed${since === null ? '' : ` on ${sayDate(since)}`}. More time doesn’t bring it back; a reinstatement does.`,
    );
  }
  if (cycle === null || cycle.endsOn === null) {
    return refuse(`The cycle of ${who} has no end yet, so there is nothing to extend.`);
  }
  if (life === 'suspended' && !isClockSuspension(rules, cycle.endsOn, since)) {
    return refuse(`${who} is suspended${from}, and not because time ran out. Settle that first.`);
  }
  if (cycle.completedOn !== null) {
    return refuse(`${who} completed cycle ${cycle.number} on ${sayDate(cycle.completedOn)} and needs no more time.`);
  }
  const before = granted.find(
    (each) => each.takenBackOn === null && (each.cycle === cycle.number || each.cycle === cycle.number - 1),
  );
  if (before && extension.twiceInARow === 'not-allowed') {
    const when =
      before.cycle === cycle.number
        ? `cycle ${cycle.number} was extended until ${sayDate(before.untilOn)} already`
        : `cycle ${before.cycle} was extended too`;
    return refuse(`The rules allow no two extensions in a row, and ${when}.`);
  }
  const latestOn = later(cycle.endsOn, extension.longest);
  if (latestOn < on) {
    return refuse(
      `Even the longest extension of cycle ${cycle.number}, until ${sayDate(latestOn)}, would be over on ${sayDate(on)}. If it was granted earlier, say so with its day.`,
    );
  }
  return done({
    cycle: cycle.number,
    endsOn: cycle.endsOn,
    latestOn,
    longest: saySpan(extension.longest),
    fee: extension.fee,
  });
}

/** What speaks against the day on which more time was granted; null: nothing. */
export function whyNotGranted(grantedOn: CivilDate, graduatedOn: CivilDate | null, today: CivilDate): Problem | null {
  const [reversed] = datesReversed([
    { pair: 'extension granted, today', days: [grantedOn, today] },
    { pair: 'graduated, extension granted', days: [graduatedOn, grantedOn] },
  ]);
  return reversed === undefined ? null : refuse(reversed).problem;
}

/** What speaks against an extension until a day, where one is offered; null: nothing. */
export function whyNotUntil(
  { cycle, endsOn, latestOn, longest }: ExtensionOffer,
  untilOn: CivilDate,
  grantedOn: CivilDate,
): Problem | null {
  if (untilOn <= endsOn) {
    return refuse(
      `Cycle ${cycle} ends on ${sayDate(endsOn)} anyway, so ${sayDate(untilOn)} gives no more time. Choose a later day.`,
    ).problem;
  }
  if (untilOn < grantedOn) {
    return refuse(
      `An extension until ${sayDate(untilOn)} would be over on ${sayDate(grantedOn)}, when it is granted. Choose a later day.`,
    ).problem;
  }
  return untilOn > latestOn
    ? refuse(
        `The rules allow an extension of ${longest} at most: until ${sayDate(latestOn)}. Choose that day or an earlier one.`,
      ).problem
    : null;
}

/** What speaks against taking an extension back; null: nothing. Whoever completed the cycle in the extended time keeps it. */
export function whyNotTakeBack(
  who: string,
  { cycle, untilOn, takenBackOn }: Granted,
  { cycles }: Standing,
): Problem | null {
  if (takenBackOn !== null) {
    return refuse(`This extension was taken back on ${sayDate(takenBackOn)} already.`).problem;
  }
  const { completedOn = null, extendedFrom = null } = cycles.find(({ number }) => number === cycle) ?? {};
  return completedOn !== null && extendedFrom !== null && completedOn > extendedFrom
    ? refuse(
        `${who} completed cycle ${cycle} on ${sayDate(completedOn)}, in the time that was granted until ${sayDate(untilOn)}. Taking it back would make that late.`,
      ).problem
    : null;
}
