import type { Handlers } from '../handler.ts';
import { accept } from './applicants-accept.ts';
import { defer } from './applicants-defer.ts';
import { answer, overrule } from './applicants-facts.ts';
import { setStatus } from './applicants-status.ts';
import { setSubmitted } from './applicants-submitted.ts';

export const applicantCommands: Pick<
  Handlers,
  | 'applicants.accept'
  | 'applicants.defer'
  | 'applicants.setStatus'
  | 'applicants.setSubmitted'
  | 'applicants.answer'
  | 'applicants.overrule'
> = {
  'applicants.accept': accept,
  'applicants.defer': defer,
  'applicants.setStatus': setStatus,
  'applicants.setSubmitted': setSubmitted,
  'applicants.answer': answer,
  'applicants.overrule': overrule,
};
