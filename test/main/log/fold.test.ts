import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { tick } from '../../../main/log/clock.ts';
import type { Fields } from '../../../main/log/combine.ts';
import { type FoldedEntry, fold } from '../../../main/log/fold.ts';
import { Instant } from '../../../shared/model/dates.ts';
import { DeviceId } from '../../../shared/model/ids.ts';
import { columnsOf, tableNames } from '../../../shared/model/tables.ts';

type Wish =
  | { readonly kind: 'insert'; readonly fields: Fields }
  | { readonly kind: 'update'; readonly fields: Fields }
  | { readonly kind: 'remove' };

interface Logged extends FoldedEntry {
  readonly rowId: string;
}

/** A laptop with its own log, which writes what it wishes to rows as they are with it. */
class Laptop {
  readonly id = DeviceId.parse(v7());
  log: readonly Logged[] = [];
  #sequence = 0;

  row(rowId: string): Fields | null {
    return fold(this.log.filter((entry) => entry.rowId === rowId)).row;
  }

  /** Makes one change as `commit` does: what is there is changed, what is not there is added. */
  write(rowId: string, wish: Wish, minute: number): void {
    const now = Instant.parse(new Date(Date.UTC(2024, 5, 3, 14, minute)).toISOString());
    const latest = this.log.reduce<string | null>(
      (last, { clock }) => (last === null || clock > last ? clock : last),
      null,
    );
    const row = this.row(rowId);
    const entry = entryOf(rowId, row, wish);
    if (!entry) return;
    this.#sequence += 1;
    const place = { clock: tick(latest, now, this.id), deviceId: this.id, deviceSequence: this.#sequence };
    this.log = [...this.log, { rowId, ...entry, ...place }];
    const written = entry.after === null ? null : { ...row, ...entry.after };
    expect(this.row(rowId), 'what was written is what the log makes of it').toEqual(written);
  }

  hear(other: Laptop): void {
    const known = new Set(this.log.map(({ clock }) => clock));
    this.log = [...this.log, ...other.log.filter(({ clock }) => !known.has(clock))];
  }
}

function entryOf(rowId: string, row: Fields | null, wish: Wish): Pick<FoldedEntry, 'before' | 'after'> | null {
  if (wish.kind === 'remove') return row && { before: row, after: null };
  if (row === null) return { before: null, after: { id: rowId, ...wish.fields } };
  const changed = Object.entries(wish.fields).filter(([field, value]) => row[field] !== value);
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, row[field] ?? null])),
    after: Object.fromEntries(changed),
  };
}

describe('two laptops that change the same rows without knowing of each other', () => {
  test.each(tableNames)('end with the same rows of %s, whatever arrived first, and lose nothing untold', (table) => {
    const fields = columnsOf(table).filter((name) => name !== 'id');
    const value = fc.constantFrom(null, 'a', 'b', 1, 2);
    const whole = fc.record(Object.fromEntries(fields.map((field) => [field, value])));
    const some = fc.dictionary(fc.constantFrom(...fields), value, { minKeys: 1, maxKeys: 3 });
    const wish = fc.oneof(
      whole.map((row): Wish => ({ kind: 'insert', fields: row })),
      some.map((row): Wish => ({ kind: 'update', fields: row })),
      fc.constant<Wish>({ kind: 'remove' }),
    );
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.nat(1), fc.constantFrom('one', 'two'), wish, fc.nat(59)) },
      { weight: 1, arbitrary: fc.nat(1) },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 24 }), fc.infiniteStream(fc.nat(1_000)), (steps, dice) => {
        const laptops = [new Laptop(), new Laptop()] as const;
        for (const each of steps) {
          if (typeof each === 'number') laptops[each === 0 ? 0 : 1].hear(laptops[each === 0 ? 1 : 0]);
          else laptops[each[0] === 0 ? 0 : 1].write(each[1], each[2], each[3]);
        }
        const [a, b] = laptops;
        a.hear(b);
        b.hear(a);
        for (const rowId of ['one', 'two']) {
          const here = a.log.filter((entry) => entry.rowId === rowId);
          const there = b.log.filter((entry) => entry.rowId === rowId);
          expect(fold(there)).toEqual(fold(here));
          const shuffled = here
            .map((entry) => ({ entry, at: dice.next().value ?? 0 }))
            .sort((x, y) => x.at - y.at)
            .map(({ entry }) => entry);
          expect(fold(shuffled)).toEqual(fold(here));
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a row of the log', () => {
  const [mara, owen] = [v7(), v7()].map((id) => DeviceId.parse(id));
  const at = (minute: string, deviceId = mara, deviceSequence = 1) => {
    if (!deviceId) throw new Error('There are two laptops.');
    return { clock: `2024-06-03T14:${minute}:00.000Z-0000-${deviceId}`, deviceId, deviceSequence };
  };
  const added = { before: null, after: { id: 'r', name: 'Renée', phone: '1' }, ...at('00') };

  test('takes each field from whoever wrote it last; other fields don’t matter to each other', () => {
    const renamed = { before: { name: 'Renée' }, after: { name: 'Rene' }, ...at('01', mara, 2) };
    const called = { before: { phone: '1' }, after: { phone: '2' }, ...at('02', owen) };
    expect(fold([called, renamed, added])).toEqual({ row: { id: 'r', name: 'Rene', phone: '2' }, conflicts: [] });
  });

  test('tells what was overwritten by someone who had not seen it', () => {
    const theirs = { before: { phone: '1' }, after: { phone: '2' }, ...at('01', owen) };
    const ours = { before: { phone: '1' }, after: { phone: '3' }, ...at('02', mara, 2) };
    const { row, conflicts } = fold([ours, added, theirs]);
    expect(row).toMatchObject({ phone: '3' });
    expect(conflicts).toEqual([{ field: 'phone', lost: { phone: '2' }, won: { phone: '3' }, by: at('01', owen) }]);
  });

  test('that both change to the same is no conflict', () => {
    const theirs = { before: { phone: '1' }, after: { phone: '2' }, ...at('01', owen) };
    const ours = { before: { phone: '1' }, after: { phone: '2' }, ...at('02', mara, 2) };
    expect(fold([added, theirs, ours]).conflicts).toEqual([]);
  });

  test('that was removed stays removed, and a change made without knowing of that is told', () => {
    const removed = { before: { id: 'r', name: 'Renée', phone: '1' }, after: null, ...at('01', mara, 2) };
    const later = { before: { phone: '1' }, after: { phone: '2' }, ...at('02', owen) };
    expect(fold([added, removed, later])).toEqual({
      row: null,
      conflicts: [{ field: null, lost: { phone: '2' }, won: null, by: at('02', owen) }],
    });
    const earlier = { ...later, ...at('00', owen), clock: `2024-06-03T14:00:30.000Z-0000-${owen}` };
    const { row, conflicts } = fold([removed, earlier, added]);
    expect(row).toBeNull();
    expect(conflicts).toMatchObject([{ field: 'phone', lost: { phone: '2' }, won: null }]);
  });

  test('that is added again after its removal is whole again; what both add is joined', () => {
    const removed = { before: { id: 'r', name: 'Renée', phone: '1' }, after: null, ...at('01', mara, 2) };
    const again = { before: null, after: { id: 'r', name: 'Renée' }, ...at('03', mara, 3) };
    expect(fold([added, again, removed])).toEqual({ row: { id: 'r', name: 'Renée' }, conflicts: [] });
    const theirs = { before: null, after: { id: 'r', name: 'Renée', phone: '2' }, ...at('02', owen) };
    expect(fold([theirs, added]).row).toEqual({ id: 'r', name: 'Renée', phone: '2' });
    expect(fold([theirs, added]).conflicts).toMatchObject([
      { field: 'phone', lost: { phone: '1' }, won: { phone: '2' } },
    ]);
  });
});
