import { create } from 'zustand';

interface Look {
  /** `open`: pairs who may be one; `dismissed`: those who were marked as two people. */
  readonly show: 'open' | 'dismissed';
  readonly search: string;
  /** The pair that is compared; null: the first one. */
  readonly openKey: string | null;
  /** Where it stood, so that the next one follows once it is decided. */
  readonly openAt: number;
}

/** What is being looked at on Duplicates. */
export const useDuplicates = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  show: 'open',
  search: '',
  openKey: null,
  openAt: 0,
  look: (part) => set(part),
}));
