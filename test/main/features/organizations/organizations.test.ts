import { describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { seedPeople, startProgram } from '../../seed.ts';

async function open() {
  const test = openTestDesk();
  await startProgram(test);
  await seedPeople(test, [
    { name: ['Ana', 'Sims'], organization: 'Jeferson County Schools' },
    { name: ['Omar', 'Cobb'], organization: 'Jeferson County Schools' },
  ]);
  return test;
}

async function row(test: TestDesk, name: string) {
  const found = (await test.call('organizations.list', { limit: 1_000 })).rows.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not on the list.`);
  return found;
}

describe('the list of school systems', () => {
  it('comes with the program, and Undo takes it away with it', async () => {
    const test = openTestDesk();
    await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    const { counts, missing, total } = await test.call('organizations.list', {});
    expect(counts['school-system']).toBeGreaterThan(130);
    expect([total, missing]).toEqual([counts.everything, 0]);
    await test.call('history.undo', {});
    expect((await test.call('organizations.list', {})).total).toBe(0);
    expect(await test.call('organizations.addShipped', {})).toEqual({ added: total });
    expect((await test.refusal('organizations.addShipped', {})).sentence).toContain('is on the list');
  });

  it('is searched, sorted and narrowed', async () => {
    const test = await open();
    const inUse = await test.call('organizations.list', { show: 'in-use', sort: { by: 'people', direction: 'down' } });
    expect(inUse.rows.map(({ name, people }) => [name, people])).toEqual([['Jeferson County Schools', 2]]);
    const found = await test.call('organizations.list', { search: 'hunts', show: 'school-system' });
    expect(found.rows.map(({ name }) => name)).toEqual(['Huntsville City Schools']);
  });

  it('shows spellings that may be one, on both sides', async () => {
    const test = await open();
    const { rows } = await test.call('organizations.list', { show: 'alike' });
    expect(rows.map(({ name, alike }) => [name, alike[0]?.name])).toEqual([
      ['Jeferson County Schools', 'Jefferson County Schools'],
      ['Jefferson County Schools', 'Jeferson County Schools'],
    ]);
  });
});

describe('a school system', () => {
  it('is added once', async () => {
    const test = await open();
    await test.call('organizations.add', { name: 'Bayside Academy', kind: 'school-system' });
    expect(
      (await test.refusal('organizations.add', { name: 'bayside academy schools', kind: 'other' })).sentence,
    ).toContain('“Bayside Academy” is already on the list.');
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Added Bayside Academy to the list of school systems',
    );
  });

  it.each<[string, { name?: string; kind?: 'school-system' | 'college' | 'other' }, string]>([
    ['another name', { name: 'Cahaba Schools' }, 'Renamed Jeferson County Schools to Cahaba Schools'],
    ['another kind', { kind: 'college' }, 'Marked Jeferson County Schools as a college'],
    ['the last kind', { kind: 'other' }, 'Marked Jeferson County Schools as another employer'],
    ['both', { name: 'Cahaba College', kind: 'college' }, 'Renamed Jeferson County Schools to Cahaba College'],
  ])('is given %s, and the history says so', async (_, change, label) => {
    const test = await open();
    const { organizationId } = await row(test, 'Jeferson County Schools');
    await test.call('organizations.revise', { organizationId, ...change });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(label);
    expect(await row(test, change.name ?? 'Jeferson County Schools')).toMatchObject({
      kind: change.kind ?? 'school-system',
    });
  });

  it('is not changed where nothing would be another', async () => {
    const test = await open();
    const { organizationId, name } = await row(test, 'Jeferson County Schools');
    for (const change of [{}, { name }, { kind: 'school-system' as const }, { name, kind: 'school-system' as const }]) {
      const { sentence } = await test.refusal('organizations.revise', { organizationId, ...change });
      expect(sentence).toBe('Nothing would change for Jeferson County Schools.');
    }
  });

  it('is renamed, and its people are found by the new name, and by the old one after Undo', async () => {
    const test = await open();
    const { organizationId } = await row(test, 'Jeferson County Schools');
    const names = async (text: string) => (await test.call('people.search', { text })).map(({ name }) => name).sort();
    await test.call('organizations.revise', { organizationId, name: 'Cahaba Schools' });
    expect([await names('cahaba'), await names('jeferson')]).toEqual([['Ana Sims', 'Omar Cobb'], []]);
    await test.call('history.undo', {});
    expect([await names('cahaba'), await names('jeferson')]).toEqual([[], ['Ana Sims', 'Omar Cobb']]);
  });

  it('takes no name that another one has; the two are merged instead', async () => {
    const test = await open();
    const { organizationId } = await row(test, 'Jeferson County Schools');
    const unknown = '018f0000-0000-7000-8000-000000000001' as typeof organizationId;
    expect(
      (await test.refusal('organizations.revise', { organizationId: unknown, kind: 'college' })).sentence,
    ).toContain('no longer on the list');
    const refused = await test.refusal('organizations.revise', { organizationId, name: 'Jefferson Co. Schools' });
    expect(refused.sentence).toContain('Merge the two instead');
    await test.call('organizations.revise', { organizationId, kind: 'college' });
    expect((await test.call('history.list', {})).rows[0]?.label).toBe('Marked Jeferson County Schools as a college');
  });

  it('becomes one with another spelling: its people move, and Undo brings them back', async () => {
    const test = await open();
    const [typed, listed] = [await row(test, 'Jeferson County Schools'), await row(test, 'Jefferson County Schools')];
    const both = { keptId: listed.organizationId, goneId: typed.organizationId };
    expect(await test.call('organizations.merge', both)).toEqual({ moved: 2 });
    expect((await row(test, 'Jefferson County Schools')).people).toBe(2);
    expect(await test.call('people.search', { text: 'jefferson' })).toHaveLength(2);
    expect((await test.call('history.list', {})).rows[0]?.label).toBe(
      'Merged Jeferson County Schools into Jefferson County Schools, 2 people',
    );
    expect((await test.refusal('organizations.merge', both)).sentence).toContain('no longer on the list');
    await test.call('history.undo', {});
    expect((await row(test, 'Jeferson County Schools')).people).toBe(2);
  });
});
