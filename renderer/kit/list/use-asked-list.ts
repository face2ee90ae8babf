import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useAsked, useOpened } from '../opened.ts';

/**
 * Shows in a list what its path asks for: the record of `?open=`, the part of `?show=`. Gives back what closes the
 * inspector, and with it the question, so that the same path asks again.
 */
export function useAskedList<Show extends string>(
  shows: readonly Show[],
  look: (part: { readonly openId?: string | null; readonly show?: Show; readonly search?: string }) => void,
  /** The part that has everyone: whoever is opened from elsewhere is in it. Left out: the part stays. */
  everyone?: Show,
): () => void {
  const [location, go] = useLocation();
  const opened = useOpened();
  const asked = useAsked('show');
  useEffect(() => {
    if (opened) look({ openId: opened, ...(everyone === undefined ? {} : { show: everyone }) });
  }, [opened, everyone, look]);
  useEffect(() => {
    const show = shows.find((each) => each === asked);
    if (show) look({ show, search: '' });
  }, [asked, shows, look]);
  return () => {
    look({ openId: null });
    if (opened) go(location, { replace: true });
  };
}
