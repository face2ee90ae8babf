import { expect, test } from 'vitest';
import { openFoxtrot } from '../../foxtrot.ts';

test('an answer that leaves open what decides is looked at, and ranked neither first nor last', async () => {
  const desk = await openFoxtrot();
  await desk.apply([
    { name: 'Ada Quill', years: '2-4' },
    { name: 'Bo Reed', years: 'almost 3' },
    { name: 'Cy Marrow', membership: 'Delegate', post: 'Yes (interim)', years: '1' },
    { name: 'Dee Lark', membership: 'Delegate?', post: 'Yes', years: '1' },
    { name: 'Eli Field', years: '36 months' },
    { name: 'Fay Wells', years: '1st year' },
    { name: 'Gus Hale', membership: 'Delegate member (voting)', post: 'I do', years: '1' },
  ]);
  const verdicts = (await desk.everyone()).map(({ name, verdict }) => [name, verdict]);
  expect(Object.fromEntries(verdicts)).toEqual({
    'Ada Quill': 'needs-a-look',
    'Bo Reed': 'needs-a-look',
    'Cy Marrow': 'needs-a-look',
    'Dee Lark': 'needs-a-look',
    'Eli Field': 'within-seats',
    'Fay Wells': 'not-eligible',
    'Gus Hale': 'within-seats',
  });
  expect((await desk.applicant('Gus Hale')).place).toBe(1);
});

test('spouses with one address are two applicants, and no answer of the one lands on the other', async () => {
  const desk = await openFoxtrot();
  const rows = [
    { name: 'Jane Doe', email: 'doe@example.org', years: '9', phone: '2565550101' },
    { name: 'John Doe', email: 'doe@example.org', years: '1', phone: '2565550102' },
  ];
  await desk.apply(rows);
  const before = desk.hash();
  expect((await desk.everyone()).map(({ name, verdict }) => [name, verdict])).toEqual([
    ['Jane Doe', 'within-seats'],
    ['John Doe', 'not-eligible'],
  ]);
  await desk.read(rows);
  await desk.ask('imports.apply', { cohortId: desk.cohortId });
  expect(desk.hash()).toBe(before);
});
