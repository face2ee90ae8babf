import type { Handlers } from '../../call/handler.ts';
import { accept } from './accept.ts';
import { defer } from './defer.ts';
import { answer, overrule } from './facts.ts';
import { setStatus } from './status.ts';
import { setSubmitted } from './submitted.ts';

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
