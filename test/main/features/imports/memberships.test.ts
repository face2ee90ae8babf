import { describe, expect, it, test } from 'vitest';
import { membershipReader } from '../../../../main/features/imports/memberships.ts';
import { Desk, outcomes, policy, sheetOf } from './import-desk.ts';

const read = membershipReader(policy.memberships);
const header = ['Timestamp', 'Email', 'First', 'Last', 'System', 'Highest position', 'Membership', 'Years'];
const mei = ['4/1/2024', 'mei@example.org', 'Mei', 'Lund', 'Lee County Schools', 'No', 'General', '5'];

/** What a form with this question makes of an answer. */
function asked(question: string, answer: string) {
  const desk = new Desk();
  const plan = desk.take(sheetOf([header.with(6, question), mei.with(6, answer)]));
  const { membership } = desk.applicationOf(desk.called('Lund'));
  return { membership, outcome: plan.rows[0]?.outcome };
}

describe('a question for one membership alone', () => {
  test.each(['Are you an ALET delegate?', 'Delegate Member (Y/N)', 'Delegate', 'Are you your system’s ALET delegate?'])(
    '“%s”: a yes is that one, a no leaves the others open',
    (question) => {
      expect(asked(question, 'Yes')).toEqual({ membership: 'delegate', outcome: 'create' });
      expect(asked(question, 'TRUE')).toEqual({ membership: 'delegate', outcome: 'create' });
      expect(asked(question, 'No')).toEqual({ membership: null, outcome: 'needs-a-look' });
      expect(asked(question, 'General')).toEqual({ membership: 'general', outcome: 'create' });
    },
  );
  it('is kept before its answer, so that the answer means the same later', () => {
    const desk = new Desk();
    const form = sheetOf([header.with(6, 'Are you an ALET delegate?'), mei.with(6, 'no')]);
    desk.take(form);
    const [sent] = [...desk.submissions.values()];
    expect(sent?.answers).toContain('"membership":"Are you an ALET delegate? no"');
    expect(outcomes(desk.take(form))).toEqual({ same: 1 });
  });
});

describe('a question for any membership', () => {
  test.each(['No', 'N', 'FALSE', '0'])('“%s” is none', (answer) =>
    expect(asked('Are you an ALET member?', answer)).toEqual({ membership: 'non-member', outcome: 'create' }),
  );
  test.each(['Yes', 'TRUE', 'x'])('“%s” does not say which', (answer) =>
    expect(asked('Are you an ALET member?', answer)).toEqual({ membership: null, outcome: 'needs-a-look' }),
  );
  it('says so in words', () => {
    expect(read('Yes').note).toMatch(/^does not say which membership it is/);
    expect(read('Delegate? No').note).toMatch(/^says only which membership it is not/);
  });
});
