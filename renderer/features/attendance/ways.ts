import { clockOf, dayOf } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { CheckIn, Said } from './use-check-in.ts';

/** Something that can be done about an answer at the door, by one key. */
export interface Way {
  readonly label: string;
  readonly keys: string;
  readonly primary?: boolean;
  readonly run: () => void;
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
} as const;

/** What can be done about what was said last, the likeliest first. */
export function waysOf(
  said: Said,
  hand: CheckIn,
  session: SessionRow,
  zone: string,
  onMoney: () => void,
): readonly Way[] {
  const walkIn: Way = { label: 'Walk-in', keys: doorKeys.walkIn, run: () => hand.walkIn(true) };
  const confirm = (label: string): Way => ({
    label,
    keys: doorKeys.confirm,
    primary: true,
    run: () => void hand.confirm(),
  });
  if (said.kind === 'nobody') return [{ ...confirm('Keep the code'), primary: false }, walkIn];
  if (said.kind !== 'answer') return [];
  const { answer, there } = said;
  const isOn = isOnAt(session, answer, zone);
  const money: Way[] =
    answer.owes > 0 && answer.participantId
      ? [{ label: `Note ${sayCents(answer.owes)} received`, keys: doorKeys.money, run: onMoney }]
      : [];
  switch (answer.answer) {
    case 'checked-in': {
      const { eventId, name } = answer;
      const undo: Way[] = eventId
        ? [
            {
              label: 'Undo',
              keys: doorKeys.undo,
              run: () => void hand.takeBack({ eventId, name: name ?? '', code: null }),
            },
          ]
        : [];
      const isLate = answer.notes.some(({ kind }) => kind === 'late');
      const late: Way[] =
        isOn && there === null && answer.personId && !isLate
          ? [{ label: 'Came late', keys: doorKeys.late, run: () => void hand.note('late') }]
          : [];
      return [...undo, ...late, ...money];
    }
    case 'already-in': {
      const leaves: Way = { label: 'Leaves early', keys: doorKeys.leaves, run: () => void hand.note('left') };
      return isOn && answer.personId ? [leaves] : [];
    }
    case 'wrong-session':
      return [
        confirm('Check in there'),
        { label: 'Here all the same', keys: doorKeys.here, run: () => void hand.confirmHere() },
      ];
    case 'wrong-day':
    case 'wrong-time':
      return [confirm('It is right: check in')];
    case 'clock-wrong':
      return [confirm('Check in as it is')];
    case 'blank-badge':
      return [];
    case 'not-on-the-list':
      if (answer.mayConfirm) return [confirm('Check in as a guest')];
      return [confirm('Whose is it?'), walkIn];
    case 'other-program':
    case 'misread':
      return [confirm('Whose is it?'), walkIn];
    case 'fee-owed':
      return [confirm('Check in all the same'), ...money];
    case 'wrong-cohort':
      return [confirm('Check in all the same')];
    case 'withdrawn':
      return [];
  }
}

/** Whether the session was on when this was answered. */
function isOnAt({ heldOn, startsAt, endsAt }: SessionRow, { at }: CheckInAnswer, zone: string): boolean {
  const clock = clockOf(at, zone);
  return dayOf(at, zone) === heldOn && clock > startsAt && clock < endsAt;
}
