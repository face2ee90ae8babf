import { useSearchParams } from 'wouter';

/** A word that a path asks with: `show` of `/applicants/<cohort>?show=needs-a-look`; null where it does not. */
export function useAsked(word: string): string | null {
  const [search] = useSearchParams();
  return search.get(word);
}

/**
 * The record that a path asks to open: `/applicants/<cohort>?open=<applicationId>`. The palette and Today come to a
 * person this way; the screen opens the inspector on it.
 */
export const useOpened = (): string | null => useAsked('open');
