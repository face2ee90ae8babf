import { z } from 'zod';
import { reads } from '../call.ts';
import { PolicyKey } from '../model/clause.ts';
import { CivilDate } from '../model/dates.ts';
import { Credit } from '../model/recertification/amounts.ts';
import type { Contradiction } from '../model/recertification/contradiction.ts';
import type { RecertificationExample } from '../model/recertification/example.ts';
import { RecertificationRules } from '../model/recertification/rules.ts';
import type { RulesInForce, RulesTemplate } from '../views/recertification-rules.ts';
import { nothing } from './inputs.ts';

/** The calls about the rules of re-certification, as they are and as they would be; shared/api.ts has them with all others. */
export const recertificationRulesCalls = {
  'recertification.rules': reads<RulesInForce | null>().takes(
    'The rules of re-certification in force, and since which version',
    nothing,
    { from: ['policyVersion'] },
  ),
  'recertification.templates': reads<readonly RulesTemplate[]>().takes(
    'The rules of other programs, and of this one, that a lead can start from',
    nothing,
    { from: ['policyVersion'] },
  ),
  'recertification.contradictions': reads<readonly Contradiction[]>().takes(
    'What in a draft of the rules contradicts itself, and where',
    z.strictObject({ rules: RecertificationRules }),
    { from: ['policyVersion'] },
  ),
  'recertification.example': reads<RecertificationExample>().takes(
    'What a draft of the rules would mean for somebody; writes nothing',
    z.strictObject({
      rules: RecertificationRules,
      /** The day of graduation, issue, or exam, from which the first cycle counts. */
      certifiedOn: CivilDate,
      /** For dates that the rules state for a cohort. */
      cohort: z.string().trim().max(200).default(''),
      /** For cycles that end with the birth month. */
      birthMonth: z.int().min(1).max(12).nullable().default(null),
      /** What was done, by kind of credit; null: of no kind. */
      earned: z
        .array(z.strictObject({ category: PolicyKey.nullable(), credit: Credit }))
        .max(60)
        .default([]),
      /** Items of the checklist that are in. */
      ticked: z.array(PolicyKey).max(40).default([]),
      /** Whether the fees are paid. */
      paid: z.boolean().default(false),
      /** The day on which all of this was done; null: the day asked about. */
      doneOn: CivilDate.nullable().default(null),
      /** The day asked about; null: today. */
      on: CivilDate.nullable().default(null),
    }),
    { from: ['policyVersion'] },
  ),
};
