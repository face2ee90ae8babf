import { z } from 'zod';

/** What would become of one scan of a scanner log. */
export const scanOutcomes = [
  'check-in',
  'keep-code',
  'double',
  'already-in',
  'other-session',
  'no-session',
  'other-cohort',
  'no-cohort',
  'withdrawn',
  'cannot-be-read',
] as const;
export const ScanOutcome = z.enum(scanOutcomes);
export type ScanOutcome = z.infer<typeof ScanOutcome>;

/** How an outcome reads, in the list and above it. */
export const sayScanOutcome: Record<ScanOutcome, string> = {
  'check-in': 'Checks in',
  'keep-code': 'Code kept',
  double: 'Double scan',
  'already-in': 'Already in',
  'other-session': 'Another session',
  'no-session': 'At no session',
  'other-cohort': 'Another cohort',
  'no-cohort': 'In no cohort',
  withdrawn: 'Withdrawn',
  'cannot-be-read': 'Can’t be read',
};

/** The outcomes of scans that are left out, and that a lead may want to mend or look into. */
export const unusedOutcomes: readonly ScanOutcome[] = [
  'other-session',
  'no-session',
  'other-cohort',
  'no-cohort',
  'withdrawn',
  'cannot-be-read',
];
