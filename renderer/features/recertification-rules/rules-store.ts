import { create } from 'zustand';

interface Starting {
  /** Whether the dialog with the rules to start from is open. */
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** The dialog in which rules to start from are read and chosen: a button and a key open it. */
export const useStarting = create<Starting>((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}));
