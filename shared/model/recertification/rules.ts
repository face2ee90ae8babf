import { z } from 'zod';
import { Clause, PolicyKey, PolicyText } from '../clause.ts';
import { CarryOver, Category } from './credit.ts';
import { Adjustment, Clocks, CycleRules } from './cycle.ts';
import { LifeRules, RecertificationFee } from './life.ts';
import { Requirement } from './requirement.ts';

const Titled = z.strictObject({ key: PolicyKey, title: PolicyText });

/**
 * How a certification is kept, whole and as data. It brings its own clauses, so that a template can be taken over as it
 * is; whatever a program's page doesn't say has a clause that says so.
 */
export const RecertificationRules = z.strictObject({
  clauses: z.array(Clause).min(1).max(200),
  /** What credit is counted in: hour and hours, point and points. */
  unit: z.strictObject({ one: PolicyText, many: PolicyText }),
  cycle: CycleRules,
  adjustments: z.array(Adjustment).max(200).default([]),
  clocks: Clocks,
  requirement: Requirement,
  checklist: z.array(Titled).max(40).default([]),
  categories: z.array(Category).max(60).default([]),
  strands: z.array(Titled).max(40).default([]),
  /** Whether credit counts only with a strand. */
  strand: z.enum(['needed', 'not-needed']).default('not-needed'),
  /** Whether credit that was counted toward another certificate counts here too. */
  elsewhere: z.enum(['counts', 'does-not-count']).default('counts'),
  elsewhereClause: PolicyKey,
  carryOver: CarryOver.nullable().default(null),
  fees: z.array(RecertificationFee).max(20).default([]),
  life: LifeRules,
});
export type RecertificationRules = z.infer<typeof RecertificationRules>;
/** The same as they are written down, before the parts that have a usual value are filled in. */
export type WrittenRules = z.input<typeof RecertificationRules>;
