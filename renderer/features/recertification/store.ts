import { create } from 'zustand';
import type { CivilDate } from '../../../shared/model/dates.ts';
import {
  type RecertificationColumn,
  type RecertificationShow,
  recertificationColumns,
} from '../../../shared/views/recertification.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at on Re-certification; unsorted, whoever has owed longest stands first. */
export const useRecertification = listLook<RecertificationShow, RecertificationColumn>('owe', recertificationColumns);

/** The day as of which everything is shown; null: today. */
export const useAsOfDay = create<{
  readonly on: CivilDate | null;
  /** What had been recorded by the end of this day; null: all that is known. */
  readonly knownOn: CivilDate | null;
  readonly showAsOf: (day: CivilDate | null) => void;
  readonly showAsKnown: (day: CivilDate | null) => void;
}>((set) => ({
  on: null,
  knownOn: null,
  showAsOf: (on) => set(on === null ? { on, knownOn: null } : { on }),
  showAsKnown: (knownOn) => set({ knownOn }),
}));
