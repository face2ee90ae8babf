import { create } from 'zustand';
import type { AboutView } from '../../../shared/views/about.ts';
import { perform } from '../../kit/perform.ts';

/** What is told of the app itself; null: nothing is shown. */
export const useAbout = create<{ readonly shown: AboutView | null }>(() => ({ shown: null }));

/** Shows the version, the licenses, and what a helper needs to know. */
export async function openAbout(): Promise<void> {
  const result = await perform('about.show', {});
  if (result.ok) useAbout.setState({ shown: result.value });
}

export const closeAbout = (): void => useAbout.setState({ shown: null });
