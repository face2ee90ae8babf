import { beforeEach, describe, expect, test } from 'vitest';
import { decideRecertification } from '../../../../main/rules/recertification/recertification.ts';
import { countedYears, eligibilityOf } from '../../../../main/rules/selection/eligibility.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { Cents } from '../../../../shared/model/money.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const policy = Policy.parse(alCto);
let desk: TestDesk;

const adopt = (changed: Policy) =>
  desk.call('program.revise', { policy: changed, effectiveOn: day('2024-06-03'), note: 'The board decided' });

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
});

describe('A point on which the page is silent is a setting that does what it says', () => {
  test('years count as given, or rounded', () => {
    const rounded: Policy = { ...policy, admission: { ...policy.admission, countingYears: 'rounded' } };
    expect([policy, rounded].map((each) => countedYears(each, 2.5))).toEqual([2.5, 3]);
    const tier = (each: Policy) =>
      eligibilityOf(each, { membership: 'general', highestPost: 'no', yearsInEducation: countedYears(each, 2.5) })
        .outcomes;
    expect([policy, rounded].map(tier)).toEqual([[null], [2]]);
  });

  test('a window closes after so many days where only its first one is set', async () => {
    await adopt({ ...policy, admission: { ...policy.admission, windowDays: 31 } });
    await desk.call('cohorts.create', { name: 'Golf', opensOn: day('2024-07-01') });
    await desk.call('cohorts.create', { name: 'Hotel', opensOn: day('2024-07-01'), closesOn: day('2024-07-10') });
    const { cohorts } = await desk.call('cohorts.list', {});
    expect(cohorts.map(({ name, closesOn }) => [name, closesOn]).sort()).toEqual([
      ['Golf', '2024-07-31'],
      ['Hotel', '2024-07-10'],
    ]);
  });

  test('there are no refunds and waivers where the policy has none', async () => {
    const seed = new Seed();
    const foxtrot = seed.cohort('Foxtrot');
    const zoe = seed.participant(foxtrot, 'Zoë Adams');
    await seed.write(desk);
    await adopt({ ...policy, fee: { ...policy.fee, refunds: 'none' } });
    const waive = { participantIds: [zoe.id], reason: 'A colleague of ours' };
    expect((await desk.refusal('fees.waive', waive)).sentence).toContain('neither refunds nor waivers');
    const refund = {
      participantId: zoe.id,
      cents: Cents.parse(7_500),
      method: 'cash' as const,
      refundedOn: day('2024-06-03'),
      note: 'Moved away',
    };
    expect((await desk.refusal('fees.refund', refund)).sentence).toContain('neither refunds nor waivers');
  });

  test('a year is proposed in the order of the courses, or left to the leads', async () => {
    const { cohortId } = await desk.call('cohorts.create', { name: 'Golf', startsOn: day('2024-10-01') });
    const at = { name: 'Fall conference', startsOn: day('2024-10-22'), endsOn: day('2024-10-23'), place: null };
    await desk.call('courses.addConference', at);
    const laid = async () =>
      (await desk.call('courses.proposeYear', { cohortIds: [cohortId] })).laid.filter(({ heldOn }) => heldOn !== null);
    expect(await laid()).toHaveLength(2);
    await adopt({ ...policy, schedule: { ...policy.schedule, courseDays: 'by-hand' } });
    expect(await laid()).toEqual([]);
  });

  test('a certificate lapses after so many days, or never by itself', () => {
    const lapsing: Policy = { ...policy, recertification: { ...policy.recertification, lapseDays: 30 } };
    const facts = { dueOn: day('2022-06-01'), receivedOn: null, remark: null };
    const said = (each: Policy, on: string) =>
      decideRecertification(each, facts, day(on))
        .reasons.map(({ sentence }) => sentence)
        .filter((each) => each.includes('lapse'));
    expect(said(policy, '2024-06-03')).toEqual([]);
    expect(said(lapsing, '2022-06-11')).toEqual(['The certificate lapses in 21 days']);
    expect(said(lapsing, '2022-07-03')).toEqual(['The certificate lapsed 2 days ago']);
  });
});
