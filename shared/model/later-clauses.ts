import type { Clause } from './clause.ts';

/** The text of silent points that versions from before them do not have. */
export const laterClauses: readonly Clause[] = [
  [
    'silent-early',
    'Early applications',
    'The page does not say what becomes of an application that was sent before the window opened. It is shown as early and takes its place in the order.',
  ],
  [
    'silent-returning',
    'Withdrawn and back',
    'The page does not say which place someone gets who withdraws and comes back. The day of the return counts.',
  ],
  [
    'silent-organization-cap',
    'Seats for one school system',
    'The page does not say how many seats may go to people of one school system. There is no limit.',
  ],
  [
    'silent-course-measure',
    'How much of a course',
    'The page does not say how much of a course must be attended. One session of a course completes it.',
  ],
  [
    'silent-least-share',
    'How much of a session',
    'The page does not say what happens when someone comes late or leaves early. Three quarters of a session’s hours count as attended; less is attended in part.',
  ],
  [
    'silent-parts-of-sessions',
    'Parts of several sessions',
    'The page does not say whether parts of several sessions of a course make a whole. They do not add up.',
  ],
  [
    'silent-excused',
    'Excused absences',
    'The page does not say whether an excused absence counts. What was missed must be made up.',
  ],
  [
    'silent-make-up-assignment',
    'Who may make up a course',
    'The page does not say whether a make-up must be arranged beforehand. It counts whether or not a lead assigned it.',
  ],
  [
    'silent-fee-at-graduation',
    'The fee at graduation',
    'The page does not say whether someone who owes the course fee can graduate. The fee is not asked for at graduation; the lead is told who owes it.',
  ],
  [
    'silent-requirements',
    'Other requirements',
    'The page names no requirement for graduation besides the courses. There is none until the leads add one.',
  ],
  [
    'silent-make-up-deadline',
    'Until when a course can be made up',
    'The page does not say when a course must be made up by. There is no last day.',
  ],
  [
    'silent-fee-at-the-door',
    'The fee at the door',
    'The page does not say whether someone who owes the course fee can be checked in. They are, and the lead at the door is reminded.',
  ],
  [
    'silent-late-at-the-door',
    'Coming late',
    'The page does not say when someone counts as late. A check-in records when someone came; only a lead marks it late.',
  ],
  [
    'silent-years',
    'Counting years',
    'The page does not say how years of experience are counted. They count as the applicant gives them, and a part of a year is not rounded up.',
  ],
  [
    'silent-window',
    'Application window',
    'The page does not say when applications open and close. The leads set the first and the last day for each cohort.',
  ],
  [
    'silent-fee-payment',
    'How the fee is paid',
    'The page does not say how or by when the fee is paid. Each payment is recorded as it comes in, with its method as the payer gave it, and there is no due date.',
  ],
  [
    'silent-fee-refunds',
    'Refunds and waivers',
    'The page does not speak of refunds or waivers. There are none unless a lead enters one, with a reason.',
  ],
  [
    'silent-conferences',
    'The conferences',
    'The page names neither the conferences nor their dates. The leads enter them for each year.',
  ],
  [
    'silent-course-days',
    'Which course on which day',
    'The page does not say which course falls on which day. The leads plan the sessions of each cohort.',
  ],
  [
    'silent-documents',
    'The documentation',
    'The page does not say what the documentation consists of. The day on which documents came in is recorded, and a lead judges them.',
  ],
  [
    'silent-lapse',
    'Extension, lapse and reinstatement',
    'The page does not speak of a certificate’s lapse. An overdue graduate is shown as overdue, and nothing lapses by itself.',
  ],
  [
    'silent-second-review',
    'A second pair of eyes',
    'The page does not say who judges what came in. One lead decides about a piece of evidence; a second one is asked only where the leads set it so.',
  ],
  [
    'silent-reminder',
    'Reminder',
    'The page does not say when graduates are reminded. Today shows due dates from 90 days ahead.',
  ],
].map(([id = '', title = '', words = '']) => ({ id, title, text: words, source: 'silent' }));
