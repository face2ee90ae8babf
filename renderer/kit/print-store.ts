import { create } from 'zustand';
import type { PaperPreview } from '../../shared/views/papers.ts';

/** The paper that is looked at before it is printed; null: none. */
export const usePaper = create<{ readonly paper: PaperPreview | null }>(() => ({ paper: null }));

export const showPaper = (paper: PaperPreview): void => usePaper.setState({ paper });
export const hidePaper = (): void => usePaper.setState({ paper: null });
