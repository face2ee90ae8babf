import { create } from 'zustand';
import type { MomentDoubt } from '../../../shared/model/attendance.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { Sort } from '../../kit/data-table/column.ts';

/** Whom a session's list shows. */
const attendeeShows = ['everyone', 'here', 'not-here', 'excused'] as const;
export type AttendeeShow = (typeof attendeeShows)[number];

interface Look {
  readonly show: AttendeeShow;
  readonly search: string;
  readonly sort: Sort | null;
  readonly openId: PersonId | null;
  readonly selected: ReadonlySet<string>;
}

/** What is being looked at on a session's list. */
export const useAttendance = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  show: 'everyone',
  search: '',
  sort: null,
  openId: null,
  selected: new Set(),
  look: (part) => set(part),
}));

interface Granted {
  readonly bySession: ReadonlyMap<SessionId, readonly MomentDoubt[]>;
  readonly grant: (sessionId: SessionId, doubt: MomentDoubt) => void;
}

/**
 * What a lead has said is right about a session's day or the laptop's clock. It holds while the app runs: forty people
 * need not be asked about one by one.
 */
export const useGranted = create<Granted>((set) => ({
  bySession: new Map(),
  grant: (sessionId, doubt) =>
    set(({ bySession }) => ({
      bySession: new Map(bySession).set(sessionId, [...new Set([...(bySession.get(sessionId) ?? []), doubt])]),
    })),
}));

const nothing: readonly MomentDoubt[] = [];

/** What holds at a session. */
export const grantedAt = (sessionId: SessionId): readonly MomentDoubt[] =>
  useGranted.getState().bySession.get(sessionId) ?? nothing;

interface Ticks {
  readonly bySession: ReadonlyMap<SessionId, ReadonlySet<PersonId>>;
  readonly tick: (sessionId: SessionId, ticked: ReadonlySet<PersonId>) => void;
}

/** Whom someone has ticked on a sign-in sheet and not yet marked: a look at another screen loses none of it. */
export const useTicks = create<Ticks>((set) => ({
  bySession: new Map(),
  tick: (sessionId, ticked) => set(({ bySession }) => ({ bySession: new Map(bySession).set(sessionId, ticked) })),
}));

/** No ticks at all. */
export const noOne: ReadonlySet<PersonId> = new Set();

/** Who is ticked at a session by now. */
export const tickedAt = (sessionId: SessionId): ReadonlySet<PersonId> =>
  useTicks.getState().bySession.get(sessionId) ?? noOne;
