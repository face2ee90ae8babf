import { type Credit, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { Repeats } from '../../../shared/model/recertification/credit.ts';
import type { CycleRules } from '../../../shared/model/recertification/cycle.ts';
import type { Delivery } from '../../../shared/model/recertification/facts.ts';
import type {
  AuditRules,
  ExtensionRules,
  LifeRules,
  RecertificationFee,
  Suspension,
} from '../../../shared/model/recertification/life.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** An amount with the unit that the rules count in: `1 hour`, `2.5 points`. */
export const sayAmount = ({ unit }: Pick<RecertificationRules, 'unit'>, credit: Credit): string =>
  `${sayCredit(credit)} ${credit === 100 ? unit.one : unit.many}`;

/** Several words in a row: `3`, `3 or 5`, `Foxtrot, Golf, and Hotel`. */
export function inARow(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (words.length < 3) return words.join(` ${joint} `);
  return `${words.slice(0, -1).join(', ')}, ${joint} ${words.at(-1)}`;
}

export const sayBegins: Words<CycleRules['begins']> = {
  graduation: 'the day of graduation',
  issue: 'the day the certificate was issued',
  exam: 'the day of the exam',
};

/** What somebody did on the day that a first cycle counts from: `graduated`. */
export const sayCertified: Words<CycleRules['begins']> = {
  graduation: 'graduated',
  issue: 'got the certificate',
  exam: 'passed the exam',
};

export const sayFirst: Words<CycleRules['first']> = {
  prolonged: 'Longer: it ends on the next such day after its full length',
  shortened: 'Shorter: it ends on the last such day within its full length',
  'in-that-year': 'It ends in the calendar year in which its full length is up',
};

export const sayFirstAsks: Words<CycleRules['firstAsks']> = {
  all: 'Everything, like any other',
  'in-proportion': 'Its share, by months',
  nothing: 'Nothing',
};

export const sayMissed: Words<CycleRules['missed']> = {
  holds: 'It stays open until it is completed',
  'goes-on': 'The next cycle begins, and it stays missed',
};

export const sayEarly: Words<CycleRules['early']> = {
  'keep-end': 'The cycle runs to its end, and the next follows',
  'move-end': 'The next cycle begins the day after, and counts from then',
  'next-day-keep-end': 'The next cycle begins the day after, and keeps the usual end',
};

export const sayLate: Words<CycleRules['late']> = {
  'keep-end': 'The next cycle counts from the old end, and so is shorter',
  'move-end': 'The next cycle counts from the late completion',
};

export const sayRepeats: Words<Repeats> = {
  always: 'Each time',
  'once-a-cycle': 'Once a cycle',
  'once-ever': 'Once ever',
  'first-delivery': 'Only the first time that it is held',
};

export const sayHeld: Words<Delivery> = {
  'in-person': 'in person',
  'live-online': 'live online',
  'self-paced': 'self-paced',
};

export const sayFeeKind: Words<RecertificationFee['kind']> = {
  renewal: 'once a cycle',
  late: 'besides, when a cycle is completed after its end',
  yearly: 'for each year of the cycle',
  entry: 'before any evidence counts',
  reinstatement: 'to come back',
};

export const sayEarning: Words<Suspension['earning']> = {
  counts: 'What is earned during it counts toward the cycle that ended',
  'does-not-count': 'What is earned during it doesn’t count toward the cycle that ended',
};

export const sayAfterLapse: Words<LifeRules['afterLapse']> = {
  'completion-renews': 'Completing the cycle still renews the certificate',
  reinstatement: 'Only a lead’s reinstatement brings it back',
};

export const sayOnReturn: Words<LifeRules['onReturn']> = {
  'new-cycle': 'A new cycle begins on the day of the return',
  'same-cycle': 'The old cycle goes on',
};

export const sayInReview: Words<LifeRules['inReview']> = {
  provisional: 'The certificate is provisionally renewed',
  'does-not-count': 'It counts only once it is accepted',
};

export const sayTwiceInARow: Words<ExtensionRules['twiceInARow']> = {
  allowed: 'Allowed for two cycles in a row',
  'not-allowed': 'Not for two cycles in a row',
};

export const sayAfterExtension: Words<ExtensionRules['next']> = {
  'from-extended-end': 'The next cycle counts from the extended end',
  'from-old-end': 'The next cycle counts from the end as it was',
};

export const sayMeanwhile: Words<AuditRules['meanwhile']> = {
  counts: 'A cycle counts as completed during its audit',
  withheld: 'A cycle doesn’t count as completed until its audit has passed',
};

export const saySilence: Words<AuditRules['silence']> = {
  'not-completed': 'the cycle isn’t completed',
  suspended: 'the certificate is suspended',
  revoked: 'the certificate is revoked',
};
