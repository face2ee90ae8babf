import type { StatusEntry } from '../../../shared/model/open-badges/credential.ts';
import { leastPlaces } from '../../../shared/model/open-badges/status-list.ts';

/** Where the bit of a certificate is: in which list, and at which place of it. */
export interface StatusPlace {
  /** Part of the list's file name: `1`, or `1-2` for the second list of that laptop. */
  readonly list: string;
  readonly index: number;
}

/**
 * The place of a certificate's bit, made of its number alone: numbers are never given twice, so that laptops which know
 * nothing of each other give every certificate a place of its own, each laptop in its own lists, and no one keeps count.
 * Numbers from before there were check digits have a list for each beginning. Null: a number that doesn't end in digits.
 */
export function statusPlace(number: string): StatusPlace | null {
  const today = /^.*-((?:[1-9]|0\d{5}))(\d{4,})\d$/.exec(number);
  if (today) {
    const [, laptop = '', count = ''] = today;
    const block = Math.floor(Number(count) / leastPlaces);
    return { list: block === 0 ? laptop : `${laptop}-${block + 1}`, index: Number(count) % leastPlaces };
  }
  const [, beginning = '', digits = ''] = /^([A-Za-z0-9-]*?)(\d{1,5})$/.exec(number) ?? [];
  if (digits === '') return null;
  // As many x as digits: 7 and 007 are two numbers.
  return { list: `${beginning.toLowerCase()}${'x'.repeat(digits.length)}`, index: Number(digits) };
}

/** Beside the checking page, where the association's web site has it. */
export const statusFileName = (list: string): string => `status-${list}.json`;

/** Where a list is published; null: the association has named no address. */
export function statusAddress(checkingPage: string, list: string): string | null {
  if (checkingPage === '') return null;
  const { origin, pathname } = new URL(checkingPage);
  return `${origin}${pathname.slice(0, pathname.lastIndexOf('/') + 1)}${statusFileName(list)}`;
}

/** What a credential says of where to see whether it was revoked; null: nowhere. */
export function statusEntry(checkingPage: string, number: string): StatusEntry | null {
  const place = statusPlace(number);
  const address = place && statusAddress(checkingPage, place.list);
  if (!address) return null;
  return {
    id: `${address}#${place.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place.index),
    statusListCredential: address,
  };
}
