import { describe, expect, it } from 'vitest';
import { insert } from '../../../../main/log/change.ts';
import { somebody } from '../../database-for-test.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { seedChanges } from '../../seed.ts';

/** A name for a number, unlike that of any number near it. */
const word = (number: number): string =>
  [...String((number * 7_919) % 1_000_003).padStart(6, '0')].map((digit) => 'bdfgklmprs'[Number(digit)]).join('a');

describe('an import', () => {
  it('compares the people of one file with each other, and names the row', async () => {
    const test = await openFoxtrot();
    const { readingId } = await test.read([
      { name: 'Robert Cobb', system: 'Lee County Schools', phone: '2565550112', email: 'robert@example.org' },
      { name: 'Ana Sims', system: 'Lee County Schools', phone: '' },
      { name: 'Bob Cobb', system: 'Lee County Schools', phone: '2565550112', email: 'bob@y.example.org' },
    ]);
    const { rows, notes } = await test.call('imports.preview', { readingId, cohortId: test.cohortId });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'needs-a-look']);
    expect(rows[2]?.notes).toEqual([
      expect.stringMatching(
        /^May be the same person as Robert Cobb, row 2: Bob is short for Robert; .* Import, then compare/,
      ),
    ]);
    expect(notes).toEqual([]);
    // What is in the file as two is two in the database, and proposed there.
    await test.call('imports.apply', { readingId, cohortId: test.cohortId });
    expect((await test.call('duplicates.list', {})).total).toBe(1);
  });

  it('names whoever shares the address once, not twice', async () => {
    const test = await openFoxtrot();
    const { readingId } = await test.read([
      { name: 'Jane Doe', email: 'doe@example.org', phone: '2565550101' },
      { name: 'John Doe', email: 'doe@example.org', phone: '2565550102' },
    ]);
    const { rows } = await test.call('imports.preview', { readingId, cohortId: test.cohortId });
    expect(rows[1]?.notes).toEqual([expect.stringContaining('This row and Jane Doe share an e-mail address.')]);
  });

  it('compares the very last row of a large file with a large desk that no one has searched', async () => {
    const test = await openFoxtrot();
    const people = Array.from({ length: 2_100 }, (_, number) =>
      insert(
        'person',
        somebody({ givenName: word(number), familyName: word(number * 7 + 1), email: `p${number}@example.org` }),
      ),
    );
    await seedChanges(test, [
      ...people,
      insert('person', somebody({ givenName: 'Robert', familyName: 'Cobb', phone: '2565550112' })),
    ]);
    const others = Array.from({ length: 5_100 }, (_, number) => ({
      name: `${word(number + 9_000)} ${word(number * 3 + 20_000)}`,
      email: `q${number}@example.org`,
    }));
    const bob = { name: 'Bob Cobb', phone: '2565550112', email: 'bob@y.example.org' };
    const { readingId } = await test.read([...others, bob]);
    const { rows, notes } = await test.call('imports.preview', {
      readingId,
      cohortId: test.cohortId,
      search: 'Bob Cobb',
    });
    expect(notes).toEqual([]);
    expect(rows[0]?.notes[0]).toContain('May be the same person as Robert Cobb: Bob is short for Robert');
  });

  it('doubts a new person who is like someone on the desk, and a school system that is close to a listed one', async () => {
    const test = await openFoxtrot();
    await test.apply([{ name: 'Robert Cobb', system: 'Lee County Schools', phone: '2565550112' }]);
    const { readingId, kind, mappings } = await test.read([
      { name: 'Bob Cobb', system: 'Lee County Schools', phone: '2565550112', email: 'bob@y.example' },
      { name: 'Ana Sims', system: 'Jeferson Co Schools', phone: '' },
      { name: 'Omar Pettus', system: 'Bayside Academy', phone: '' },
    ]);
    const preview = await test.call('imports.preview', {
      readingId,
      kind,
      mappings: [...mappings],
      cohortId: test.cohortId,
    });
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['needs-a-look', 'needs-a-look', 'create']);
    expect(preview.rows[0]?.notes[0]).toContain(
      'May be the same person as Robert Cobb: Bob is short for Robert; Same last name, Cobb; Same phone, (256) 555-0112',
    );
    expect(preview.rows[1]?.notes[0]).toContain(
      '“Jeferson Co Schools” is not on the list of school systems; nearest is Jefferson County Schools.',
    );
  });
});
