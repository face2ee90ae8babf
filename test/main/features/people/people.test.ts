import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort } from '../../../../shared/model/cohorts.ts';
import { OrganizationId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;
let foxtrot: Cohort;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  foxtrot = seed.cohort('Foxtrot');
});

const found = async (text: string) => (await desk.call('people.search', { text })).map(({ name }) => name);

describe('a correction', () => {
  test('changes what was given and nothing else, and the search finds the new name at once', async () => {
    const person = seed.person('Renee McAllister', { jobTitle: 'Director', email: 'renee@example.org' });
    await seed.write(desk);
    await desk.call('people.revise', { personId: person.id, givenName: 'Renée', phone: '+1 (256) 555-0112' });
    expect(await desk.call('people.show', { personId: person.id })).toMatchObject({
      name: 'Renée McAllister',
      phone: '2565550112',
      jobTitle: 'Director',
      email: 'renee@example.org',
    });
    expect(await found('renée')).toEqual(['Renée McAllister']);
    const { rows } = await desk.call('history.list', {});
    const step = await desk.call('history.show', { commandId: rows[0]?.commandId ?? (person.id as never) });
    expect(step.sentences).toEqual(['Renée McAllister: first name Renee → Renée; phone (256) 555-0112']);
  });

  test('of the name for the certificate changes that, and it stays where something else is corrected', async () => {
    const person = seed.person('Renee McAllister', { certificateName: 'Renee M. McAllister' });
    await seed.write(desk);
    const certificateName = async () => (await desk.call('people.show', { personId: person.id })).certificateName;
    await desk.call('people.revise', { personId: person.id, jobTitle: 'Director' });
    expect(await certificateName()).toBe('Renee M. McAllister');
    await desk.call('people.revise', { personId: person.id, certificateName: 'Renée McAllister, Ed.D.' });
    expect(await certificateName()).toBe('Renée McAllister, Ed.D.');
  });

  test('is refused where someone else already has the e-mail address', async () => {
    seed.person('Isaac Rutledge', { email: 'isaac@example.org' });
    const person = seed.person('Renée McAllister');
    await seed.write(desk);
    const problem = await desk.refusal('people.revise', { personId: person.id, email: 'Isaac@example.org' });
    expect(problem.sentence).toMatch(/^Isaac Rutledge already has the e-mail address isaac@example.org/);
  });

  test('moves someone to another school system, and refuses one that is not there', async () => {
    const other = seed.person('Isaac Rutledge', { organization: 'Auburn City Schools' });
    const person = seed.person('Renée McAllister', { organization: 'Lee County Schools' });
    await seed.write(desk);
    const { organizationId } = await desk.call('people.show', { personId: other.id });
    await desk.call('people.revise', { personId: person.id, organizationId });
    expect(await desk.call('people.show', { personId: person.id })).toMatchObject({
      organizationId,
      organization: 'Auburn City Schools',
    });
    const unknown = OrganizationId.parse('0197a000-0000-7000-8000-00000000dead');
    const problem = await desk.refusal('people.revise', { personId: person.id, organizationId: unknown });
    expect(problem.sentence).toMatch(/^That school system no longer exists/);
  });

  test('an emptied field is not known any more', async () => {
    const person = seed.person('Renée McAllister', { jobTitle: 'Director', phone: '2565550112' });
    await seed.write(desk);
    await desk.call('people.revise', { personId: person.id, jobTitle: ' ', phone: null });
    expect(await desk.call('people.show', { personId: person.id })).toMatchObject({ jobTitle: null, phone: null });
  });
});

describe('the search', () => {
  test('takes the beginning of every word, in any order, without accents or apostrophes', async () => {
    seed.person('Siobhán O’Brien', { organization: 'Auburn City Schools' });
    seed.person('José De la Cruz', { organization: 'Baldwin County Schools', email: 'jdelacruz@example.org' });
    seed.person('Josephine Brand');
    await seed.write(desk);
    expect(await found('siobhan')).toEqual(['Siobhán O’Brien']);
    expect(await found('obri')).toEqual(['Siobhán O’Brien']);
    expect(await found('o’brien s')).toEqual(['Siobhán O’Brien']);
    expect(await found('cruz jo')).toEqual(['José De la Cruz']);
    expect(await found('jdelac')).toEqual(['José De la Cruz']);
    expect(await found('baldwin')).toEqual(['José De la Cruz']);
    expect(await found('jos')).toEqual(['Josephine Brand', 'José De la Cruz']);
    expect(await found('b')).toEqual(['Josephine Brand']);
  });

  test('names come before school systems', async () => {
    for (let number = 0; number < 30; number += 1) seed.person(`Person${number} Any`, { organization: 'Madison City' });
    seed.person('Madison Zeigler');
    await seed.write(desk);
    expect((await found('madison'))[0]).toBe('Madison Zeigler');
  });

  test.each(['"', '*', 'a AND', 'NEAR(', 'words:x', '-', "'; DROP TABLE person", 'ab"*', '\u0000', '%', '_'])(
    'what was typed is never an operator: %s',
    async (text) => {
      seed.person('Renée McAllister');
      await seed.write(desk);
      expect((await desk.ask('people.search', { text })).ok).toBe(true);
      expect(await found(text)).toEqual([]);
    },
  );

  test('says where each person stands, and the screen that shows them', async () => {
    const echo = seed.cohort('Echo', { status: 'finished' });
    const graduate = seed.person('Anna Graduate');
    const { id: graduateId } = seed.graduate(echo, graduate);
    const enrolled = seed.participant(foxtrot, 'Berta Enrolled');
    const applicant = seed.person('Carla Applicant');
    const application = seed.application(foxtrot, applicant, '2024-04-01T12:00:00.000Z');
    await seed.write(desk);
    const standing = async (text: string) => {
      const [hit] = await desk.call('people.search', { text });
      return hit && [hit.standing, hit.path];
    };
    expect(await standing('anna')).toEqual(['Echo graduate', `/graduates/${echo.id}?open=${graduateId}`]);
    expect(await standing('berta')).toEqual(['Foxtrot participant', `/graduates/${foxtrot.id}?open=${enrolled.id}`]);
    expect(await standing('carla')).toEqual(['Foxtrot applicant', `/applicants/${foxtrot.id}?open=${application}`]);
  });
});
