import { expect, test } from 'vitest';
import { answersReader } from '../../../../main/features/applicants/answers.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { policy } from '../imports/import-desk.ts';

const read = answersReader(policy);
const at = Instant.parse('2024-04-05T12:10:00.000Z');

test.each(['05.04.2024 07:10', '2024-04-05 12:10', '13.04.2024 07:10'])(
  '“%s” stands beside the moment that the import read, in whichever zone and order its column was',
  (submittedAt) =>
    expect(read({ submittedAt }, at)).toEqual([
      { question: 'Sent', answer: submittedAt, understood: 'Apr 5, 2024, 7:10 AM' },
    ]),
);
test('what is no time stands alone, and an answer to a question for one membership says what it means', () => {
  const [sent, membership] = read({ submittedAt: 'yesterday', membership: 'Are you an ALET delegate? No' }, at);
  expect(sent?.understood).toBe('');
  expect(membership?.understood).toBe('');
});
