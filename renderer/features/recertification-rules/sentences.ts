import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { askedSentences, checklistSentences, creditSentences } from './asked-sentences.ts';
import { cycleSentences, datesSentences } from './cycle-sentences.ts';
import { carryOverSentences, feeSentences, lifeSentences, timeSentences } from './life-sentences.ts';
import type { RuleSentence } from './rule-sentence.ts';

/** The parts of the rules, in the order in which they are read and edited. */
export const ruleParts = [
  'cycle',
  'clocks',
  'asked',
  'checklist',
  'credit',
  'carry-over',
  'fees',
  'life',
  'extensions',
  'dates',
] as const;
export type RulePart = (typeof ruleParts)[number];

export const sayRulePart: Readonly<Record<RulePart, string>> = {
  cycle: 'Cycles',
  clocks: 'Last days and grace',
  asked: 'What a cycle asks for',
  checklist: 'Checklist of documents',
  credit: 'Kinds of credit',
  'carry-over': 'Carried over',
  fees: 'Fees',
  life: 'Lapse and return',
  extensions: 'Extensions and audits',
  dates: 'Dates stated for some',
};

/** Rules in plain words, part by part. Every part says something, also where the rules have nothing of the kind. */
export const sayRules = (rules: RecertificationRules): Readonly<Record<RulePart, readonly RuleSentence[]>> => ({
  cycle: cycleSentences(rules),
  clocks: timeSentences(rules),
  asked: askedSentences(rules, rules.requirement),
  checklist: checklistSentences(rules),
  credit: creditSentences(rules),
  'carry-over': carryOverSentences(rules),
  fees: feeSentences(rules),
  life: lifeSentences(rules).life,
  extensions: lifeSentences(rules).extensions,
  dates: datesSentences(rules),
});
