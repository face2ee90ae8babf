import { describe, expect, test } from 'vitest';
import { openTestDesk } from '../open-desk.ts';

const anId = '0190163d-0003-7000-8000-000000000001';
const wrong = async (call: string, input: unknown): Promise<readonly string[]> => {
  const result = await openTestDesk().desk.call(call, input);
  if (result.ok) throw new Error(`${call} takes that.`);
  expect(result.problem.sentence).toBe(`“${call}” can’t be done with this input.`);
  return result.problem.reasons;
};

describe('An input that a call does not take is refused with what each field takes', () => {
  test.each<[string, string, unknown, readonly string[]]>([
    ['a field that is missing', 'cohorts.create', {}, ['name: missing; it takes text.']],
    ['a field that no one knows', 'cohorts.create', { name: 'Golf', sits: 3 }, ['There is no field “sits”.']],
    ['no fields at all', 'cohorts.create', [], ['The input itself: an object in braces.']],
    ['a name that is empty', 'cohorts.create', { name: ' ' }, ['name: a name.']],
    [
      'a day that is none, and a number too small',
      'cohorts.create',
      { name: 'Golf', opensOn: '2024-13-01', seats: 0 },
      ['opensOn: a day such as 2024-10-21.', 'seats: 1 or more.'],
    ],
    ['a number too large', 'cohorts.create', { name: 'Golf', seats: 1e6 }, ['seats: 100,000 or less.']],
    ['a part of a whole', 'cohorts.create', { name: 'Golf', seats: 1.5 }, ['seats: a whole number.']],
    [
      'a reason that says nothing',
      'applicants.overrule',
      { applicationId: anId, overrule: { tier: 2, reason: '' } },
      ['overrule › reason: at least 3 letters.'],
    ],
    [
      'no one, at no session, of no kind',
      'attendance.note',
      { sessionId: 'today', personIds: [], what: { kind: 'ill' } },
      [
        'sessionId: the id of a record.',
        'personIds: one at least.',
        'what › kind: one of “late”, “left”, “hours”, “excused”.',
      ],
    ],
    [
      'a word that is not on the list',
      'duplicates.list',
      { limit: 'all', offset: true },
      ['offset: a number.', 'limit: a number.'],
    ],
    ['one of two', 'duplicates.compare', { personIds: [anId] }, ['personIds: 2 at least.']],
    ['an address that is none', 'people.revise', { personId: anId, email: 'ann' }, ['email: an e-mail address.']],
  ])('%s', async (_what, call, input, reasons) => {
    expect(await wrong(call, input)).toEqual(reasons);
  });
});
