import { z } from 'zod';
import { reads, works, writes } from './call.ts';
import { applicationStatuses, Overrule } from './model/applicants.ts';
import { CheckInMethod } from './model/attendance.ts';
import { CohortStatus } from './model/cohorts.ts';
import { CivilDate, ClockTime } from './model/dates.ts';
import * as id from './model/ids.ts';
import { ImportKind, RowOutcome, SheetMapping } from './model/imports.ts';
import { Cents } from './model/money.ts';
import { Policy } from './model/program.ts';
import { type ApplicantDetail, type ApplicantsPage, applicantColumns, applicantShows } from './views/applicants.ts';
import type { CheckInAnswer, CheckInMatch, SessionView } from './views/attendance.ts';
import type { CohortsView, ParticipantsPage, SessionRow, YearView } from './views/cohorts.ts';
import { participantColumns } from './views/cohorts.ts';
import type { DeskStatus, ProgramView, TodayView } from './views/desk.ts';
import { type GraduateDetail, type GraduatesPage, graduateShows } from './views/graduates.ts';
import type { HistoryDetail, HistoryRow } from './views/history.ts';
import type { ImportOutcome, ImportPreview, ImportReading } from './views/imports.ts';
import { type Page, Slice, sortBy, type WrittenFile } from './views/page.ts';
import type { PersonHit, PersonView } from './views/people.ts';
import { type RecertificationDetail, type RecertificationPage, recertificationShows } from './views/recertification.ts';

const nothing = z.strictObject({});
const reason = z.string().trim().min(3, 'a reason of at least three letters').max(500);
const name = z.string().trim().min(1, 'a name').max(200);
const many = <Id extends z.ZodType>(one: Id) => z.array(one).min(1).max(100_000);

const applicantList = {
  cohortId: id.CohortId,
  show: z.enum(applicantShows).default('in-order'),
  sort: sortBy(applicantColumns),
  ...Slice,
};
const participantList = { cohortId: id.CohortId, sort: sortBy(participantColumns), ...Slice };
const graduateList = {
  cohortId: id.CohortId.nullable().default(null),
  show: z.enum(graduateShows).default('graduates'),
  sort: sortBy(['name', 'organization', 'cohort', 'verdict', 'attended', 'graduatedOn', 'certificate']),
  ...Slice,
};
const recertificationList = {
  on: CivilDate.nullable().default(null),
  show: z.enum(recertificationShows).default('owe'),
  cohortId: id.CohortId.nullable().default(null),
  sort: sortBy(['name', 'cohort', 'state', 'dueOn', 'receivedOn', 'organization', 'remark']),
  ...Slice,
};
const cohortFacts = {
  name,
  opensOn: CivilDate.nullable(),
  closesOn: CivilDate.nullable(),
  seats: z.int().min(1).max(100_000),
  startsOn: CivilDate.nullable(),
  endsOn: CivilDate.nullable(),
};
const sessionFacts = {
  courseId: id.CourseId,
  cohortIds: many(id.CohortId),
  conferenceId: id.ConferenceId.nullable(),
  heldOn: CivilDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  room: name.nullable(),
};
const reading = {
  readingId: z.string(),
  kind: ImportKind,
  mappings: z.array(SheetMapping).max(200),
  cohortId: id.CohortId.nullable(),
};

/** Every call between the screens, the terminal and the main process, each declared once. */
export const api = {
  'desk.status': reads<DeskStatus>().takes('What the frame shows around every screen', nothing),
  'desk.backUp': works<WrittenFile | null>().takes('Write a checked copy of the database to a file', nothing),
  'desk.showFile': works<null>().takes(
    'Show a file that was just written in its folder',
    z.strictObject({ file: z.string() }),
  ),
  'desk.cancel': works<null>().takes('Cancel the work that is running', nothing),

  'program.show': reads<ProgramView | null>().takes('The program’s policy in force, and its versions', nothing),
  'program.establish': writes<null>().takes(
    'Start a program from a policy that comes with the app',
    z.strictObject({ program: z.enum(['al-cto']) }),
  ),
  'program.revise': writes<{ number: number }>().takes(
    'Adopt a new version of the policy from a day on',
    z.strictObject({ policy: Policy, effectiveOn: CivilDate, note: reason }),
  ),
  'program.openSample': works<null>().takes('Fill an empty desk with the sample program', nothing),

  'today.show': reads<TodayView>().takes('What waits today', nothing),

  'imports.read': works<ImportReading | null>().takes(
    'Read a spreadsheet, writing nothing; or take one that was read for another kind',
    z.strictObject({
      file: z.string().max(4_096).nullable().default(null),
      readingId: z.string().nullable().default(null),
      kind: ImportKind.nullable().default(null),
    }),
  ),
  'imports.preview': works<ImportPreview>().takes(
    'What an import would do, row by row',
    z.strictObject({ ...reading, show: RowOutcome.nullable().default(null), ...Slice }),
  ),
  'imports.apply': works<ImportOutcome>().takes(
    'Write what the preview showed, as one command',
    z.strictObject(reading),
  ),
  'imports.saveUnusable': works<WrittenFile | null>().takes(
    'Save the rows that can’t be used, with a reason column',
    z.strictObject(reading),
  ),

  'people.search': reads<readonly PersonHit[]>().takes(
    'People whose name, e-mail or school system begins like this',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100).default(20) }),
  ),
  'people.show': reads<PersonView>().takes('One person', z.strictObject({ personId: id.PersonId })),
  'people.revise': writes<null>().takes(
    'Correct a person’s name, address or post',
    z.strictObject({
      personId: id.PersonId,
      givenName: name.optional(),
      familyName: name.optional(),
      certificateName: name.nullable().optional(),
      email: z.email().toLowerCase().nullable().optional(),
      phone: z.string().max(40).nullable().optional(),
      jobTitle: z.string().max(200).nullable().optional(),
    }),
  ),

  'applicants.list': reads<ApplicantsPage>().takes(
    'The applicants of a cohort in their order',
    z.strictObject(applicantList),
  ),
  'applicants.show': reads<ApplicantDetail>().takes(
    'One applicant, with the decision and why',
    z.strictObject({ applicationId: id.ApplicationId }),
  ),
  'applicants.accept': writes<{ accepted: number }>().takes(
    'Accept applicants: those named, or everyone within the seats',
    z.strictObject({
      cohortId: id.CohortId,
      applicationIds: z.union([z.literal('within-seats'), many(id.ApplicationId)]),
    }),
  ),
  'applicants.setStatus': writes<{ changed: number }>().takes(
    'Put applicants under review, on the waiting list, declined, withdrawn or deferred',
    z.strictObject({
      applicationIds: many(id.ApplicationId),
      status: z.enum(applicationStatuses).exclude(['accepted']),
      reason: reason.nullable().default(null),
    }),
  ),
  'applicants.answer': writes<null>().takes(
    'Settle what a form left open',
    z.strictObject({
      applicationId: id.ApplicationId,
      membership: z.string().nullable().optional(),
      highestPost: z.enum(['yes', 'no']).nullable().optional(),
      yearsInEducation: z.number().min(0).max(60).nullable().optional(),
    }),
  ),
  'applicants.overrule': writes<null>().takes(
    'Set a lead’s decision against the rule, with a reason; null takes it back',
    z.strictObject({ applicationId: id.ApplicationId, overrule: Overrule.nullable() }),
  ),
  'applicants.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({ ...applicantList, columns: z.array(z.enum(applicantColumns)).min(1) }),
  ),

  'cohorts.list': reads<CohortsView>().takes('Every cohort', nothing),
  'cohorts.participants': reads<ParticipantsPage>().takes(
    'A cohort’s participants and their courses',
    z.strictObject(participantList),
  ),
  'cohorts.create': writes<{ cohortId: id.CohortId }>().takes(
    'Open a new cohort; seats and fee as the policy says, unless given',
    z.strictObject({
      name,
      opensOn: cohortFacts.opensOn.default(null),
      closesOn: cohortFacts.closesOn.default(null),
      startsOn: cohortFacts.startsOn.default(null),
      endsOn: cohortFacts.endsOn.default(null),
      ...z.strictObject({ seats: cohortFacts.seats, fee: Cents }).partial().shape,
    }),
  ),
  'cohorts.revise': writes<null>().takes(
    'Change a cohort’s window, seats, fee, dates or status',
    z.strictObject({
      cohortId: id.CohortId,
      ...z.strictObject({ ...cohortFacts, fee: Cents, status: CohortStatus }).partial().shape,
    }),
  ),
  'cohorts.exportRoster': works<WrittenFile | null>().takes(
    'The roster of a cohort as a spreadsheet',
    z.strictObject({ ...participantList, columns: z.array(z.enum(participantColumns)).min(1).optional() }),
  ),

  'courses.year': reads<YearView>().takes(
    'A cohort’s year: courses, sessions, conferences',
    z.strictObject({ cohortId: id.CohortId }),
  ),
  'courses.addConference': writes<{ conferenceId: id.ConferenceId }>().takes(
    'Note a conference and its days',
    z.strictObject({ name, startsOn: CivilDate, endsOn: CivilDate, place: name.nullable() }),
  ),
  'courses.planSession': writes<{ sessionId: id.SessionId }>().takes(
    'Plan a session of a course',
    z.strictObject(sessionFacts),
  ),
  'courses.reviseSession': writes<null>().takes(
    'Move a session, or change its room or cohorts',
    z.strictObject({ sessionId: id.SessionId, ...z.strictObject(sessionFacts).partial().shape }),
  ),
  'courses.removeSession': writes<null>().takes(
    'Take a session without attendance off the plan',
    z.strictObject({ sessionId: id.SessionId }),
  ),

  'attendance.sessions': reads<readonly SessionRow[]>().takes(
    'Every session with who was expected and who came',
    z.strictObject({ cohortId: id.CohortId.nullable().default(null) }),
  ),
  'attendance.session': reads<SessionView>().takes(
    'One session: everyone expected and the last check-ins',
    z.strictObject({ sessionId: id.SessionId, people: z.boolean().default(true) }),
  ),
  'attendance.find': reads<readonly CheckInMatch[]>().takes(
    'Whom three letters, an e-mail address or a code may mean',
    z.strictObject({ sessionId: id.SessionId, text: z.string().max(200), limit: z.int().min(1).max(50).default(6) }),
  ),
  'attendance.checkIn': writes<CheckInAnswer>().takes(
    'Check a person in, or keep a code that nobody has',
    z.strictObject({
      sessionId: id.SessionId,
      personId: id.PersonId.nullable().default(null),
      code: z.string().trim().min(1).max(200).nullable().default(null),
      method: CheckInMethod,
      confirmed: z.boolean().default(false),
      /** A code that was kept and turns out to be this person's. */
      keptEventId: id.AttendanceEventId.nullable().default(null),
    }),
  ),
  'attendance.mark': writes<{ marked: number }>().takes(
    'Mark several people present from a sign-in sheet',
    z.strictObject({ sessionId: id.SessionId, personIds: many(id.PersonId) }),
  ),
  'attendance.annul': writes<null>().takes(
    'Take a check-in back, with a reason',
    z.strictObject({ eventId: id.AttendanceEventId, reason }),
  ),

  'graduates.list': reads<GraduatesPage>().takes('Graduates, and who may graduate', z.strictObject(graduateList)),
  'graduates.show': reads<GraduateDetail>().takes(
    'One graduate or participant, with the decision and why',
    z.strictObject({ participantId: id.ParticipantId }),
  ),
  'graduates.graduate': writes<{ graduated: number }>().takes(
    'Graduate participants who have every course, and issue their certificates',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all-who-may'), many(id.ParticipantId)]),
      graduatedOn: CivilDate,
    }),
  ),
  'graduates.printCertificates': works<WrittenFile | null>().takes(
    'Certificates as a PDF, one page each',
    z.strictObject({
      cohortId: id.CohortId,
      participantIds: z.union([z.literal('all'), many(id.ParticipantId)]).default('all'),
    }),
  ),
  'graduates.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject(graduateList),
  ),

  'recertification.list': reads<RecertificationPage>().takes(
    'Who is due, received or overdue on a day',
    z.strictObject(recertificationList),
  ),
  'recertification.show': reads<RecertificationDetail>().takes(
    'One graduate’s re-certification, and why',
    z.strictObject({ participantId: id.ParticipantId, on: CivilDate.nullable().default(null) }),
  ),
  'recertification.receive': writes<{ received: number }>().takes(
    'Note that documents came in',
    z.strictObject({
      dueIds: many(id.RecertificationDueId),
      receivedOn: CivilDate,
      note: z.string().trim().max(500).nullable().default(null),
    }),
  ),
  'recertification.setDue': writes<{ set: number }>().takes(
    'Set the due date of a cohort’s graduates',
    z.strictObject({ cohortId: id.CohortId, dueOn: CivilDate }),
  ),
  'recertification.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject(recertificationList),
  ),

  'history.list': reads<Page<HistoryRow>>().takes('What was done, newest first', z.strictObject(Slice)),
  'history.show': reads<HistoryDetail>().takes('What one command changed', z.strictObject({ commandId: id.CommandId })),
  'history.undo': writes<{ label: string }>().takes(
    'Take a command back: the one named, or the last',
    z.strictObject({ commandId: id.CommandId.nullable().default(null) }),
  ),
  'history.redo': writes<{ label: string }>().takes('Do again what was taken back last', nothing),
};

export type Api = typeof api;
export type CallName = keyof Api;
/** What a caller sends; what has a default may be left out. */
export type InputOf<Name extends CallName> = z.input<Api[Name]['input']>;
/** What a handler receives: parsed, with its defaults. */
export type ParsedInputOf<Name extends CallName> = z.output<Api[Name]['input']>;
export type OutputOf<Name extends CallName> = Exclude<Api[Name]['output'], undefined>;
/** The names of the calls of one kind. */
export type NamesOf<Kind extends 'reads' | 'writes' | 'works'> = {
  [Name in CallName]: Api[Name]['kind'] extends Kind ? Name : never;
}[CallName];

/** Whether a text names a call. */
export const isCallName = (text: string): text is CallName => Object.hasOwn(api, text);
