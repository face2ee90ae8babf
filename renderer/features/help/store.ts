import { create } from 'zustand';
import type { HelpPageId } from './page-list.ts';

interface HelpState {
  /** The page that is open; null: the help is closed. */
  readonly page: HelpPageId | null;
  /** The pages read before it since the help was opened, the last one last. */
  readonly before: readonly HelpPageId[];
}

/** Which page of the help is open, over whatever screen someone is on. */
export const useHelp = create<HelpState>(() => ({ page: null, before: [] }));

/** Opens a page; from another page one can go back. */
export function openHelp(page: HelpPageId): void {
  useHelp.setState((state) => ({
    page,
    before: state.page === null || state.page === page ? state.before : [...state.before, state.page],
  }));
}

/** Goes back to the page read before. */
export const backInHelp = (): void =>
  useHelp.setState(({ before, page }) => ({ page: before.at(-1) ?? page, before: before.slice(0, -1) }));

export const closeHelp = (): void => useHelp.setState({ page: null, before: [] });
