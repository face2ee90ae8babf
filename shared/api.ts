import type { z } from 'zod';
import type { Sources } from './call.ts';
import { aboutCalls } from './calls/about.ts';
import { applicantCalls } from './calls/applicants.ts';
import { attendanceCalls } from './calls/attendance.ts';
import { backupsCalls } from './calls/backups.ts';
import { badgeCalls } from './calls/badges.ts';
import { calendarCalls } from './calls/calendars.ts';
import { certificateDesignCalls } from './calls/certificate-designs.ts';
import { certificateCalls } from './calls/certificates.ts';
import { cohortCalls } from './calls/cohorts.ts';
import { columnSetCalls } from './calls/column-sets.ts';
import { courseCalls } from './calls/courses.ts';
import { credentialCalls } from './calls/credentials.ts';
import { deskCalls } from './calls/desk.ts';
import { deskCheckCalls } from './calls/desk-check.ts';
import { duplicateCalls } from './calls/duplicates.ts';
import { evidenceCalls } from './calls/evidence.ts';
import { exportCalls } from './calls/exports.ts';
import { feeCalls } from './calls/fees.ts';
import { filesCalls } from './calls/files.ts';
import { graduateCalls } from './calls/graduates.ts';
import { historyCalls } from './calls/history.ts';
import { importCalls } from './calls/imports.ts';
import { kioskCalls } from './calls/kiosk.ts';
import { letterCalls } from './calls/letters.ts';
import { noteCalls } from './calls/notes.ts';
import { offerCalls } from './calls/offers.ts';
import { organizationCalls } from './calls/organizations.ts';
import { paperCalls } from './calls/papers.ts';
import { peopleCalls } from './calls/people.ts';
import { personCalls } from './calls/person.ts';
import { preferencesCalls } from './calls/preferences.ts';
import { programCalls } from './calls/program.ts';
import { progressCalls } from './calls/progress.ts';
import { publishedCalls } from './calls/published.ts';
import { recertificationCalls } from './calls/recertification.ts';
import { recertificationLifeCalls } from './calls/recertification-life.ts';
import { recertificationRulesCalls } from './calls/recertification-rules.ts';
import { requirementCalls } from './calls/requirements.ts';
import { scanLogCalls } from './calls/scan-log.ts';
import { tagCalls } from './calls/tags.ts';
import { todayCalls } from './calls/today.ts';
import { transcriptCalls } from './calls/transcripts.ts';
import type { TableName } from './model/tables.ts';

/** Every call between the screens, the terminal and the main process; each is declared once, in shared/calls. */
export const api = {
  ...applicantCalls,
  ...attendanceCalls,
  ...badgeCalls,
  ...calendarCalls,
  ...certificateCalls,
  ...certificateDesignCalls,
  ...cohortCalls,
  ...columnSetCalls,
  ...credentialCalls,
  ...courseCalls,
  ...aboutCalls,
  ...preferencesCalls,
  ...backupsCalls,
  ...filesCalls,
  ...deskCalls,
  ...deskCheckCalls,
  ...duplicateCalls,
  ...evidenceCalls,
  ...exportCalls,
  ...feeCalls,
  ...graduateCalls,
  ...historyCalls,
  ...importCalls,
  ...kioskCalls,
  ...letterCalls,
  ...noteCalls,
  ...offerCalls,
  ...organizationCalls,
  ...paperCalls,
  ...peopleCalls,
  ...personCalls,
  ...programCalls,
  ...progressCalls,
  ...publishedCalls,
  ...recertificationCalls,
  ...recertificationLifeCalls,
  ...recertificationRulesCalls,
  ...requirementCalls,
  ...scanLogCalls,
  ...tagCalls,
  ...todayCalls,
  ...transcriptCalls,
};

export type Api = typeof api;
export type CallName = keyof Api;
/** The calls whose answers a screen may keep: they say which changes make an answer old. */
export type KeptCallName = {
  [Name in CallName]: Api[Name]['from'] extends readonly [] ? never : Name;
}[CallName];
/** What a caller sends; what has a default may be left out. */
export type InputOf<Name extends CallName> = z.input<Api[Name]['input']>;
/** What a handler receives: parsed, with its defaults. */
export type ParsedInputOf<Name extends CallName> = z.output<Api[Name]['input']>;
export type OutputOf<Name extends CallName> = Exclude<Api[Name]['output'], undefined>;
/** Whether a text names a call. */
export const isCallName = (text: string): text is CallName => Object.hasOwn(api, text);

/** The calls whose answers are made of one of these tables, or of more than tables: what to ask again after a change. */
export function callsFrom(tables: readonly TableName[]): readonly CallName[] {
  // The keys of `api` are exactly the names of the calls; Object.keys forgets it.
  const names = Object.keys(api) as CallName[];
  return names.filter((name) => {
    const from: Sources = api[name].from;
    return from === 'everything' || from.some((table) => tables.includes(table));
  });
}
