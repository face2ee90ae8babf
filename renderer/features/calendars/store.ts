import { create } from 'zustand';

interface Look {
  /** Whether a file is the cohort’s, or each person’s own. */
  readonly each: 'cohort' | 'person';
  readonly conferences: boolean;
}

/** What was last chosen for calendar files. */
export const useCalendars = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  each: 'cohort',
  conferences: true,
  look: (part) => set(part),
}));
