import { create } from 'zustand';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { LetterKind } from '../../../shared/model/letters.ts';
import type { LetterShow } from '../../../shared/views/letters.ts';

interface Look {
  readonly kind: LetterKind;
  readonly show: LetterShow;
  readonly search: string;
  readonly openId: string | null;
  readonly selected: ReadonlySet<string>;
  /** The day to reply by as a lead set it; null: the usual one. */
  readonly replyBy: CivilDate | null;
}

/** What is being looked at among the letters. */
export const useLetters = create<Look & { readonly look: (part: Partial<Look>) => void }>((set) => ({
  kind: 'accepted',
  show: 'to-write',
  search: '',
  openId: null,
  selected: new Set<string>(),
  replyBy: null,
  look: (part) => set(part),
}));
