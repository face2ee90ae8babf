import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { Credit } from '../../../shared/model/recertification/amounts.ts';
import type { WayBack } from '../../../shared/model/recertification/life.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, Need } from '../../../shared/model/recertification/standing.ts';
import { later, yearsBegun } from './calendar.ts';
import { firstOfLast } from './clocks.ts';
import { entriesOf, type Ground, missingBy } from './completion.ts';
import type { Frame } from './cycles.ts';
import { sayMissing } from './needs.ts';
import { paidSince } from './payments.ts';

/** The way back that is open to someone on a day, and what it still needs; nothing more is needed where that is empty. */
export interface OpenWayBack {
  readonly way: WayBack;
  readonly yearsAway: number;
  readonly needs: readonly Need[];
}

/** The first way back whose time away fits; null: the policy has none, and a lead decides alone. */
export function wayBackOn(
  rules: RecertificationRules,
  facts: CertificationFacts,
  awaySince: CivilDate,
  /** The cycle that was left, to which a fee of coming back belongs. */
  cycle: number,
  on: CivilDate,
): OpenWayBack | null {
  const way = rules.life.waysBack.find(({ awayUpTo }) => awayUpTo === null || on <= later(awaySince, awayUpTo));
  if (!way) return null;
  const yearsAway = yearsBegun(awaySince, on);
  const beginsOn = way.lookBack === null ? awaySince : firstOfLast(on, way.lookBack);
  const frame: Frame = {
    number: 0,
    beginsOn,
    endsOn: null,
    clause: way.clause,
    extendedFrom: null,
    grid: null,
    countsFrom: null,
    requirement: askedBack(way, yearsAway),
    share: 1,
  };
  const ground: Ground = { rules, frame, days: null, facts, carried: null, before: new Set(), withheldUpTo: null };
  const items = facts.evidence.filter(({ activityOn }) => activityOn >= beginsOn && activityOn <= on);
  const missing = missingBy(ground, entriesOf(ground, items, on, 'left-out'), on);
  const since = way.lookBack === null ? '' : `, earned since ${sayDate(beginsOn)}`;
  const needs =
    missing === null ? [] : [{ sentence: `${sayMissing(rules, missing)}${since}`, by: null, clause: missing.clause }];
  return { way, yearsAway, needs: [...needs, ...feesBack(rules, facts, cycle, on)] };
}

/** The fees of coming back that aren't paid by a day. */
function feesBack(rules: RecertificationRules, facts: CertificationFacts, cycle: number, on: CivilDate): Need[] {
  return rules.fees.flatMap((fee) => {
    if (fee.kind !== 'reinstatement') return [];
    const since = paidSince({ ...rules, fees: [fee] }, facts, cycle, fee.kind);
    if (since === 'not-asked' || (since !== null && since <= on)) return [];
    return [{ sentence: `${fee.title}, ${sayCents(fee.amount)}`, by: null, clause: fee.clause }];
  });
}

/** What is asked of someone back after so many years that have begun. */
export function askedBack({ perYear, requirement, clause }: WayBack, yearsAway: number): Requirement {
  const asked: Requirement[] = [];
  if (perYear !== null) {
    const least = Math.min(perYear.credit * yearsAway, perYear.most ?? Number.POSITIVE_INFINITY);
    asked.push({ kind: 'credit', of: { kind: 'total' }, least: Credit.parse(least), per: 'cycle', clause });
    for (const { category, percent, clause: of } of perYear.shares) {
      const share = Credit.parse(Math.ceil((least * percent) / 100));
      asked.push({ kind: 'credit', of: { kind: 'category', category }, least: share, per: 'cycle', clause: of });
    }
  }
  if (requirement !== null) asked.push(requirement);
  return { kind: 'all', of: asked, clause };
}
