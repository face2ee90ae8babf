import { expect, test } from 'vitest';
import { knowPeopleInSteps } from '../../../../main/features/imports/known-people.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import type { Person } from '../../../../shared/model/people.ts';
import { knowPeople } from './in-one-go.ts';

const somebody = (at: number): Person => ({
  id: PersonId.parse(`018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`),
  givenName: `Given${at}`,
  familyName: 'Name',
  email: `p${at}@example.org`,
  phone: null,
  jobTitle: null,
  organizationId: null,
  certificateName: null,
});

test('a large desk is laid out in steps, each of a hundred rows at most, and comes out the same', () => {
  let pulled = 0;
  function* people(): Generator<Person> {
    for (let at = 0; at < 1_000; at += 1) {
      pulled += 1;
      yield somebody(at);
    }
  }
  const steps = knowPeopleInSteps({ people: people() });
  const pulls: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) pulls.push(pulled);
  expect(pulls).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  expect(step.value).toEqual(knowPeople({ people: people() }));
  expect(step.value.byEmail.get('p999@example.org')?.givenName).toBe('Given999');
});
