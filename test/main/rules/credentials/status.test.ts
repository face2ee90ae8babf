import { describe, expect, it } from 'vitest';
import { decodeBits, encodeBits } from '../../../../main/features/credentials/status-lists.ts';
import { listedStatus, statusBits } from '../../../../main/rules/credentials/status-bits.ts';
import { statusEntry, statusPlace } from '../../../../main/rules/credentials/status-place.ts';
import { certificateNumber } from '../../../../shared/model/certificate-numbers.ts';
import { w3cEmptyList } from '../../open-badges/vectors.ts';

const address = 'https://www.example.org/al-cto/verify.html';

describe('the place of a certificate’s bit', () => {
  it('is its count, in the list of its laptop', () => {
    expect(statusPlace(certificateNumber('AL-CTO', 'A', 1))).toEqual({ list: '1', index: 1 });
    expect(statusPlace(certificateNumber('AL-CTO', 'B', 250))).toEqual({ list: '2', index: 250 });
  });

  it('goes on in a second list where one is full', () => {
    expect(statusPlace(certificateNumber('AL-CTO', 'A', 131_072))).toEqual({ list: '1-2', index: 0 });
  });

  it('is never shared, whichever laptop gave the number', () => {
    const places = ['A', 'B', 'I', 'J', 'Z', 'AA'].flatMap((letter) =>
      [1, 9, 10, 4_711, 9_999, 10_000, 131_071, 131_072].map((count) =>
        statusPlace(certificateNumber('AL-CTO', letter, count)),
      ),
    );
    expect(new Set(places.map((place) => `${place?.list} ${place?.index}`)).size).toBe(places.length);
  });

  it('is there for a number from before there were check digits, and tells 7 from 007', () => {
    expect(statusPlace('AL-CTO-Foxtrot-007')).toEqual({ list: 'al-cto-foxtrot-xxx', index: 7 });
    expect(statusPlace('AL-CTO-Foxtrot-7')).toEqual({ list: 'al-cto-foxtrot-x', index: 7 });
    expect(statusPlace('one of a kind')).toBeNull();
  });

  it('is named in the badge beside the checking page, and not where there is no such page', () => {
    expect(statusEntry(address, 'AL-CTO-100014')).toEqual({
      id: 'https://www.example.org/al-cto/status-1.json#1',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '1',
      statusListCredential: 'https://www.example.org/al-cto/status-1.json',
    });
    expect(statusEntry('', 'AL-CTO-100014')).toBeNull();
  });
});

describe('a list', () => {
  it('without a bit set is the W3C’s own', () => {
    expect(decodeBits(w3cEmptyList)).toEqual(Buffer.from(statusBits([])));
    expect(decodeBits(encodeBits(statusBits([])))).toEqual(decodeBits(w3cEmptyList));
  });

  it('has its first place at the left', () => {
    expect(Buffer.from(statusBits([0, 9])).toString('hex', 0, 3)).toBe('804000');
    expect(statusBits([131_071]).at(-1)).toBe(1);
  });

  it.each([
    ['no bits at all', 'u'],
    ['no prefix', 'H4sIAAAAAAAAA'],
    ['nothing that gzip packed', 'uAAAA'],
    ['more than a list may be', encodeBits(Buffer.alloc(9 * 1024 * 1024))],
  ])('is none with %s', (_, encoded) => {
    expect(decodeBits(encoded)).toBeNull();
  });
});

describe('looked up', () => {
  const entry = statusEntry(address, 'AL-CTO-100014');
  if (!entry) throw new Error('It has a place.');
  const list = { id: entry.statusListCredential, statusPurpose: 'revocation', bits: statusBits([2]) };
  it.each([
    ['clear, where the bit is not set', {}, 'clear'],
    ['revoked, where it is', { bits: statusBits([1]) }, 'revoked'],
    ['nothing, in a list of fewer than 131,072 places', { bits: new Uint8Array(131_072 / 8 - 1) }, 'too-short'],
    ['nothing, in a list for another purpose', { statusPurpose: 'suspension' }, 'wrong-list'],
    ['nothing, in another list', { id: 'https://www.example.org/status-2.json' }, 'wrong-list'],
  ] as const)('says %s', (_, wrong, status) => {
    expect(listedStatus(entry, { ...list, ...wrong })).toBe(status);
  });

  it('says nothing of a place that the list does not have', () => {
    expect(listedStatus({ ...entry, statusListIndex: '131072' }, list)).toBe('out-of-range');
  });
});
