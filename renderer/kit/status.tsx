import {
  ArrowUp,
  Ban,
  CalendarClock,
  CalendarX,
  Check,
  CircleDashed,
  CircleDollarSign,
  CircleDot,
  CircleHelp,
  ClipboardList,
  Clock,
  ClockAlert,
  DoorOpen,
  Equal,
  EyeOff,
  FileCheck,
  Globe,
  type LucideIcon,
  Minus,
  Pencil,
  Plus,
  Redo2,
  ScanLine,
  Tag,
  Undo2,
  Users,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { type ApplicationStatus, type RankingVerdict, sayStatus, sayVerdict } from '../../shared/model/applicants.ts';
import { type Presence, sayCheckInAnswer, sayPresence } from '../../shared/model/attendance.ts';
import {
  type CohortStatus,
  type ParticipantStatus,
  sayCohortStatus,
  sayParticipantStatus,
} from '../../shared/model/cohorts.ts';
import { type FeeState, sayFeeState } from '../../shared/model/fees.ts';
import {
  type CourseStanding,
  type GraduationVerdict,
  sayCourseStanding,
  sayGraduation,
} from '../../shared/model/graduates.ts';
import { type RowOutcome, sayRowOutcome } from '../../shared/model/imports.ts';
import { type AuditState, sayAuditState } from '../../shared/model/recertification/facts.ts';
import { type LifeState, sayLife } from '../../shared/model/recertification/standing.ts';
import { type RecertificationState, sayRecertification } from '../../shared/model/recertification.ts';
import type { CheckInAnswer } from '../../shared/views/attendance.ts';
import type { SessionRow } from '../../shared/views/cohorts.ts';
import type { HistoryRow } from '../../shared/views/history.ts';

/** Every state that something of the program can be in. */
export type StatusKey =
  | ApplicationStatus
  | RankingVerdict
  | CohortStatus
  | ParticipantStatus
  | GraduationVerdict
  | CourseStanding
  | RecertificationState
  | LifeState
  | FeeState
  | RowOutcome
  | Presence
  | SessionRow['when']
  | HistoryRow['state']
  | CheckInAnswer['answer']
  | 'late'
  | 'over-capacity'
  | 'make-up-needed'
  | 'make-up-planned'
  | 'overruled'
  | 'no-due-date'
  | 'evidence-missing'
  | 'to-review'
  | 'partly-accepted'
  | 'returned'
  | 'listed'
  | 'left-off'
  | 'revoked'
  | 'silent'
  | `audit-${AuditState}`
  | 'in-force';

/** What a state means at a glance. */
export type Tone = 'ok' | 'wait' | 'bad' | 'info' | 'mute' | 'accent';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly word: string;
}

const ok = (word: string, icon: LucideIcon = Check): Look => ({ icon, tone: 'ok', word });
const wait = (word: string, icon: LucideIcon = Clock): Look => ({ icon, tone: 'wait', word });
const bad = (word: string, icon: LucideIcon = X): Look => ({ icon, tone: 'bad', word });
const info = (word: string, icon: LucideIcon = CircleHelp): Look => ({ icon, tone: 'info', word });
const mute = (word: string, icon: LucideIcon = Minus): Look => ({ icon, tone: 'mute', word });

/** How each state looks, everywhere: an icon and a word, the colour third. */
export const looks: Readonly<Record<StatusKey, Look>> = {
  submitted: info(sayStatus.submitted, CircleDashed),
  'under-review': info(sayStatus['under-review']),
  accepted: ok(sayStatus.accepted),
  waiting: wait(sayStatus.waiting),
  declined: bad(sayStatus.declined),
  withdrawn: mute(sayStatus.withdrawn),
  deferred: mute(sayStatus.deferred, Redo2),

  'within-seats': ok(sayVerdict['within-seats']),
  'past-last-seat': bad(sayVerdict['past-last-seat'], Ban),
  'not-eligible': bad(sayVerdict['not-eligible']),
  'needs-a-look': info(sayVerdict['needs-a-look']),
  late: wait('Late'),
  overruled: info('Overruled', Pencil),

  planned: mute(sayCohortStatus.planned, CircleDashed),
  open: ok(sayCohortStatus.open),
  selecting: info(sayCohortStatus.selecting, ArrowUp),
  running: ok(sayCohortStatus.running),
  finished: mute(sayCohortStatus.finished, Check),

  enrolled: ok(sayParticipantStatus.enrolled),
  graduated: ok(sayParticipantStatus.graduated),

  'may-graduate': info(sayGraduation['may-graduate'], ArrowUp),
  'on-the-way': wait(sayGraduation['on-the-way']),
  'courses-missing': bad(sayGraduation['courses-missing']),
  'requirements-missing': wait(sayGraduation['requirements-missing'], ClipboardList),
  'not-enrolled': mute(sayGraduation['not-enrolled']),

  'make-up-needed': wait('Make-up needed', Redo2),
  'make-up-planned': info('Make-up', CalendarClock),

  attended: ok(sayCourseStanding.attended),
  'made-up': ok(sayCourseStanding['made-up'], Redo2),
  excused: wait(sayCourseStanding.excused, FileCheck),
  partly: wait(sayCourseStanding.partly, CircleDot),
  missed: bad(sayCourseStanding.missed),
  'to-come': mute(sayCourseStanding['to-come'], CircleDashed),
  'not-planned': mute(sayCourseStanding['not-planned']),

  present: ok(sayPresence.present),
  absent: bad(sayPresence.absent),

  received: ok(sayRecertification.received),
  'received-late': ok(sayRecertification['received-late'], Clock),
  due: wait(sayRecertification.due),
  'in-grace': wait(sayRecertification['in-grace']),
  overdue: bad(sayRecertification.overdue),
  'no-due-date': mute('No due date'),

  active: ok(sayLife.active),
  'window-open': info(sayLife['window-open'], CalendarClock),
  provisional: info(sayLife.provisional),
  reinstated: ok(sayLife.reinstated, Redo2),
  suspended: bad(sayLife.suspended, Ban),
  lapsed: bad(sayLife.lapsed, CalendarX),
  inactive: mute(sayLife.inactive),
  retired: mute(sayLife.retired, Check),
  exempt: mute(sayLife.exempt, FileCheck),

  'evidence-missing': wait('Missing', CircleDashed),
  'to-review': info('Waiting for review'),
  'partly-accepted': ok('Partly accepted', CircleDot),
  returned: bad('Returned', Undo2),

  'part-paid': wait(sayFeeState['part-paid']),
  paid: ok(sayFeeState.paid),
  overpaid: info(sayFeeState.overpaid, Plus),
  waived: ok(sayFeeState.waived, Pencil),
  refunded: wait(sayFeeState.refunded, Undo2),
  'nothing-due': mute(sayFeeState['nothing-due']),

  create: ok(sayRowOutcome.create, Plus),
  update: info(sayRowOutcome.update, Pencil),
  same: mute(sayRowOutcome.same, Equal),
  'cannot-be-used': bad(sayRowOutcome['cannot-be-used']),

  past: mute('Held', Check),
  today: info('Today', Clock),
  coming: mute('To come', CircleDashed),

  done: ok('In effect'),
  undone: mute('Undone', Undo2),
  undo: info('Undo', Undo2),
  redo: info('Redo', Redo2),

  'checked-in': ok('Checked in'),
  'already-in': wait('Already in'),
  'not-on-the-list': bad('Not on the list'),
  'wrong-cohort': wait('Another cohort'),
  'other-program': bad(sayCheckInAnswer['other-program'], Ban),
  misread: bad(sayCheckInAnswer.misread, ScanLine),
  'blank-badge': wait(sayCheckInAnswer['blank-badge'], Tag),
  'wrong-session': wait(sayCheckInAnswer['wrong-session'], DoorOpen),
  'fee-owed': wait(sayCheckInAnswer['fee-owed'], CircleDollarSign),
  'wrong-day': wait(sayCheckInAnswer['wrong-day'], CalendarX),
  'wrong-time': wait(sayCheckInAnswer['wrong-time']),
  'clock-wrong': wait(sayCheckInAnswer['clock-wrong'], ClockAlert),
  'over-capacity': wait('Over capacity', Users),

  listed: ok('On the list', Globe),
  'left-off': wait('Left off', EyeOff),
  revoked: bad('Revoked', Ban),

  'audit-to-answer': wait(sayAuditState['to-answer']),
  'audit-silent': bad(sayAuditState.silent, CalendarX),
  'audit-to-decide': info(sayAuditState['to-decide']),
  'audit-passed': ok(sayAuditState.passed),
  'audit-failed': bad(sayAuditState.failed),

  silent: info('The page is silent'),
  'in-force': ok('In force'),
};

/** A state as an icon and a word; `children` say more than the word: `Within seats, place 4 of 30`. */
export function Status({ of, children }: { readonly of: StatusKey; readonly children?: ReactNode }) {
  const { icon: Icon, tone, word } = looks[of];
  return (
    <span className={`status status-${tone}`}>
      <Icon aria-hidden="true" />
      <span className="status-word">{children ?? word}</span>
    </span>
  );
}
