import { useLocation } from 'wouter';
import type { PersonId } from '../../../shared/model/ids.ts';

/** The way to a person’s page, and back from it to where one was. */
export const personPath = (personId: PersonId, from: string): string =>
  `/person/${personId}?from=${encodeURIComponent(from)}`;

/** What an inspector’s name leads to: the person’s page. Undefined: the record is no one’s. */
export function usePersonPage(personId: PersonId | null | undefined) {
  const [place] = useLocation();
  return personId ? { href: personPath(personId, place), label: 'Open person', keys: openPersonKeys } : undefined;
}

/** Opens the page of whoever the inspector shows. */
const openPersonKeys = 'Mod+Shift+P';
