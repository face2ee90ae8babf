import type { CivilDate } from '../../../shared/model/dates.ts';
import { creditOf } from '../../../shared/model/recertification/amounts.ts';
import type {
  CertificationFacts,
  Cycle,
  CycleOutcome,
  LifeState,
  Standing,
} from '../../../shared/model/recertification/standing.ts';
import { dayAfter, dayBefore } from './calendar.ts';
import { ledgerOf } from './completion.ts';
import { anchorOf } from './cycles.ts';
import { type Away, type RulesFor, usedOnce, type Walked, walkCycles } from './walk.ts';

type Change = CertificationFacts['changes'][number];

/** Everything that is known of someone's certification on a day; what the standing and its reasons are made of. */
export interface Track {
  readonly walked: readonly Walked[];
  /** Cycles that were broken off by a return or a reinstatement. */
  readonly brokenOff: ReadonlySet<Walked>;
  /** What a lead decided that holds now; null: nothing. */
  readonly away: Change | null;
  /** The day of the reinstatement that the current cycles began with; null: none. */
  readonly reinstatedOn: CivilDate | null;
}

const stops = new Set<Change['kind']>(['inactive', 'retired', 'exempt', 'suspended', 'revoked']);
/** Nothing that happens to the cycles is excused by these. */
const excusesNothing = new Set<Change['kind']>(['suspended', 'revoked']);

/** Follows someone's certification up to a day: what is dated later hasn't happened. */
export function trackOf(whole: CertificationFacts, versionFor: RulesFor, on: CivilDate): Track {
  const extensions = whole.extensions.filter(
    ({ grantedOn, takenBackOn }) => grantedOn <= on && (takenBackOn === null || takenBackOn > on),
  );
  const facts = { ...whole, extensions };
  const changes = facts.changes.filter(({ fromOn }) => fromOn <= on).toSorted(byDay);
  // Where the first day isn't known, as of an exam, the rules are those of the day that the first version would begin on.
  const first = versionFor(1, anchorOf(versionFor(1, null).rules, facts));
  const rulesFor: RulesFor = (cycle, begins) => (begins === null ? first : versionFor(cycle, begins));
  const anchor = anchorOf(first.rules, facts);
  const walked: Walked[] = [];
  const brokenOff = new Set<Walked>();
  let beginsOn = anchor;
  let reinstatedOn: CivilDate | null = null;
  let away: Change | null = null;
  let excused: Away[] = [];
  const walkUpTo = (day: CivilDate): readonly Walked[] =>
    walkCycles(
      {
        facts,
        rulesFor,
        number: (walked.at(-1)?.ground.frame.number ?? 0) + 1,
        beginsOn,
        away: excused,
        before: new Set(walked.flatMap(usedOnce)),
      },
      day,
    );
  for (const change of changes) {
    if (stops.has(change.kind)) {
      away ??= change;
      if (away.kind !== change.kind) away = change;
      continue;
    }
    // A suspension that is lifted leaves the cycle as it is: its clocks ran on.
    const isNew =
      change.kind === 'reinstated' ||
      (away !== null && away.kind !== 'suspended' && startsAnew(rulesFor, change.fromOn));
    if (away !== null && !isNew && !excusesNothing.has(away.kind))
      excused = [...excused, { from: away.fromOn, until: change.fromOn }];
    if (isNew) {
      const left = walkUpTo(dayBefore(away !== null && !excusesNothing.has(away.kind) ? away.fromOn : change.fromOn));
      const last = left.at(-1);
      if (last && last.completedOn === null) brokenOff.add(last);
      walked.push(...left);
      beginsOn = change.fromOn;
      excused = [];
    }
    if (isNew) reinstatedOn = change.kind === 'reinstated' ? change.fromOn : null;
    away = null;
  }
  walked.push(...walkUpTo(away === null || away.kind === 'suspended' ? on : away.fromOn));
  return { walked, brokenOff, away, reinstatedOn };
}

const startsAnew = (rulesFor: RulesFor, day: CivilDate): boolean =>
  rulesFor(0, day).rules.life.onReturn === 'new-cycle';

/** By day; of two on one day, what ends something first. */
const byDay = (a: Change, b: Change): number => {
  if (a.fromOn !== b.fromOn) return a.fromOn < b.fromOn ? -1 : 1;
  return Number(stops.has(a.kind)) - Number(stops.has(b.kind)) || (a.kind < b.kind ? -1 : 1);
};

/** Where someone stands on a day. */
export const standingOn = (facts: CertificationFacts, rulesFor: RulesFor, on: CivilDate): Standing =>
  standingOf(trackOf(facts, rulesFor, on), on);

/** Where a track stands on its day. */
export function standingOf(track: Track, on: CivilDate): Standing {
  const { life, since } = lifeOf(track, on);
  const cycles = track.walked.map((walked) => cycleOf(walked, track, on));
  return { life, since, cycle: cycles.at(-1) ?? null, cycles };
}

/** The state of a track on its day. */
export function lifeOf(track: Track, on: CivilDate): { readonly life: LifeState; readonly since: CivilDate | null } {
  const { away } = track;
  if (away !== null && isAway(away.kind)) return { life: away.kind, since: away.fromOn };
  const current = track.walked.at(-1);
  if (!current) return { life: 'active', since: null };
  const consequence = track.walked.findLast(({ audit: { consequence: is } }) => is !== null)?.audit.consequence ?? null;
  if (consequence !== null && consequence.since > (track.reinstatedOn ?? ''))
    return { life: consequence.is, since: consequence.since };
  const { ground, completedOn, audit } = current;
  const { frame, days } = ground;
  if (completedOn !== null && !audit.isWithheld) return { life: usualLife(track, current), since: completedOn };
  if (days === null || frame.endsOn === null || current.isExcused)
    return { life: usualLife(track, current), since: frame.beginsOn };
  if (on <= frame.endsOn) {
    if (completedOn !== null) return { life: 'provisional', since: completedOn };
    const isOpen = days.windowOn !== null && on >= days.windowOn;
    return isOpen
      ? { life: 'window-open', since: days.windowOn }
      : { life: usualLife(track, current), since: frame.beginsOn };
  }
  return pastEnd(current, on);
}

const isAway = (kind: Change['kind']): kind is Exclude<Change['kind'], 'active' | 'reinstated'> => stops.has(kind);

/** Active, or reinstated while the cycle runs that began with it. */
const usualLife = ({ reinstatedOn }: Track, { ground: { frame } }: Walked): LifeState =>
  reinstatedOn !== null && frame.beginsOn === reinstatedOn ? 'reinstated' : 'active';

function pastEnd(
  { ground: { frame, days, rules }, completedOn, wouldBeOn, audit }: Walked,
  on: CivilDate,
): { readonly life: LifeState; readonly since: CivilDate | null } {
  if (days === null || frame.endsOn === null) return { life: 'active', since: null };
  const isIn = completedOn !== null && audit.isWithheld;
  const waits = completedOn === null && wouldBeOn !== null && wouldBeOn <= days.submitGrace;
  if (isIn || (waits && rules.life.inReview === 'provisional')) {
    return { life: 'provisional', since: completedOn ?? wouldBeOn };
  }
  if (on <= days.goodLast) return { life: 'in-grace', since: dayAfter(frame.endsOn) };
  const afterGood = dayAfter(days.goodLast);
  if (days.suspendedLast !== null && on <= days.suspendedLast) return { life: 'suspended', since: afterGood };
  if (days.lastBeforeLapse !== null && on > days.lastBeforeLapse) {
    return { life: 'lapsed', since: dayAfter(days.lastBeforeLapse) };
  }
  return { life: 'overdue', since: days.suspendedLast === null ? afterGood : dayAfter(days.suspendedLast) };
}

/** A cycle as it is shown. */
function cycleOf(walked: Walked, track: Track, on: CivilDate): Cycle {
  const { ground, version, accepted, completedOn, audit } = walked;
  const { number, beginsOn, endsOn, clause, extendedFrom } = ground.frame;
  return {
    number,
    version,
    beginsOn,
    endsOn,
    clause,
    extendedFrom,
    outcome: outcomeOf(walked, track, on),
    completedOn: audit.isWithheld ? null : completedOn,
    counted: creditOf(ledgerOf(ground, accepted, on).total),
    carriedIn: creditOf(ground.carried?.credit ?? 0),
  };
}

function outcomeOf(walked: Walked, { walked: all, brokenOff }: Track, on: CivilDate): CycleOutcome {
  const { ground, completedOn, audit, isExcused } = walked;
  const { days } = ground;
  if (completedOn !== null && !audit.isWithheld) {
    return days !== null && completedOn > days.submitGrace ? 'completed-late' : 'completed';
  }
  if (isExcused) return 'excused';
  if (days?.lastBeforeLapse != null && on > days.lastBeforeLapse) return 'lapsed';
  if (brokenOff.has(walked)) return 'broken-off';
  return walked === all.at(-1) ? 'running' : 'missed';
}
