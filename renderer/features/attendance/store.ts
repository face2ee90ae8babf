import { create } from 'zustand';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Sort } from '../../components/data-table/column.ts';

/** Whom a session's list shows. */
export const attendeeShows = ['everyone', 'here', 'not-here'] as const;
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
