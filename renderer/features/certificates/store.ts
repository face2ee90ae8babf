import { create } from 'zustand';
import type { InputOf } from '../../../shared/api.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CertificatesChecked } from '../../../shared/views/certificates.ts';
import { call } from '../../kit/client.ts';

interface Checking {
  /** What stands in the field. */
  readonly text: string;
  readonly checked: CertificatesChecked | null;
  readonly problem: Problem | null;
  readonly camera: boolean;
  readonly type: (text: string) => void;
  readonly turnCamera: () => void;
  /** Checks what was scanned, typed, or seen; the field is free for the next one then. */
  readonly checkText: (text: string) => Promise<void>;
  /** Checks a file: one that was dropped, or null to ask for one. */
  readonly checkFile: (file: string | null) => Promise<void>;
}

/** What is being checked. It outlives a visit to another screen; main is asked again for nothing. */
export const useChecking = create<Checking>((set) => {
  let asked = 0;
  const ask = async (input: InputOf<'certificates.check'>) => {
    asked += 1;
    const turn = asked;
    const result = await call('certificates.check', input);
    // An answer that comes after a later question is for no one.
    if (turn !== asked) return;
    if (!result.ok) set({ checked: null, problem: result.problem });
    else if (result.value !== null) set({ checked: result.value, problem: null, text: '' });
  };
  return {
    text: '',
    checked: null,
    problem: null,
    camera: false,
    type: (text) => set({ text }),
    turnCamera: () => set(({ camera }) => ({ camera: !camera })),
    checkText: (text) => ask({ text, file: null }),
    checkFile: (file) => ask({ text: null, file }),
  };
});

/** Whether a dropped file is a paper or a digital badge to be checked, and no list to be read. */
export const isPaperFile = (name: string): boolean => /\.(?:pdf|png|jpe?g|gif|bmp|svg|json)$/i.test(name);
