import { create } from 'zustand';
import { CivilDate } from '../../shared/model/dates.ts';
import type { Problem } from '../../shared/model/result.ts';
import type { DeskStatus } from '../../shared/views/desk.ts';
import { call } from './client.ts';

interface StatusState {
  readonly status: DeskStatus | null;
  readonly problem: Problem | null;
  /** Asks `desk.status` again and gives back the newest. */
  readonly refresh: () => Promise<DeskStatus | null>;
}

let newest = 0;

/** What the frame knows around every screen; asked again after every change. */
export const useStatusStore = create<StatusState>((set, get) => ({
  status: null,
  problem: null,
  refresh: async () => {
    newest += 1;
    const question = newest;
    const result = await call('desk.status', {});
    // An older answer that comes in late says what is no longer so.
    if (question === newest) set(result.ok ? { status: result.value, problem: null } : { problem: result.problem });
    return result.ok ? result.value : get().status;
  },
}));

/** The desk's status; null until the first answer. */
export const useStatus = (): DeskStatus | null => useStatusStore(({ status }) => status);

/** The day it is, in the program's zone. */
export const useToday = (): CivilDate =>
  useStatusStore(({ status }) => status?.today) ?? CivilDate.parse(new Date().toISOString().slice(0, 10));

/** The program's zone, in which moments are said: `sayInstant(at, useZone())`. */
export const useZone = (): string => useStatusStore(({ status }) => status?.program?.zone) ?? 'America/Chicago';
