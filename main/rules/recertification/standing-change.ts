import { addYears, type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { saySpan } from '../../../shared/model/recertification/amounts.ts';
import { type StandingKind, sayStandingKind } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import {
  type CertificationFacts,
  type LifeState,
  type Standing,
  sayLife,
} from '../../../shared/model/recertification/standing.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import { datesReversed } from '../dates/date-order.ts';
import { isClockSuspension } from './clocks.ts';
import { wayBackOn } from './reinstatement.ts';

/** Someone on the day of a decision: what is on record, and where that puts them. */
export interface Decided {
  /** As the sentence names them. */
  readonly who: string;
  readonly rules: RecertificationRules;
  readonly facts: CertificationFacts;
  readonly standing: Standing;
}

/** Decisions that take effect on a day that has come; the others may be known up to a year ahead. */
const atOnce: ReadonlySet<StandingKind> = new Set(['suspended', 'revoked', 'reinstated']);

/** What speaks against a decision's day; null: nothing. Decisions follow each other: none is dated before another. */
export function whyNotOn(
  { facts: { graduatedOn, changes } }: Pick<Decided, 'facts'>,
  kind: StandingKind,
  fromOn: CivilDate,
  today: CivilDate,
): Problem | null {
  const [reversed] = datesReversed([
    { pair: 'graduated, standing changed', days: [graduatedOn, fromOn] },
    atOnce.has(kind)
      ? { pair: 'standing changed, today', days: [fromOn, today] }
      : { pair: 'standing changed, a year ahead', days: [fromOn, addYears(today, 1)] },
  ]);
  if (reversed !== undefined) return refuse(reversed).problem;
  const after = changes.find((change) => change.fromOn >= fromOn);
  return after === undefined
    ? null
    : refuse(
        `There is a decision from ${sayDate(after.fromOn)} on already: ${sayStandingKind[after.kind].toLowerCase()}. Choose a later day, or undo that decision in History first.`,
      ).problem;
}

/** What speaks against a decision about someone on its day, by the rules of their cycle; null: nothing. */
export function whyNotChange(decided: Decided, kind: StandingKind, on: CivilDate): Problem | null {
  switch (kind) {
    case 'revoked':
      return decided.standing.life === 'revoked' ? already(decided) : null;
    case 'active':
      return whyNotEnd(decided, on);
    case 'reinstated':
      return whyNotReinstate(decided, on);
    default:
      return whyNotPause(decided, kind);
  }
}

const already = ({ who, standing: { life, since } }: Decided): Problem =>
  refuse(`${who} is ${sayLife[life].toLowerCase()}${sinceOf(since)} already.`).problem;

const sinceOf = (since: CivilDate | null): string => (since === null ? '' : ` since ${sayDate(since)}`);

/** Kept apart from the cycles by a lead. */
const isKept = (life: LifeState): life is 'inactive' | 'retired' | 'exempt' =>
  life === 'inactive' || life === 'retired' || life === 'exempt';

/** Retired, inactive, exempt, or suspended: only what is good can be put aside. */
function whyNotPause(decided: Decided, kind: 'inactive' | 'retired' | 'exempt' | 'suspended'): Problem | null {
  const { who, standing } = decided;
  const { life, since } = standing;
  const is = sayLife[life].toLowerCase();
  if (life === kind) return already(decided);
  if (life === 'revoked') {
    return refuse(`${who} is revoked${sinceOf(since)}. Only a reinstatement changes that.`).problem;
  }
  if (life === 'lapsed') {
    return refuse(
      `The certification of ${who} lapsed${since === null ? '' : ` on ${sayDate(since)}`}. It takes a reinstatement first.`,
    ).problem;
  }
  if (kind === 'suspended' && isKept(life)) {
    return refuse(`${who} is ${is}${sinceOf(since)}. End that first, or revoke the certification.`).problem;
  }
  return null;
}

/** The end of inactive, retired, exempt, or of a suspension that a lead decided. */
function whyNotEnd(decided: Decided, on: CivilDate): Problem | null {
  const { who, standing, facts } = decided;
  const { life, since } = standing;
  if (life === 'retired' || life === 'exempt') return null;
  if (life === 'inactive') return conditions(decided, on);
  if (life === 'suspended' && facts.changes.some(({ kind, fromOn }) => kind === 'suspended' && fromOn === since)) {
    return null;
  }
  if (life === 'revoked' || life === 'lapsed') {
    return refuse(`${who} is ${sayLife[life].toLowerCase()}${sinceOf(since)}. Only a reinstatement changes that.`)
      .problem;
  }
  return refuse(`${who} isn’t retired, inactive, exempt, or suspended by decision, so there is nothing to end.`)
    .problem;
}

function whyNotReinstate(decided: Decided, on: CivilDate): Problem | null {
  const { who, rules, standing, facts } = decided;
  const { life, since, cycle } = standing;
  if (life === 'lapsed' || life === 'revoked' || life === 'inactive') return conditions(decided, on);
  if (life === 'suspended') {
    if (cycle?.endsOn != null && isClockSuspension(rules, cycle.endsOn, since)) {
      return refuse(
        `${who} is suspended because cycle ${cycle.number} isn’t completed. Completing it ends the suspension.`,
      ).problem;
    }
    if (facts.changes.some(({ kind, fromOn }) => kind === 'suspended' && fromOn === since)) {
      return refuse(`${who} was suspended by decision. Choose “Active again”, which leaves the cycle as it is.`)
        .problem;
    }
    return conditions(decided, on);
  }
  return refuse(
    `${who} is ${sayLife[life].toLowerCase()}. Only someone lapsed, revoked, inactive, or suspended after an audit can be reinstated.`,
  ).problem;
}

/** What the rules ask of someone who comes back and isn't there yet. Rules without a way back leave it to the leads. */
function conditions({ who, rules, facts, standing }: Decided, on: CivilDate): Problem | null {
  const { since, cycle } = standing;
  if (since === null || rules.life.waysBack.length === 0) return null;
  const back = wayBackOn(rules, facts, since, cycle?.number ?? 1, on);
  if (back === null) {
    const [longest] = rules.life.waysBack.flatMap(({ awayUpTo }) => awayUpTo ?? []).slice(-1);
    const most = longest === undefined ? '' : ` The longest time away that they allow is ${saySpan(longest)}.`;
    return refuse(
      `${who} has been away${sinceOf(since)}, and the rules don’t let anyone come back after that long.${most}`,
    ).problem;
  }
  if (back.needs.length === 0) return null;
  return refuse(
    `${who} can’t come back on ${sayDate(on)} yet: the rules ask for more.`,
    back.needs.map(({ sentence }) => sentence),
  ).problem;
}
