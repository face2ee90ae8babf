import { countOf } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import { creditOf, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import {
  type CertificationFacts,
  type ExplainedStanding,
  type LifeState,
  sayLife,
} from '../../../shared/model/recertification/standing.ts';
import { daysFrom } from '../days.ts';
import { sayDays } from '../words.ts';
import { ledgerOf } from './completion.ts';
import { bookOf } from './credit.ts';
import { type Shortfall, seenOn, worthOf } from './creditable.ts';
import { lifeOf, standingOf, type Track, trackOf } from './life.ts';
import { needsOf, sayWhere } from './needs.ts';
import { wayBackOn } from './reinstatement.ts';
import { creditIn, inShare } from './requirements.ts';
import type { RulesFor, Walked } from './walk.ts';

/** Where someone stands on a day, with every reason, its clause, and what is still needed. */
export function explainStanding(facts: CertificationFacts, rulesFor: RulesFor, on: CivilDate): ExplainedStanding {
  const track = trackOf(facts, rulesFor, on);
  const standing = standingOf(track, on);
  const current = track.walked.at(-1);
  if (!current) return { ...standing, reasons: [], needs: [] };
  const { life, since } = standing;
  const back =
    needsReturn.has(life) && since !== null
      ? wayBackOn(current.ground.rules, facts, since, current.ground.frame.number, on)
      : null;
  const needs = needsReturn.has(life) ? (back?.needs ?? []) : isKept(life) ? [] : needsOf(current, on);
  return { ...standing, reasons: [...lifeReasons(track, on), ...cycleReasons(current, on)], needs };
}

const needsReturn: ReadonlySet<LifeState> = new Set(['lapsed', 'revoked', 'inactive']);
const isKept = (life: LifeState): boolean => life === 'retired' || life === 'exempt';

function lifeReasons(track: Track, on: CivilDate): Reason[] {
  const { away, walked } = track;
  const current = walked.at(-1);
  if (!current) return [];
  const { life, since } = lifeOf(track, on);
  const { ground, completedOn, audit } = current;
  const { rules, frame, days } = ground;
  const reasons: Reason[] = [];
  const add = (outcome: Reason['outcome'], sentence: string, clause: string, seen = ''): void => {
    reasons.push({ outcome, sentence, seen, clause });
  };
  if (away !== null && since !== null) {
    add(
      'overruled',
      `${sayLife[life]} since ${sayDate(since)}, by decision of the leads`,
      rules.life.reinstatementClause,
      away.reason,
    );
    return reasons;
  }
  for (const { ground: earlier, completedOn: was, isExcused } of walked.slice(0, -1)) {
    if (was === null && !isExcused && earlier.frame.endsOn !== null) {
      add(
        'unmet',
        `Cycle ${earlier.frame.number} wasn’t completed by ${sayDate(earlier.frame.endsOn)}`,
        earlier.rules.cycle.missedClause,
      );
    }
  }
  if (frame.endsOn === null || days === null) {
    add('unknown', whyNoEnd(ground.rules, ground.facts, frame.beginsOn !== null), rules.cycle.clause);
    return reasons;
  }
  const from = frame.beginsOn === null ? '' : ` from ${sayDate(frame.beginsOn)}`;
  add('order', `Cycle ${frame.number} runs${from} to ${sayDate(frame.endsOn)}`, frame.clause);
  if (frame.extendedFrom !== null) {
    add(
      'overruled',
      `Its end was ${sayDate(frame.extendedFrom)} and was extended`,
      rules.life.extension?.clause ?? frame.clause,
    );
  }
  if (completedOn !== null) {
    const late = daysFrom(frame.endsOn, completedOn);
    const when = late > 0 ? `, ${sayDays(late)} after its end` : '';
    const outcome = completedOn > days.submitGrace ? 'unmet' : 'met';
    add(
      outcome,
      `What it asks for was in on ${sayDate(completedOn)}${when}`,
      late > 0 ? rules.clocks.submit.clause : frame.clause,
    );
  }
  if (audit.isWithheld)
    add('unknown', 'An audit is under way, and its credit doesn’t count until it has passed', auditClause(rules));
  if (audit.withheldUpTo !== null) {
    add(
      'unmet',
      `Credit that came in up to ${sayDate(audit.withheldUpTo)} doesn’t count: an audit failed or wasn’t answered`,
      auditClause(rules),
    );
  }
  if (audit.consequence !== null) {
    add(
      'unmet',
      `${sayLife[audit.consequence.is]} since ${sayDate(audit.consequence.since)}: an audit failed or wasn’t answered`,
      auditClause(rules),
    );
  }
  const main = pastReason(life, current);
  if (main !== null) reasons.push(main);
  return reasons;
}

const auditClause = ({ life, cycle }: RecertificationRules): string => life.audit?.clause ?? cycle.clause;

function whyNoEnd({ cycle }: RecertificationRules, { birthMonth }: CertificationFacts, hasBegun: boolean): string {
  if (cycle.length === null) return 'No due date has been set';
  if (hasBegun && cycle.ends.kind === 'birth-month' && birthMonth === null)
    return 'The birth month isn’t known, so the cycle has no end yet';
  return `The day of the ${cycle.begins} isn’t known, so the cycle has no end yet`;
}

/** What the state says where the end has passed, or an answer is awaited. */
function pastReason(life: LifeState, { ground: { days, rules }, completedOn }: Walked): Reason | null {
  if (days === null) return null;
  const say = (outcome: Reason['outcome'], sentence: string, clause: string): Reason => ({
    outcome,
    sentence,
    seen: '',
    clause,
  });
  switch (life) {
    case 'provisional':
      return completedOn !== null
        ? null
        : say('unknown', 'Everything is in and waits for review', rules.life.inReviewClause);
    case 'in-grace':
      return say('unknown', `The certificate stays good through ${sayDate(days.goodLast)}`, rules.clocks.expire.clause);
    case 'suspended':
      return days.suspendedLast === null
        ? null
        : say(
            'unmet',
            `Suspended through ${sayDate(days.suspendedLast)}`,
            rules.life.suspension?.clause ?? rules.life.lapseClause,
          );
    case 'overdue':
      return say('unmet', `The last day was ${sayDate(days.goodLast)}`, rules.clocks.expire.clause);
    case 'lapsed':
      return say('unmet', `Lapsed after ${sayDate(days.lastBeforeLapse ?? days.goodLast)}`, rules.life.lapseClause);
    default:
      return null;
  }
}

/** What a cycle asks for, leaf by leaf, and what of its evidence doesn't count. */
function cycleReasons(walked: Walked, on: CivilDate): Reason[] {
  const { ground, accepted, withWaiting } = walked;
  const { rules, frame } = ground;
  const ledger = ledgerOf(ground, accepted, on);
  const asked = leavesOf(frame.requirement).map((leaf): Reason => {
    const { clause } = leaf;
    if (leaf.kind === 'item') {
      const title = rules.checklist.find(({ key }) => key === leaf.item)?.title ?? leaf.item;
      const isThere =
        ground.facts.ticked.some(
          ({ item, cycle, on: day }) => item === leaf.item && cycle === frame.number && day <= on,
        ) || accepted.some(({ item }) => item?.checklistItem === leaf.item);
      return { outcome: isThere ? 'met' : 'unmet', sentence: title, seen: isThere ? 'in' : 'not in yet', clause };
    }
    const least = inShare(leaf.least, frame.share);
    const counted = creditIn(bookOf(rules), ledger, leaf.of);
    const each = leaf.per === 'year' ? ' each year' : '';
    const sentence = `At least ${sayCredit(creditOf(least))} ${least === 100 ? rules.unit.one : rules.unit.many}${sayWhere(rules, leaf.of)}${each}`;
    return {
      outcome: counted >= least ? 'met' : 'unmet',
      sentence,
      seen: `${sayCredit(creditOf(counted))} counted`,
      clause,
    };
  });
  const waiting = withWaiting.filter(({ item }) => item !== null && seenOn(item, on).is === 'waiting').length;
  return [...asked, ...shortfalls(walked, on), ...(waiting === 0 ? [] : [waitingReason(rules, waiting)])];
}

const waitingReason = (rules: RecertificationRules, count: number): Reason => ({
  outcome: 'unknown',
  sentence: `${countOf(count, 'piece')} of evidence ${count === 1 ? 'waits' : 'wait'} for review`,
  seen: '',
  clause: rules.life.inReviewClause,
});

type Leaf = Extract<Requirement, { kind: 'credit' | 'item' }>;

const leavesOf = (requirement: Requirement): readonly Leaf[] =>
  requirement.kind === 'credit' || requirement.kind === 'item' ? [requirement] : requirement.of.flatMap(leavesOf);

const sayShortfall: Record<Shortfall, string> = {
  'no-category': 'it has no category yet',
  'unknown-category': 'the policy doesn’t have its category',
  'no-strand': 'it has none of the policy’s strands',
  'counted-elsewhere': 'it was counted toward another certificate',
  'not-unpaid': 'only unpaid work counts there',
  delivery: 'it wasn’t held in a way that counts there',
  'not-approved-before': 'it wasn’t approved beforehand',
  'not-relevant-enough': 'too little of it is about what the policy asks for',
  'too-little': 'it is shorter than what counts',
  'most-each': 'one activity counts for no more',
  step: 'only whole steps count',
};

function shortfalls({ ground: { rules }, accepted }: Walked, on: CivilDate): Reason[] {
  const book = bookOf(rules);
  return accepted.flatMap(({ item, category }): Reason[] => {
    const seen = item === null ? null : seenOn(item, on);
    if (item === null || seen?.is !== 'accepted') return [];
    const of = book.categories[category] ?? null;
    const { credit, shortfall } = worthOf(rules, of, item, seen.amount);
    if (shortfall === null || (credit === 0 && seen.amount === 0)) return [];
    const counts = credit === 0 ? 'doesn’t count' : `counts for ${sayCredit(creditOf(credit))}`;
    return [
      {
        outcome: 'not-needed',
        sentence: `“${item.title}”, ${sayDate(item.activityOn)}, ${counts}: ${sayShortfall[shortfall]}`,
        seen: `${sayCredit(creditOf(seen.amount))} accepted`,
        clause: of?.clause ?? rules.cycle.clause,
      },
    ];
  });
}
