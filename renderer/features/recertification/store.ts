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
  readonly showAsOf: (day: CivilDate | null) => void;
}>((set) => ({
  on: null,
  showAsOf: (on) => set({ on }),
}));
