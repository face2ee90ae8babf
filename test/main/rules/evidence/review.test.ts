import { describe, expect, test } from 'vitest';
import { keyOf } from '../../../../main/rules/evidence/asked.ts';
import { claimOf } from '../../../../main/rules/evidence/claim.ts';
import { type ReviewDecision, reviewOf } from '../../../../main/rules/evidence/review.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { creditOf } from '../../../../shared/model/recertification/amounts.ts';

const asked = {
  unit: { one: 'hour', many: 'hours' },
  categories: [{ key: 'law', title: 'Law', step: creditOf(25), further: [] }],
  secondReview: 'not-needed' as const,
};
const today = CivilDate.parse('2024-06-03');

describe('A claim', () => {
  test.each([
    [0, 0],
    [1, 100],
    [2.25, 225],
    [0.29, 29],
    [1_000, 100_000],
  ])('of %d hours is kept as %i hundredths', (hours, hundredths) =>
    expect(claimOf(hours, null, asked)).toEqual({ ok: true, value: hundredths }),
  );

  test.each([
    [-1, null, '-1 hours is less than nothing. Type 0 or more.'],
    [0.333, null, '0.333 hours can’t be counted: they are counted in steps of 0.01. Type 0.33 or 0.34.'],
    [0.333, 'law', '0.333 hours can’t be counted: they are counted in steps of 0.25. Type 0.25 or 0.5.'],
    [2.3, 'law', '2.3 hours can’t be counted: they are counted in steps of 0.25. Type 2.25 or 2.5.'],
    [
      10_000,
      null,
      '10,000 hours is more than one activity can be; the most is 1,000. Check the number, or add several pieces of evidence.',
    ],
    [Number.NaN, null, 'That isn’t a number of hours. Type one, such as 2.5.'],
  ])('of %d hours is refused with a sentence', (hours, category, sentence) =>
    expect(claimOf(hours, category, asked)).toMatchObject({ ok: false, problem: { sentence } }),
  );
});

describe('A review', () => {
  const item = {
    title: 'Fall conference',
    state: 'received' as const,
    claimed: creditOf(600),
    firstReviewer: null,
    firstAccepted: null,
  };
  const part = (hours: number): ReviewDecision => ({
    kind: 'part',
    accepted: creditOf(hours * 100),
    reason: 'One day only',
  });
  const by = (reviewer: string | null, secondReview: 'needed' | 'not-needed' = 'not-needed') => ({
    reviewer,
    today,
    asked: { ...asked, secondReview },
  });

  test('accepts all that was claimed, part of it with the reason, or returns it', () => {
    expect(reviewOf(item, { kind: 'accept' }, by('Stacy'))).toMatchObject({
      value: { state: 'accepted', accepted: 600, decidedOn: today, reviewer: 'Stacy', returnedBecause: null },
    });
    expect(reviewOf(item, part(4), by('Stacy'))).toMatchObject({
      value: { state: 'partly-accepted', accepted: 400, returnedBecause: 'One day only' },
    });
    expect(reviewOf(item, { kind: 'return', reason: 'No name on it' }, by(null))).toMatchObject({
      value: { state: 'returned', accepted: 0, reviewer: null, returnedBecause: 'No name on it' },
    });
  });

  test.each([
    [8, 'is more than the 6 hours that were claimed'],
    [6, 'Accept it instead.'],
    [0, 'Return it instead, with the reason.'],
  ])('refuses %i of 6 hours as a part', (hours, said) =>
    expect(reviewOf(item, part(hours), by('Stacy'))).toMatchObject({
      problem: { sentence: expect.stringContaining(said) },
    }),
  );

  test('refuses to judge what has not come in', () => {
    const refused = reviewOf({ ...item, state: 'missing' }, { kind: 'accept' }, by('Stacy'));
    expect(refused).toMatchObject({ problem: { sentence: expect.stringContaining('Nothing has come in') } });
  });

  describe('by two leads, where the policy asks for it,', () => {
    const first = reviewOf(item, { kind: 'accept' }, by('Stacy', 'needed'));
    if (!first.ok) throw new Error(first.problem.sentence);
    const once = { ...item, ...first.value, state: 'received' as const };

    test('waits for the second one', () => {
      expect(first.value).toMatchObject({
        state: 'received',
        accepted: null,
        firstReviewer: 'Stacy',
        firstAccepted: 600,
      });
    });

    test('is done when another lead gives the same', () => {
      expect(reviewOf(once, { kind: 'accept' }, by('Tim', 'needed'))).toMatchObject({
        value: { state: 'accepted', accepted: 600, reviewer: 'Stacy and Tim', firstReviewer: null },
      });
    });

    test('waits on where the same lead looks twice, or another gives something else', () => {
      expect(reviewOf(once, { kind: 'accept' }, by('Stacy', 'needed'))).toMatchObject({ value: { state: 'received' } });
      expect(reviewOf(once, part(4), by('Tim', 'needed'))).toMatchObject({
        value: { state: 'received', firstReviewer: 'Tim', firstAccepted: 400 },
      });
    });

    test('is returned by one alone, and needs to know who looks', () => {
      expect(reviewOf(item, { kind: 'return', reason: 'Blurred' }, by(null, 'needed'))).toMatchObject({
        value: { state: 'returned' },
      });
      expect(reviewOf(item, { kind: 'accept' }, by(null, 'needed'))).toMatchObject({
        problem: { sentence: expect.stringContaining('Say who is using this laptop first') },
      });
    });
  });
});

test.each([
  ['Proof of 12 hours', 'proof-of-12-hours'],
  ['2 letters', 'letters'],
  ['Résumé', 'resume'],
  ['…', 'piece'],
])('The checklist’s “%s” has the key %s', (title, key) => expect(keyOf(title)).toBe(key));
