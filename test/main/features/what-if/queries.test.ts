import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const people = [
  { name: 'Ada One', years: '10', system: 'Lee County Schools' },
  { name: 'Ben Two', years: '4', system: 'Lee County Schools' },
  { name: 'Cleo Three', years: '8', system: 'Lee County Schools' },
  { name: 'Dan Four', years: '25', system: 'Pike Road Schools' },
  { name: 'Eve Blank', years: '', system: 'Pike Road Schools' },
  { name: 'Flo Late', years: '6', system: 'Pike Road Schools', sent: '2024/06/02 9:00:00 AM CDT' },
];

async function opened(): Promise<Foxtrot> {
  const desk = await openFoxtrot({ seats: 3 });
  await desk.apply(people);
  return desk;
}

async function draft(desk: Foxtrot, changes: Partial<Policy['admission']>): Promise<Policy> {
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('The desk has a program.');
  return { ...program.policy, admission: { ...program.policy.admission, ...changes } };
}

const moves = async (desk: Foxtrot, input: object) => {
  const { rows } = await desk.call('applicants.whatIf', { cohortId: desk.cohortId, ...input });
  return rows.map(({ name, move, because }) => [name, move, because]);
};

test('what if there were other seats: who would gain one or lose one, and nothing is saved', async () => {
  const desk = await opened();
  const before = desk.hash();
  expect(await moves(desk, { seats: 2 })).toEqual([
    ['Cleo Three', 'loses-seat', '2 seats instead of 3: 1st on the waiting list: place 3, past the last of 2 seats'],
  ]);
  expect(await moves(desk, { seats: 4 })).toEqual([['Dan Four', 'gains-seat', '4 seats instead of 3: Place 4 of 4']]);
  expect(await moves(desk, {})).toEqual([]);
  expect(desk.hash()).toBe(before);
});

test('what if the policy asked for more years: the reason is the one that changed', async () => {
  const desk = await opened();
  const { policy } = (await desk.call('program.show', {})) ?? {};
  const tiers = (policy?.admission.tiers ?? []).map((tier) => ({
    ...tier,
    paths: tier.paths.map((path) => ({ ...path, minimumYears: path.minimumYears === null ? null : 5 })),
  }));
  expect(await moves(desk, { policy: await draft(desk, { tiers }) })).toEqual([
    ['Dan Four', 'gains-seat', '5 years in tier 2 instead of 3 years: Place 3 of 3'],
    [
      'Ben Two',
      'loses-seat',
      '5 years in tier 2 instead of 3 years: 4 years in education, 5 required; can apply for Golf when 5 years are reached',
    ],
  ]);
});

test('what if several things were different: each is told by what made the difference to them', async () => {
  const desk = await opened();
  const eve = await desk.applicant('Eve Blank');
  const ben = await desk.applicant('Ben Two');
  const made = await moves(desk, {
    seats: 2,
    policy: await draft(desk, { late: 'in-order' }),
    facts: [{ applicationId: eve.applicationId, yearsInEducation: 4 }],
  });
  expect(made.map(([name, , because]) => [name, String(because).split(':')[0]])).toEqual([
    ['Cleo Three', '2 seats instead of 3'],
    ['Eve Blank', 'The facts tried for Eve Blank'],
    ['Flo Late', 'The rule for late applications'],
  ]);
  // Either of two would have been enough to take the seat.
  const either = await moves(desk, {
    seats: 1,
    facts: [{ applicationId: ben.applicationId, membership: 'none', yearsInEducation: 1 }],
  });
  expect(either.find(([name]) => name === 'Ben Two')?.[2]).toMatch(
    /^1 seat instead of 3 and the facts tried for Ben Two, together: /,
  );
});

test('what if one school system had fewer seats, and what if a late application kept its place', async () => {
  const desk = await opened();
  expect(await moves(desk, { policy: await draft(desk, { perOrganizationCap: 2 }) })).toEqual([
    ['Dan Four', 'gains-seat', 'The limit for one school system: Place 3 of 3'],
    [
      'Cleo Three',
      'loses-seat',
      'The limit for one school system: 2 from Lee County Schools are within the seats already; the cap is 2',
    ],
  ]);
  const late = await moves(desk, { policy: await draft(desk, { late: 'in-order' }) });
  expect(late.map(([name, move]) => [name, move])).toEqual([['Flo Late', 'other-standing']]);
});

test('what if the cap were there from the beginning, as if no one had been accepted yet', async () => {
  const desk = await opened();
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  const policy = await draft(desk, { perOrganizationCap: 2 });
  expect(await moves(desk, { policy })).toEqual([]);
  const scratch = await moves(desk, { policy, fromScratch: true });
  expect(scratch.map(([name, move]) => [name, move])).toEqual([
    ['Dan Four', 'gains-seat'],
    ['Cleo Three', 'loses-seat'],
  ]);
});

test('what if a fact of one applicant were another, or the applicant left', async () => {
  const desk = await opened();
  const eve = await desk.applicant('Eve Blank');
  const ada = await desk.applicant('Ada One');
  const asked = await moves(desk, { facts: [{ applicationId: eve.applicationId, yearsInEducation: 4 }] });
  expect(asked).toEqual([
    ['Eve Blank', 'other-standing', 'The facts tried for Eve Blank: 4 years in education, 3 required'],
  ]);
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: [ada.applicationId] });
  const left = await moves(desk, { facts: [{ applicationId: ada.applicationId, stands: false }] });
  expect(left.map(([name, move]) => [name, move])).toEqual([
    ['Dan Four', 'gains-seat'],
    ['Ada One', 'loses-seat'],
  ]);
  const shifted = await desk.call('applicants.whatIf', {
    cohortId: desk.cohortId,
    facts: [{ applicationId: ada.applicationId, stands: false }],
    show: 'places',
    search: 'lee',
  });
  expect(shifted.rows.map(({ name, before, after }) => [name, before.place, after.place])).toEqual([
    ['Ada One', 1, null],
    ['Ben Two', 2, 1],
    ['Cleo Three', 3, 2],
  ]);
});

test('what if several people’s facts were others, and one had sent the form earlier: each is told, and nothing is saved', async () => {
  const desk = await opened();
  const stranger = await desk.call('cohorts.create', { name: 'Golf', seats: 3 });
  const before = desk.hash();
  const idOf = async (name: string) => (await desk.applicant(name)).applicationId;
  const answer = await desk.call('applicants.whatIf', {
    cohortId: desk.cohortId,
    facts: [
      { applicationId: await idOf('Flo Late'), sentOn: CivilDate.parse('2024-03-15') },
      { applicationId: await idOf('Ben Two'), membership: 'none', yearsInEducation: 1 },
      { applicationId: await idOf('Cleo Three') },
    ],
  });
  expect(answer.tried.map(({ name, before, after, move }) => [name, before.place, after.place, move])).toEqual([
    ['Flo Late', null, 1, 'gains-seat'],
    ['Ben Two', 2, null, 'loses-seat'],
    ['Cleo Three', 3, 3, 'none'],
  ]);
  expect(answer.rows.map(({ name }) => name)).toEqual(['Flo Late', 'Ben Two']);
  // The day on which it was sent moves nothing, not even by the seconds that a clock leaves out.
  const same = { applicationId: await idOf('Ada One'), sentOn: CivilDate.parse('2024-04-01') };
  expect(await moves(desk, { facts: [same], show: 'places' })).toEqual([]);
  const refused = await desk.refusal('applicants.whatIf', { cohortId: stranger.cohortId, facts: [same] });
  expect(refused.sentence).toContain('did not apply to the cohort');
  expect(desk.hash()).toBe(before);
});

test('a cap that is adopted passes the seat on, the offer follows it, and taking it back restores the order', async () => {
  const desk = await opened();
  const before = desk.hash();
  const policy = await draft(desk, { perOrganizationCap: 2 });
  await desk.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'Two a system' });
  expect((await desk.everyone()).slice(0, 4).map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Ada One', 'within-seats'],
    ['Ben Two', 'within-seats'],
    ['Dan Four', 'within-seats'],
    ['Cleo Three', 'waiting'],
  ]);
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  const ben = await desk.applicant('Ben Two');
  const left = await desk.call('applicants.setStatus', { applicationIds: [ben.applicationId], status: 'withdrawn' });
  expect(left.next?.name).toBe('Cleo Three');
  const dan = await desk.applicant('Dan Four');
  await desk.call('history.undo', {});
  const gone = await desk.call('applicants.setStatus', { applicationIds: [dan.applicationId], status: 'withdrawn' });
  // Both seats of the school system are held: no one may be asked.
  expect(gone.next).toBeNull();
  const cleo = await desk.applicant('Cleo Three');
  const { against } = await desk.call('offers.show', { applicationId: cleo.applicationId });
  expect(against).toEqual(['2 from Lee County Schools hold seats already; the cap is 2.']);
  for (let step = 0; step < 3; step += 1) await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
});

test('fairness counts everyone once in each grouping', async () => {
  const desk = await opened();
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  const cleo = await desk.applicant('Cleo Three');
  await desk.call('applicants.setStatus', { applicationIds: [cleo.applicationId], status: 'withdrawn' });
  const { total, groups } = await desk.call('applicants.fairness', { cohortId: desk.cohortId });
  expect(total).toMatchObject({ applied: 6, accepted: 2, withinSeats: 1, waiting: 0, other: 3 });
  for (const { rows } of groups) {
    for (const key of ['applied', 'accepted', 'withinSeats', 'waiting', 'other'] as const) {
      expect(rows.reduce((sum, row) => sum + row[key], 0)).toBe(total[key]);
    }
  }
  const systems = groups.find(({ key }) => key === 'organization')?.rows ?? [];
  expect(systems.map(({ label, applied, accepted }) => [label, applied, accepted])).toEqual([
    ['Lee County Schools', 3, 2],
    ['Pike Road Schools', 3, 0],
  ]);
  const late = groups.find(({ key }) => key === 'late')?.rows ?? [];
  expect(late.map(({ label, applied }) => [label, applied])).toEqual([
    ['On time', 5],
    ['Late', 1],
  ]);
});

test('an applicant without a decision has none to make again', async () => {
  const desk = await opened();
  const { applicationId } = await desk.applicant('Ada One');
  expect(await desk.call('applicants.replay', { applicationId })).toBeNull();
});

test('an old decision is made again under its own version, whatever the policy says now', async () => {
  const desk = await opened();
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  const policy = await draft(desk, { late: 'not-eligible', perOrganizationCap: 1 });
  await desk.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'One a system' });
  const { applicationId } = await desk.applicant('Ben Two');
  const replayed = await desk.call('applicants.replay', { applicationId });
  expect(replayed).toMatchObject({ policyNumber: 1, agrees: true, differences: [] });
});
