import { Answers } from '../../../shared/model/applicants.ts';
import { type ImportField, importFields } from '../../../shared/model/imports.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { ApplicationFacts } from './application-facts.ts';
import { nameFields, nameOfAnswers } from './name-parts.ts';
import { nameKey } from './names.ts';
import type { KnownSubmission } from './plan-rows.ts';
import type { MappedSheet } from './sheet-rows.ts';

const namesAndTimes = new Set<ImportField>([...nameFields, 'submittedAt']);
const comparedFields = importFields.filter((field) => !namesAndTimes.has(field));

/** Whether a sending is this row: of the same moment, or of none told, with the same answers in this sheet. */
export function isSameSending(
  sheet: MappedSheet,
  sending: KnownSubmission,
  facts: ApplicationFacts,
  answers: Answers,
): boolean {
  if (facts.submittedAt !== null && sending.submittedAt !== facts.submittedAt) return false;
  const before = fromJson(Answers, sending.answers);
  return (
    nameKey(nameOfAnswers(before)) === facts.person.folded &&
    comparedFields.every((field) => !sheet.has(field) || alike(before[field] ?? '', answers[field] ?? ''))
  );
}

/** Whether two typed texts are one answer: punctuation, case and spaces differ from one export to the other. */
const alike = (before: string, after: string): boolean => before === after || foldName(before) === foldName(after);
