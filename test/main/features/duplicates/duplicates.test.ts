import { describe, expect, it } from 'vitest';
import { insert, update } from '../../../../main/log/change.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { CertificateId, type PersonId as Id, PersonId } from '../../../../shared/model/ids.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { plan, seedChanges, seedCheckIn, seedPeople, startProgram } from '../../seed.ts';

const pairsOf = async (desk: TestDesk) =>
  (await desk.call('duplicates.list', {})).rows.map(({ a, b }) => [a.name, b.name].sort());

/** A desk with two who are one, Bob and Robert Cobb, and someone else. */
async function openCobbs() {
  const test = openTestDesk();
  const cohortId = await startProgram(test);
  const organization = 'Cobb Mill Schools';
  const [bob, robert, ana] = await seedPeople(test, [
    { name: ['Bob', 'Cobb'], organization, email: 'bob@cobb.example', cohortId },
    { name: ['Robert', 'Cobb'], organization, cohortId },
    { name: ['Ana', 'Sims'], organization },
  ]);
  if (!bob || !robert || !ana) throw new Error('No one was seeded.');
  return { test, cohortId, bob, robert, ana };
}

describe('two people who may be one', () => {
  it('are proposed with reasons, and no longer once they are merged', async () => {
    const { test, bob, robert } = await openCobbs();
    const page = await test.call('duplicates.list', {});
    expect(page).toMatchObject({ total: 1, people: 3, dismissed: 0 });
    expect(page.rows[0]).toMatchObject({ band: 'perhaps', a: { standing: 'Foxtrot participant' } });
    expect(page.rows[0]?.reasons[0]?.sentence).toBe('Bob is short for Robert');
    await test.call('duplicates.merge', { keptId: robert.personId, goneId: bob.personId, take: ['email'] });
    expect(await pairsOf(test)).toEqual([]);
    expect(await test.call('people.show', { personId: robert.personId })).toMatchObject({
      name: 'Robert Cobb',
      email: 'bob@cobb.example',
    });
    expect((await test.refusal('people.show', { personId: bob.personId })).sentence).toContain('no longer on record');
  });

  it('are proposed by the weights that the policy has, and no longer where a nickname speaks against it', async () => {
    const { test } = await openCobbs();
    expect(await pairsOf(test)).toEqual([['Bob Cobb', 'Robert Cobb']]);
    const program = await test.call('program.show', {});
    if (!program) throw new Error('no program');
    const { duplicates } = program.policy;
    const given = { ...duplicates.given, 'short-form': -40 };
    const policy = { ...program.policy, duplicates: { ...duplicates, given } };
    await test.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'for this test' });
    expect(await pairsOf(test)).toEqual([]);
    await test.call('history.undo', {});
    expect(await pairsOf(test)).toEqual([['Bob Cobb', 'Robert Cobb']]);
  });

  it('come back with Undo, and History tells what was merged', async () => {
    const { test, bob, robert } = await openCobbs();
    await test.call('duplicates.merge', { keptId: robert.personId, goneId: bob.personId });
    const [row] = (await test.call('history.list', {})).rows;
    expect(row?.label).toBe('Merged Bob Cobb into Robert Cobb');
    const detail = row && (await test.call('history.show', { commandId: row.commandId }));
    expect(detail?.sentences).toContain('Bob Cobb: removed');
    expect(detail?.sentences).toContain('Bob Cobb: place in Foxtrot undone');
    await test.call('history.undo', {});
    expect(await pairsOf(test)).toEqual([['Bob Cobb', 'Robert Cobb']]);
    expect(await test.call('people.search', { text: 'bob cobb' })).toHaveLength(1);
  });

  it('are remembered as two once a lead says so, until that is undone', async () => {
    const { test, bob, robert } = await openCobbs();
    const personIds: [Id, Id] = [robert.personId, bob.personId];
    await test.call('duplicates.dismiss', { personIds });
    expect(await test.call('duplicates.list', {})).toMatchObject({ total: 0, dismissed: 1 });
    expect((await test.refusal('duplicates.dismiss', { personIds })).sentence).toBe(
      'Robert Cobb and Bob Cobb are already marked as two people.',
    );
    await test.call('history.undo', {});
    expect(await pairsOf(test)).toHaveLength(1);
  });

  it('marked as two people are listed with who said so, until that is undone', async () => {
    const { test } = await openCobbs();
    const [pair] = (await test.call('duplicates.list', {})).rows;
    if (!pair) throw new Error('No one was found.');
    const personIds: [typeof pair.a.personId, typeof pair.b.personId] = [pair.b.personId, pair.a.personId];
    expect((await test.call('duplicates.dismissed', {})).total).toBe(0);
    await test.call('desk.nameLead', { name: 'Mara L.' });
    await test.call('duplicates.dismiss', { personIds });
    const before = await test.call('duplicates.dismissed', {});
    expect(before.rows).toMatchObject([
      { key: pair.key, said: 'by Mara L. on Mon, Jun 3, 2024 at 9:00 AM', a: { organization: pair.a.organization } },
    ]);
    expect((await test.call('duplicates.dismissed', { search: 'cobb' })).total).toBe(1);
    expect((await test.call('duplicates.dismissed', { search: 'no one' })).total).toBe(0);
    await test.call('duplicates.takeBack', { personIds });
    expect((await test.call('duplicates.dismissed', {})).total).toBe(0);
    expect(await pairsOf(test)).toHaveLength(1);
    expect((await test.refusal('duplicates.takeBack', { personIds })).sentence).toContain(
      'no longer marked as two people',
    );
    await test.call('history.undo', {});
    expect(await test.call('duplicates.dismissed', {})).toEqual(before);
  });

  it('follow whoever changes: a corrected name, a renamed school system', async () => {
    const { test, bob } = await openCobbs();
    expect(await pairsOf(test)).toHaveLength(1);
    await test.call('people.revise', { personId: bob.personId, givenName: 'Omar' });
    expect(await pairsOf(test)).toHaveLength(0);
    await test.call('people.revise', { personId: bob.personId, givenName: 'Rob' });
    const [organization] = (await test.call('organizations.list', { show: 'in-use' })).rows;
    if (!organization) throw new Error('No organization.');
    await test.call('organizations.revise', { organizationId: organization.organizationId, name: 'Cobb Hill Schools' });
    const [pair] = (await test.call('duplicates.list', { search: 'hill' })).rows;
    expect(pair?.a.organization).toBe('Cobb Hill Schools');
  });

  it('wait on Today', async () => {
    const { test } = await openCobbs();
    const { steps } = await test.call('today.show', {});
    expect(steps.find(({ key }) => key === 'duplicates')).toMatchObject({
      sentence: '1 pair may be the same person',
      path: '/duplicates',
    });
  });
});

describe('a comparison', () => {
  it('shows every fact of both, proposes the fuller ones, and says what a merge does', async () => {
    const { test, bob, robert, cohortId } = await openCobbs();
    await seedCheckIn(test, await plan(test, cohortId), bob.personId);
    const seen = await test.call('duplicates.compare', { personIds: [robert.personId, bob.personId] });
    expect(seen.fields.find(({ field }) => field === 'email')).toEqual({
      field: 'email',
      a: '',
      b: 'bob@cobb.example',
    });
    expect(seen.take).toMatchObject({ email: 'b', givenName: 'a' });
    expect(seen.lines).toEqual([
      'Both have a place in Foxtrot: one place stays, with everything linked to either.',
      '1 check-in moves to Robert Cobb.',
      'The other record is removed. Undo brings everything back as it was.',
    ]);
  });

  it('says why two can’t be merged: both have a certificate of one cohort', async () => {
    const { test, bob, robert } = await openCobbs();
    const program = await test.call('program.show', {});
    const [version] = program?.versions ?? [];
    expect(version).toBeDefined();
    const issuedOn = CivilDate.parse('2024-06-01');
    const policyVersionId = await versionIdOf(test);
    await seedChanges(
      test,
      [bob, robert].flatMap(({ participantId }, at) =>
        participantId === null
          ? []
          : [
              update('participant', participantId, { status: 'graduated', graduatedOn: issuedOn }),
              insert('certificate', {
                id: CertificateId.parse(`018f0000-0000-7000-8000-00000000000${at}`),
                participantId,
                number: `AL-CTO-Foxtrot-00${at}`,
                name: 'Robert Cobb',
                issuedOn,
                policyVersionId,
                overruleReason: null,
                decision: null,
                paper: null,
                follows: null,
                designId: null,
              }),
            ],
      ),
    );
    const problem = await test.refusal('duplicates.merge', { keptId: robert.personId, goneId: bob.personId });
    expect(problem.sentence).toContain('can’t become one');
    expect(problem.reasons).toEqual(['Both have a certificate of Foxtrot: AL-CTO-Foxtrot-001 and AL-CTO-Foxtrot-000.']);
    const seen = await test.call('duplicates.compare', { personIds: [robert.personId, bob.personId] });
    expect(seen.problem).toEqual(problem);
  });

  it('refuses who is gone, and one person with itself', async () => {
    const { test, bob } = await openCobbs();
    const noOne = PersonId.parse('018f0000-0000-7000-8000-000000000999');
    expect((await test.refusal('duplicates.merge', { keptId: bob.personId, goneId: noOne })).sentence).toContain(
      'no longer on record',
    );
    expect((await test.refusal('duplicates.merge', { keptId: bob.personId, goneId: bob.personId })).sentence).toContain(
      'already one record',
    );
    expect((await test.refusal('duplicates.dismiss', { personIds: [bob.personId, bob.personId] })).sentence).toContain(
      'already one record',
    );
  });
});

async function versionIdOf(test: TestDesk) {
  const { openForReading } = await import('../../../../main/database/open.ts');
  const database = openForReading(test.databaseFile);
  const row = database.get<{ id: never }>('SELECT id FROM policyVersion');
  database.close();
  if (!row) throw new Error('No policy.');
  return row.id;
}

describe('two applications to one cohort', () => {
  it('become one with the later answers, every form sent, and the acceptance', async () => {
    const test = await openFoxtrot();
    await test.apply([
      {
        name: 'Bob Cobb',
        sent: '2024/04/02 9:00:00 AM CDT',
        email: 'bob@x.example',
        years: '5',
        system: 'Lee County Schools',
      },
      {
        name: 'Robert Cobb',
        sent: '2024/04/09 9:00:00 AM CDT',
        email: 'rob@x.example',
        years: '9',
        system: 'Lee County Schools',
      },
    ]);
    const [bob, robert] = [await test.applicant('Bob Cobb'), await test.applicant('Robert Cobb')];
    await test.call('applicants.accept', { cohortId: test.cohortId, applicationIds: [bob.applicationId] });
    const before = test.hash();
    await test.call('duplicates.merge', { keptId: robert.personId, goneId: bob.personId });
    const merged = await test.call('applicants.show', { applicationId: robert.applicationId });
    expect(merged.row).toMatchObject({ status: 'accepted', years: '9' });
    expect(merged.submissions).toHaveLength(2);
    expect((await test.everyone()).map(({ name }) => name)).toEqual(['Robert Cobb']);
    expect((await test.call('cohorts.participants', { cohortId: test.cohortId })).total).toBe(1);
    await test.call('history.undo', {});
    expect(test.hash()).toBe(before);
  });
});
