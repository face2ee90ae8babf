import { expect, test } from 'vitest';
import { factsTried } from '../../../../main/rules/what-if/what-if.ts';
import type { RankingFacts } from '../../../../shared/model/applicants.ts';
import type { TriedFacts } from '../../../../shared/model/what-if.ts';
import { applicant, at, day } from '../al-cto.ts';

const zone = 'America/Chicago';
const typed = { membership: 'General', highestPost: 'No', yearsInEducation: 'ten', jobTitle: 'Teacher' };
const before = applicant({ answers: typed, submittedDoubt: 'missing' });
const tried = (facts: Omit<TriedFacts, 'applicationId'>): RankingFacts => factsTried(before, facts, zone);

test('what is not tried stays, a doubtful time of sending too', () => {
  expect(tried({})).toEqual(before);
});

test.each<[string, Omit<TriedFacts, 'applicationId'>, Partial<RankingFacts>]>([
  ['another membership', { membership: 'delegate' }, { membership: 'delegate', answers: { ...typed, membership: '' } }],
  ['another position', { highestPost: 'yes' }, { highestPost: 'yes', answers: { ...typed, highestPost: '' } }],
  ['other years', { yearsInEducation: 2 }, { yearsInEducation: 2, answers: { ...typed, yearsInEducation: '' } }],
  ['a withdrawal', { stands: false }, { stands: false }],
  [
    'another day of sending, which settles a doubt about it',
    { sentOn: day('2024-04-12') },
    {
      firstSubmittedAt: at('2024-04-12T15:00:00.000Z'),
      latestSubmittedAt: at('2024-04-12T15:00:00.000Z'),
      submittedDoubt: null,
    },
  ],
  ['the same day of sending, which keeps the minute', { sentOn: day('2024-04-10') }, { submittedDoubt: null }],
])('%s changes that, and forgets what was typed of it', (_, facts, changes) => {
  expect(tried(facts)).toEqual({ ...before, ...changes });
});
