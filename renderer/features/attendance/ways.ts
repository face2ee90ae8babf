import { clockOf, dayOf } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { Answered, BannerContent } from './said.ts';
import type { DoorHand } from './use-check-in.ts';

/** Something that can be done about an answer at the door, by one key. */
export interface Way {
  readonly label: string;
  readonly keys: string;
  readonly kind?: 'primary' | 'quiet';
  readonly run: () => void;
}

/** What an answer asks more about than a key can say. */
interface DoorDialogs {
  /** The fee that came. */
  readonly money: (held: Answered) => void;
  /** A place that is given back. */
  readonly enroll: (held: Answered) => void;
}

/** The keys of the door: each means the same whatever was answered. */
export const doorKeys = {
  confirm: 'Mod+Enter',
  here: 'Mod+Shift+Enter',
  undo: 'Mod+Z',
  walkIn: 'F2',
  late: 'F7',
  leaves: 'F8',
  money: 'F9',
  next: 'Escape',
} as const;

/**
 * What can be done about what was said last, the likeliest first. Where no one came in, the last way is always to the
 * next in line.
 */
export function waysOf(
  said: BannerContent,
  hand: DoorHand,
  session: SessionRow,
  zone: string,
  dialogs: DoorDialogs,
): readonly Way[] {
  const next: Way = { label: 'Next', keys: doorKeys.next, kind: 'quiet', run: hand.next };
  const walkIn: Way = { label: 'Walk-in', keys: doorKeys.walkIn, run: () => hand.walkIn(true) };
  switch (said.kind) {
    case 'no one':
      return [{ label: 'Save the code', keys: doorKeys.confirm, run: () => void hand.confirm() }, walkIn, next];
    case 'taken-back':
      return said.whom
        ? [{ label: 'Check in again', keys: doorKeys.confirm, run: () => void hand.confirm() }, next]
        : [next];
    case 'problem':
      return [next];
    case 'noted':
      return [];
    case 'answer':
      return answerWays(said, hand, isOnAt(session, said.answer, zone), dialogs, { next, walkIn });
  }
}

function answerWays(
  said: Answered,
  hand: DoorHand,
  isOn: boolean,
  dialogs: DoorDialogs,
  { next, walkIn }: { readonly next: Way; readonly walkIn: Way },
): readonly Way[] {
  const { answer, there, input } = said;
  const { eventId, personId, name } = answer;
  const confirm = (label: string): Way => ({
    label,
    keys: doorKeys.confirm,
    kind: 'primary',
    run: () => void hand.confirm(),
  });
  const money: Way[] =
    answer.owes > 0 && answer.participantId
      ? [{ label: `Record ${sayCents(answer.owes)} received`, keys: doorKeys.money, run: () => dialogs.money(said) }]
      : [];
  const takeBack = (label: string): Way[] => {
    if (!eventId) return [];
    // Who came in at another session is not to come in again at this one.
    const whom = there === null ? { personId, code: input.code ?? null } : { personId: null, code: null };
    const event = { eventId, name: name ?? '', walkIn: answer.badgeNumber, ...whom };
    return [{ label, keys: doorKeys.undo, run: () => void hand.takeBack(event) }];
  };
  switch (answer.answer) {
    case 'checked-in': {
      const isLate = answer.notes.some(({ kind }) => kind === 'late');
      const late: Way[] =
        isOn && there === null && personId && !isLate
          ? [{ label: 'Came late', keys: doorKeys.late, run: () => void hand.note('late') }]
          : [];
      return [...takeBack('Undo'), ...late, ...money];
    }
    case 'already-in': {
      const leaves: Way = { label: 'Leaves early', keys: doorKeys.leaves, run: () => void hand.note('left') };
      return [...(isOn && there === null && personId ? [leaves] : []), ...takeBack('Undo'), next];
    }
    case 'wrong-session':
      return [
        confirm('Check in there'),
        { label: 'Check in here anyway', keys: doorKeys.here, run: () => void hand.confirmHere() },
        next,
      ];
    case 'wrong-day':
    case 'wrong-time':
      return [confirm('That’s right: check in'), next];
    case 'clock-wrong':
      return [confirm('Check in as it is'), next];
    case 'blank-badge':
      // The two fields for whoever wears it are open, and go with the answer.
      return [];
    case 'not-on-the-list':
      if (answer.mayConfirm) return [confirm('Check in as a guest'), next];
      return [confirm('Whose is it?'), walkIn, next];
    case 'other-program':
    case 'misread':
      return [confirm('Whose is it?'), walkIn, next];
    case 'fee-owed':
      return [confirm('Check in anyway'), ...money, next];
    case 'wrong-cohort':
      return [confirm('Check in anyway'), next];
    case 'withdrawn':
      return answer.participantId
        ? [
            {
              label: 'Enroll again…',
              keys: doorKeys.confirm,
              kind: 'primary',
              run: () => dialogs.enroll(said),
            },
            next,
          ]
        : [next];
  }
}

/** Whether the session was on when this was answered. */
function isOnAt({ heldOn, startsAt, endsAt }: SessionRow, { at }: CheckInAnswer, zone: string): boolean {
  const clock = clockOf(at, zone);
  return dayOf(at, zone) === heldOn && clock > startsAt && clock < endsAt;
}
