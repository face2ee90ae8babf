import { useState } from 'react';
import type { ShadeKind } from '../../../shared/model/attendance.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { askReason, confirm } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';
import { useAttendance } from './store.ts';

/** What can be noted beside a check-in, with its key. */
export const shades: readonly { readonly kind: ShadeKind; readonly label: string; readonly keys: string }[] = [
  { kind: 'late', label: 'Came late…', keys: 'L' },
  { kind: 'left', label: 'Left early…', keys: 'E' },
  { kind: 'hours', label: 'Hours that count…', keys: 'H' },
  { kind: 'excused', label: 'Excuse…', keys: 'X' },
];

/** What a lead does to the people of a session: marks them present, notes something, or clears what is recorded. */
export function useAttendeeActs(
  session: SessionRow | undefined,
  { chosen, meant }: { readonly chosen: readonly AttendeeRow[]; readonly meant: readonly AttendeeRow[] },
) {
  const look = useAttendance((state) => state.look);
  const [noting, setNoting] = useState<ShadeKind | null>(null);
  const toMark = meant.filter(({ present }) => !present);
  const clear = () => look({ selected: new Set() });

  const markAll = async () => {
    if (!session || toMark.length === 0) return;
    if (chosen.length > 0 && !(await confirm(marking(session, toMark)))) return;
    const personIds = toMark.map(({ personId }) => personId);
    const result = await perform('attendance.mark', { sessionId: session.id, personIds });
    if (result.ok) clear();
  };

  const takeBack = async () => {
    const noted = meant.filter(({ present, presence }) => present || presence.standing !== 'not-in');
    if (!session || noted.length === 0) return;
    const reason = await askReason({
      title: `Clear what is recorded for ${noted.length === 1 ? noted[0]?.name : countOf(noted.length, 'person', 'people')}?`,
      sentence: 'All of it stays on record, marked as cleared.',
      action: 'Undo',
      kind: 'danger',
      placeholder: 'Entered by mistake',
    });
    if (reason === null) return;
    const personIds = noted.map(({ personId }) => personId);
    const result = await perform('attendance.takeBack', { sessionId: session.id, personIds, reason });
    if (result.ok) clear();
  };

  return {
    toMark,
    markAll: () => void markAll(),
    takeBack: () => void takeBack(),
    /** What is being noted; null: nothing. */
    noting,
    note: (kind: ShadeKind) => {
      if (meant.length > 0) setNoting(kind);
    },
    endNote: (did: boolean) => {
      setNoting(null);
      if (did) clear();
    },
  };
}

export type AttendeeActs = ReturnType<typeof useAttendeeActs>;

function marking(session: SessionRow, people: readonly AttendeeRow[]) {
  return {
    title: `Mark ${people.length === 1 ? people[0]?.name : countOf(people.length, 'person', 'people')} present?`,
    sentence: `At ${session.title} on ${sayDay(session.heldOn)}, as on the sign-in sheet.`,
    lines: people
      .slice(0, 8)
      .map(({ name }) => name)
      .concat(people.length > 8 ? [`and ${people.length - 8} more`] : []),
    action: `Mark ${people.length}`,
  };
}
