import { describe, expect, test } from 'vitest';
import { latestVersion } from '../../../../main/database/migrate.ts';
import { type EntryInOrder, foldRow } from '../../../../main/features/desk-check/fold-row.ts';
import type { Lifts } from '../../../../main/log/lift.ts';

const id = '018f0000-0000-7000-8000-000000000001';
/** As if the newest tables had given what was `telephone` the name `phone`. */
const renamed: Lifts = new Map([
  [
    latestVersion,
    (entry) => {
      const lifted = (fields: typeof entry.after) => {
        if (fields === null || !('telephone' in fields)) return fields;
        const { telephone = null, ...rest } = fields;
        return { ...rest, phone: telephone };
      };
      return { ...entry, before: lifted(entry.before), after: lifted(entry.after) };
    },
  ],
]);

const entry = (
  sequence: number,
  schemaVersion: number | null,
  before: object | null,
  after: object | null,
): EntryInOrder => ({
  sequence,
  schemaVersion,
  deviceId: 'one laptop',
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});

describe('A row made from its entries', () => {
  const older = [
    entry(1, latestVersion - 2, null, { id, givenName: 'Ada', telephone: '1' }),
    entry(2, latestVersion - 1, { telephone: '1' }, { telephone: '2' }),
  ];

  test('has today’s columns though its entries were made under older tables', () => {
    const entries = [...older, entry(3, latestVersion, { phone: '2' }, { phone: '3' })];
    expect(foldRow('person', id, entries, renamed)).toEqual({
      row: { id, givenName: 'Ada', phone: '3' },
      strange: [],
    });
  });

  test('tells entries of a column that no table of theirs had', () => {
    expect(foldRow('person', id, older).strange).toEqual([1, 2]);
    expect(foldRow('person', id, [entry(1, latestVersion, null, { id, telephone: '1' })], renamed).strange).toEqual([
      1,
    ]);
  });

  test('takes an entry whose command is gone as it is', () => {
    expect(foldRow('person', id, [entry(1, null, null, { id, phone: '1' })], renamed)).toEqual({
      row: { id, phone: '1' },
      strange: [],
    });
  });
});
