import { create } from 'zustand';
import type { CommandId } from '../../../shared/model/ids.ts';

interface Look {
  readonly search: string;
  readonly openId: CommandId | null;
}

/** What is being looked at on History. */
export const useHistoryLook = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  search: '',
  openId: null,
  look: (part) => set(part),
}));
