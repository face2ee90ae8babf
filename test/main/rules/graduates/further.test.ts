import { describe, expect, it } from 'vitest';
import { withFurther } from '../../../../main/rules/graduates/further.ts';
import { decideGraduation, replayGraduation } from '../../../../main/rules/graduates/graduation.ts';
import type { FurtherFacts } from '../../../../shared/model/graduates.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { day, policy } from '../al-cto.ts';
import { all, enrolled, law, today, without } from '../progress/attended-courses.ts';

/** The program, asking for the fee and for two things of a checklist. */
const asking = (graduation: Partial<Policy['graduation']>): Policy =>
  Policy.parse({ ...policy, graduation: { ...policy.graduation, ...graduation } });
const checklist = [
  { id: 'pre-work', title: 'Pre-work handed in' },
  { id: 'letter', title: 'Letter of recommendation' },
];
const owing = (cents: number, state: NonNullable<FurtherFacts['fee']>['state'] = 'due'): FurtherFacts => ({
  fee: { state, owes: Cents.parse(cents) },
  met: [],
});
const decide = (rules: Policy, facts: FurtherFacts, sessions = all) =>
  withFurther(rules, decideGraduation(rules, enrolled(sessions), today), facts);
const met = (requirementId: string, note: string | null = null) => ({ requirementId, metOn: day('2025-02-03'), note });

describe('Graduation with more than the courses', () => {
  it('asks for nothing else by default, and owing the fee keeps no one from graduating', () => {
    const courses = decideGraduation(policy, enrolled(all), today);
    expect(withFurther(policy, courses, owing(7_500))).toBe(courses);
  });

  it.each([
    ['still owed', owing(7_500), 'requirements-missing', 'unmet', '$75 of the course fee is still owed'],
    ['owed in part', owing(2_500, 'part-paid'), 'requirements-missing', 'unmet', '$25 of the course fee is still owed'],
    ['paid', owing(0, 'paid'), 'may-graduate', 'met', 'The course fee is settled'],
    ['waived', owing(0, 'waived'), 'may-graduate', 'met', 'The course fee was waived'],
    ['never asked', { fee: null, met: [] }, 'may-graduate', 'not-needed', 'No course fee was asked of them'],
  ] as const)('with the fee asked for and %s', (_, facts, verdict, outcome, sentence) => {
    const graduation = decide(asking({ fee: 'settled' }), facts);
    expect(graduation.verdict).toBe(verdict);
    expect(graduation.reasons.at(-1)).toEqual({ outcome, sentence, seen: '', clause: 'silent-fee-at-graduation' });
  });

  it('names every requirement with its reason, met or not, and what is still open', () => {
    const facts = { fee: null, met: [met('pre-work', 'by mail')] };
    const graduation = decide(asking({ requirements: checklist }), facts);
    expect(graduation).toMatchObject({
      verdict: 'requirements-missing',
      lacking: ['Letter of recommendation'],
      sentence: 'Every course is completed. Still open: Letter of recommendation.',
    });
    expect(graduation.reasons.slice(-2)).toEqual([
      {
        outcome: 'met',
        sentence: 'Pre-work handed in: done on Mon, Feb 3, 2025',
        seen: 'by mail',
        clause: 'silent-requirements',
      },
      { outcome: 'unmet', sentence: 'Letter of recommendation: not yet', seen: '', clause: 'silent-requirements' },
    ]);
  });

  it('of someone with a course missing says what else is open, and the course stays what holds them back', () => {
    const graduation = decide(asking({ requirements: checklist }), { fee: null, met: [] }, without(law));
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.sentence).toMatch(/Also still open: Pre-work handed in and Letter of recommendation\.$/);
  });

  it('leaves alone who has graduated or has left, and a tick of a requirement that is no longer asked for', () => {
    const rules = asking({ requirements: checklist });
    const graduated = decideGraduation(rules, { ...enrolled(all), status: 'graduated' }, today);
    expect(withFurther(rules, graduated, { fee: null, met: [] })).toBe(graduated);
    const facts = { fee: null, met: [met('pre-work'), met('letter'), met('essay')] };
    expect(decide(rules, facts)).toMatchObject({ verdict: 'may-graduate', lacking: [] });
  });

  it('is made again from what it saw: the same answer, until what it saw was something else', () => {
    const rules = asking({ fee: 'settled', requirements: checklist });
    const stored = {
      facts: enrolled(all),
      decidedOn: today,
      missing: [],
      reasons: [],
      further: { ...owing(7_500), met: [met('letter')] },
      lacking: ['Course fee', 'Pre-work handed in'],
    };
    expect(replayGraduation(rules, stored).agrees).toBe(true);
    expect(replayGraduation(rules, { ...stored, further: { ...stored.further, met: [] } }).agrees).toBe(false);
  });
});
