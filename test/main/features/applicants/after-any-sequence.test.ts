import { copyFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/api.ts';
import { ClockTime } from '../../../../shared/model/dates.ts';
import type { ApplicationId, CohortId } from '../../../../shared/model/ids.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day } from '../../rules/al-cto.ts';

/** Two in the first tier, two in doubt, one late, and two who sent the form in the same minute. */
const people = [
  { name: 'Ada One', years: '10', system: 'Lee County Schools' },
  { name: 'Ben Two', years: '4', system: 'Lee County Schools' },
  { name: 'Cleo Three', years: '8', system: 'Lee County Schools' },
  { name: 'Dan Four', years: '25', system: 'Pike Road Schools' },
  { name: 'Eve Blank', years: '', system: 'Pike Road Schools' },
  { name: 'Flo Late', years: '6', system: 'Pike Road Schools', sent: '2024/06/02 9:00:00 AM CDT' },
];

/** What a lead does, to one of the six; a refusal is an answer too. */
const act = fc.record({
  what: fc.constantFrom(
    'accept',
    'withdraw',
    'wait',
    'back',
    'offer',
    'answer',
    'overrule',
    'rename',
    'rename employer',
    'close',
    'seats',
    'cap',
    'sent',
    'undo',
    'undo',
    'redo',
  ),
  who: fc.nat({ max: people.length - 1 }),
  number: fc.integer({ min: 1, max: 5 }),
});
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never;

/** The six, and where they applied. */
interface Applied {
  readonly cohortId: CohortId;
  readonly ids: readonly ApplicationId[];
}

async function perform(desk: TestDesk, { cohortId, ids }: Applied, { what, who, number }: Act): Promise<void> {
  const applicationId = ids[who];
  if (!applicationId) throw new Error('Everyone applied.');
  const applicationIds = [applicationId];
  switch (what) {
    case 'accept':
      return void (await desk.ask('applicants.accept', {
        cohortId,
        applicationIds: number > 4 ? 'within-seats' : applicationIds,
      }));
    case 'withdraw':
      return void (await desk.ask('applicants.setStatus', { applicationIds, status: 'withdrawn' }));
    case 'wait':
      return void (await desk.ask('applicants.setStatus', { applicationIds, status: 'waiting' }));
    case 'back':
      return void (await desk.ask('applicants.setStatus', { applicationIds, status: 'submitted' }));
    case 'offer':
      return void (await desk.ask('offers.offer', {
        applicationId,
        replyBy: day('2024-06-20'),
        overruleReason: 'As agreed',
      }));
    case 'answer':
      return void (await desk.ask('applicants.answer', { applicationId, yearsInEducation: number }));
    case 'overrule':
      return void (await desk.ask('applicants.overrule', {
        applicationId,
        overrule: number === 5 ? null : { tier: number > 2 ? null : number, reason: 'As the leads agreed' },
      }));
    case 'rename': {
      const shown = await desk.ask('applicants.show', { applicationId });
      // So much may have been taken back that no one has applied yet.
      if (!shown.ok) return;
      const { personId } = shown.value.row;
      return void (await desk.ask('people.revise', { personId, familyName: `Named ${number}` }));
    }
    case 'rename employer': {
      const { rows } = await desk.call('organizations.list', { search: number > 2 ? 'pike' : 'lee' });
      const organizationId = rows[0]?.organizationId;
      if (!organizationId) return;
      return void (await desk.ask('organizations.revise', { organizationId, name: `Lee and Pike ${number}` }));
    }
    case 'close':
      return void (await desk.ask('cohorts.revise', { cohortId, closesOn: day(`2024-04-0${number}`) }));
    case 'seats':
      return void (await desk.ask('cohorts.revise', { cohortId, seats: number }));
    case 'cap': {
      const program = await desk.call('program.show', {});
      if (!program) return;
      const admission = { ...program.policy.admission, perOrganizationCap: number > 3 ? null : number };
      const policy = { ...program.policy, admission };
      return void (await desk.ask('program.revise', { policy, effectiveOn: day('2024-06-03'), note: 'Tried' }));
    }
    case 'sent':
      return void (await desk.ask('applicants.setSubmitted', {
        applicationIds,
        day: day(`2024-05-0${number}`),
        time: ClockTime.parse('09:00'),
        reason: 'As the e-mail says',
      }));
    case 'undo':
      return void (await desk.ask('history.undo', {}));
    case 'redo':
      return void (await desk.ask('history.redo', {}));
  }
}

/** Everything that the screens of selection show. */
async function seenBy(desk: TestDesk, { cohortId, ids }: Applied): Promise<unknown> {
  const lists: InputOf<'applicants.list'>[] = [
    { cohortId },
    { cohortId, show: 'closed' },
    { cohortId, show: 'accepted', sort: { by: 'name', direction: 'up' } },
    { cohortId, sort: { by: 'name', direction: 'down' } },
    { cohortId, sort: { by: 'status', direction: 'up' } },
    { cohortId, search: 'named' },
  ];
  const told: unknown[] = [];
  for (const input of lists) told.push(await desk.ask('applicants.list', input));
  for (const applicationId of ids) told.push(await desk.ask('applicants.show', { applicationId }));
  const tried = ids.slice(0, 1).map((applicationId) => ({ applicationId, yearsInEducation: 1 }));
  told.push(
    await desk.ask('applicants.whatIf', { cohortId, seats: 2, facts: tried, show: 'everyone' }),
    await desk.ask('applicants.fairness', { cohortId }),
    await desk.ask('offers.list', { cohortId }),
    await desk.ask('letters.list', { cohortId, kind: 'waiting', show: 'everyone' }),
    await desk.ask('fees.list', {}),
    await desk.ask('progress.list', { cohortId, sort: { by: 'name', direction: 'up' } }),
    (await desk.call('desk.status', {})).counts,
    (await desk.call('today.show', {})).steps,
  );
  return told;
}

test('whatever is done, taken back and done again: a desk that followed it all says what a fresh desk says', async () => {
  const seed = await openFoxtrot({ seats: 3 });
  await seed.apply(people);
  const { cohortId } = seed;
  const ids = (await seed.everyone()).map(({ applicationId }) => applicationId);
  const copy = path.join(seed.folder, 'seed.db');
  seed.answers.saveFile = copy;
  await seed.call('desk.backUp', {});
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      run += 1;
      const file = path.join(seed.folder, `run ${run}.db`);
      copyFileSync(copy, file);
      const desk = openTestDesk(file);
      for (const each of acts) {
        await perform(desk, { cohortId, ids }, each);
        // The screens ask after every change: what they keep must not go stale.
        await desk.ask('applicants.list', { cohortId, sort: { by: 'name', direction: 'down' } });
      }
      const fresh = openTestDesk(file);
      expect(await seenBy(desk, { cohortId, ids })).toEqual(await seenBy(fresh, { cohortId, ids }));
      await Promise.all([desk.desk.close(), fresh.desk.close()]);
    }),
    { numRuns: 10 },
  );
});
