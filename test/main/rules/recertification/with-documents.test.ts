import { describe, expect, it } from 'vitest';
import { contradictionsIn } from '../../../../main/rules/recertification/contradictions.ts';
import { withDocuments } from '../../../../main/rules/recertification/with-documents.ts';
import { certified, earned, rulesNamed, standing, ticked } from './certified.ts';

const rules = rulesNamed('al-cto');
const listed = withDocuments(rules, ['Log of hours', 'Letter of the superintendent', 'Log of hours']);

describe('The documents that the leads have asked for so far', () => {
  it('come along to the checklist of the program’s own rules, each once, by the key that evidence has', () => {
    expect(listed.checklist.map(({ key }) => key)).toEqual([
      'documentation',
      'log-of-hours',
      'letter-of-the-superintendent',
    ]);
    expect(contradictionsIn(listed)).toEqual([]);
  });

  it.each([
    ['a receipt of all of them', { ticked: [ticked('documentation', '2025-01-10')] }, 'completed'],
    [
      'each of them',
      {
        evidence: ['log-of-hours', 'letter-of-the-superintendent'].map((checklistItem) =>
          earned('2025-01-10', 0, null, { checklistItem }),
        ),
      },
      'completed',
    ],
    ['one of them', { evidence: [earned('2025-01-10', 0, null, { checklistItem: 'log-of-hours' })] }, 'running'],
  ])('are met by %s', (_, facts, outcome) =>
    expect(standing(listed, certified('2024-05-03', facts), '2025-02-01').cycle?.outcome).toBe(outcome),
  );

  it('leave rules alone that ask for something else, and rules without any', () => {
    expect(withDocuments(rulesNamed('cetl'), ['Log of hours'])).toEqual(rulesNamed('cetl'));
    expect(withDocuments(rules, [])).toBe(rules);
  });
});
