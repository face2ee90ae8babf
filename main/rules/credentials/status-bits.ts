import type { StatusEntry } from '../../../shared/model/open-badges/credential.ts';
import { leastPlaces } from '../../../shared/model/open-badges/status-list.ts';

/** A list's bits with some of them set; the first place is the highest bit of the first byte. */
export function statusBits(revoked: Iterable<number>, places = leastPlaces): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(places / 8);
  for (const index of revoked) {
    if (index >= places) throw new RangeError(`There is no place ${index} in a list of ${places}.`);
    bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }
  return bits;
}

/** A list as it was published, unpacked. */
export interface PublishedList {
  readonly id: string;
  readonly statusPurpose: string;
  readonly bits: Uint8Array;
}

/** What a list says of one entry; `wrong-list`, `too-short` and `out-of-range`: nothing, so that no one takes it for good. */
export type ListedStatus = 'clear' | 'revoked' | 'wrong-list' | 'too-short' | 'out-of-range';

/** Looks an entry up as “Validate Algorithm” of W3C Bitstring Status List v1.0 asks it. */
export function listedStatus(
  { statusListCredential, statusListIndex, statusPurpose }: StatusEntry,
  list: PublishedList,
): ListedStatus {
  if (list.id !== statusListCredential || list.statusPurpose !== statusPurpose) return 'wrong-list';
  if (list.bits.length * 8 < leastPlaces) return 'too-short';
  const index = Number(statusListIndex);
  const byte = list.bits[Math.floor(index / 8)];
  if (byte === undefined) return 'out-of-range';
  return (byte & (0x80 >> (index & 7))) === 0 ? 'clear' : 'revoked';
}
