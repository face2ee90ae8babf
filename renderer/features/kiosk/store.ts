import { create } from 'zustand';
import type { Problem } from '../../../shared/model/result.ts';
import type { KioskState } from '../../../shared/views/kiosk.ts';
import { call } from '../../kit/client.ts';

interface Held {
  /** Undefined: not asked yet. Null: this laptop is no kiosk. */
  readonly kiosk: KioskState | null | undefined;
  readonly problem: Problem | null;
  readonly refresh: () => Promise<void>;
}

/** Whether this laptop is a kiosk: asked before anything else, since a kiosk answers nothing else. */
export const useKioskStore = create<Held>((set) => ({
  kiosk: undefined,
  problem: null,
  refresh: async () => {
    const result = await call('kiosk.state', {});
    set(result.ok ? { kiosk: result.value, problem: null } : { problem: result.problem });
  },
}));
