import type { CivilDate } from '../../../shared/model/dates.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';
import { dayAfter } from './calendar.ts';

/** What the audits of a cycle come to on a day. */
export interface AuditEffect {
  /** One is under way, and the cycle doesn't count as completed meanwhile. */
  readonly isWithheld: boolean;
  /** Credit that came in up to this day doesn't count; null: all does. */
  readonly withheldUpTo: CivilDate | null;
  /** What a failed audit, or silence, made of the certificate, and since when. */
  readonly consequence: { readonly is: 'suspended' | 'revoked'; readonly since: CivilDate } | null;
}

const none: AuditEffect = { isWithheld: false, withheldUpTo: null, consequence: null };

type Audit = CertificationFacts['audits'][number];

/** Silence counts from the day after the last one to answer; an answer after it is looked at like any other. */
export function auditEffect(
  { life: { audit: rules } }: RecertificationRules,
  audits: readonly Audit[],
  cycle: number,
  on: CivilDate,
): AuditEffect {
  if (audits.length === 0 || rules === null) return none;
  return audits
    .filter((audit) => audit.cycle === cycle && audit.drawnOn <= on)
    .map((audit): AuditEffect => {
      const spoke = verdictOn(audit, on);
      if (spoke === 'passed') return none;
      if (spoke === 'open') return { ...none, isWithheld: rules.meanwhile === 'withheld' };
      const until = spoke === 'failed' ? (audit.decidedOn ?? on) : audit.answerBy;
      if (rules.silence === 'not-completed') return { ...none, withheldUpTo: until };
      const since = spoke === 'failed' ? until : dayAfter(until);
      return { ...none, consequence: { is: rules.silence, since } };
    })
    .reduce(worse, none);
}

function verdictOn(
  { outcome, decidedOn, answeredOn, answerBy }: Audit,
  on: CivilDate,
): 'open' | 'passed' | 'failed' | 'silent' {
  if (outcome !== 'open' && decidedOn !== null && decidedOn <= on) return outcome;
  const isAnswered = answeredOn !== null && answeredOn <= on;
  return !isAnswered && on > answerBy ? 'silent' : 'open';
}

const worse = (one: AuditEffect, other: AuditEffect): AuditEffect => ({
  isWithheld: one.isWithheld || other.isWithheld,
  withheldUpTo: (one.withheldUpTo ?? '') > (other.withheldUpTo ?? '') ? one.withheldUpTo : other.withheldUpTo,
  consequence: one.consequence?.is === 'revoked' ? one.consequence : (other.consequence ?? one.consequence),
});

/**
 * Draws who is audited: a share of those who can be, always the same for a seed, in whatever order they come. At least one
 * where any share is asked for and there is anyone. `share` in hundredths of a percent.
 */
export function drawForAudit<Id extends string>(ids: readonly Id[], share: number, seed: string): readonly Id[] {
  const all = [...new Set(ids)];
  const count = share === 0 ? 0 : Math.min(all.length, Math.max(1, Math.ceil((all.length * share) / 10_000)));
  return all
    .map((id) => ({ id, lot: lotOf(`${seed} ${id}`) }))
    .toSorted((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id)
    .toSorted();
}

/** A number from 0 to 2^53, as good as random, from a text: two rounds of FNV-1a with the finish of MurmurHash 3. */
function lotOf(text: string): number {
  const half = (start: number): number => {
    let hash = start;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return half(0x81_1c_9d_c5) * 0x20_00_00 + (half(0x05_f1_7b_2d) >>> 11);
}
