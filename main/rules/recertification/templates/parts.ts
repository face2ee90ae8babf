import type { Clause } from '../../../../shared/model/clause.ts';
import { Credit, type Span } from '../../../../shared/model/recertification/amounts.ts';
import type { Requirement } from '../../../../shared/model/recertification/requirement.ts';
import { RecertificationRules, type WrittenRules } from '../../../../shared/model/recertification/rules.ts';

/** A policy that a lead can start from: another program's rules, or this one's. */
export interface Template {
  readonly key: string;
  readonly title: string;
  /** Whose rules they are, and where they are written down. */
  readonly source: string;
  /** What the source doesn't say, or says in two ways; what no template can say yet. */
  readonly notes: readonly string[];
  readonly rules: RecertificationRules;
}

/** A template's rules, read by the same schema as a lead's own. */
export const rulesOf = (written: WrittenRules): RecertificationRules => RecertificationRules.parse(written);

/** A sentence of the source. */
export const stated = (id: string, title: string, text: string): Clause => ({ id, title, text, source: 'page' });

/** A point on which the source is silent, with what was chosen. */
export const silent = (id: string, title: string, text: string): Clause => ({ id, title, text, source: 'silent' });

/** Hours, points or credits as hundredths. */
export const of = (amount: number): Credit => Credit.parse(Math.round(amount * 100));

export const days = (count: number): Span => ({ unit: 'days', count });
export const months = (count: number): Span => ({ unit: 'months', count });
export const years = (count: number): Span => ({ unit: 'years', count });

/** So much in all. */
export const total = (amount: number, clause: string): Requirement => ({
  kind: 'credit',
  of: { kind: 'total' },
  least: of(amount),
  per: 'cycle',
  clause,
});

/** So much of a category. */
export const least = (category: string, amount: number, clause: string): Requirement => ({
  kind: 'credit',
  of: { kind: 'category', category },
  least: of(amount),
  per: 'cycle',
  clause,
});

export const item = (key: string, clause: string): Requirement => ({ kind: 'item', item: key, clause });
export const all = (clause: string, ...each: Requirement[]): Requirement => ({ kind: 'all', of: each, clause });
export const any = (clause: string, ...each: Requirement[]): Requirement => ({
  kind: 'some',
  count: 1,
  of: each,
  clause,
});

export const hours = { one: 'hour', many: 'hours' };
