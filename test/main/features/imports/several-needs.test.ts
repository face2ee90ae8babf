import { expect, test } from 'vitest';
import { Desk, sheetOf } from './import-desk.ts';

const before = ['Timestamp', 'Email', 'Full name', 'School system', 'Highest position?', 'Membership', 'Years'];
const someone = ['4/15/2024 8:10', 'mei@example.org', 'Mei Lund', 'Lee County Schools', 'No', 'General', '5'];

/** What is kept of one person’s needs, and what the import noted of the row. */
function kept(headers: readonly string[], cells: readonly string[]) {
  const desk = new Desk();
  const plan = desk.take(
    sheetOf([
      [...before, ...headers],
      [...someone, ...cells],
    ]),
  );
  return {
    needs: [...desk.applications.values()].map(({ needs }) => needs),
    notes: plan.rows.flatMap(({ notes }) => notes),
  };
}

test.each([
  [
    'ticks in one cell, as forms save them',
    ['Dietary needs'],
    ['Vegan;Nut allergy;Wheelchair'],
    'Vegan;Nut allergy;Wheelchair',
  ],
  [
    'a column for each tick, in brackets',
    ['Dietary needs [Vegan]', 'Dietary needs [Gluten-free]', 'Dietary needs [Halal]'],
    ['Yes', '', 'Yes'],
    'Vegan; Halal',
  ],
  [
    'a column for each tick, checked or unchecked',
    ['Accessibility (choice=Wheelchair)', 'Accessibility (choice=Large print)', 'Accessibility (choice=Captions)'],
    ['Checked', 'Checked', 'Unchecked'],
    'Wheelchair; Large print',
  ],
  [
    'a tick and what was typed beside it',
    ['Dietary needs [Vegan]', 'Dietary needs [Other]'],
    ['x', 'No shellfish'],
    'Vegan; No shellfish',
  ],
  [
    'a column for each, with the choice as its answer',
    ['Dietary needs', 'Dietary needs', 'Dietary needs'],
    ['Vegan', '', 'Halal'],
    'Vegan; Halal',
  ],
  [
    'ticks under names of their own',
    ['Diet: vegan', 'Diet: halal', 'Diet: kosher'],
    ['1', '', '1'],
    'Diet: vegan; Diet: kosher',
  ],
  ['two questions', ['Dietary restrictions', 'Accessibility needs'], ['Vegan', 'Wheelchair'], 'Vegan; Wheelchair'],
  ['whether, and which', ['Any dietary restrictions?', 'Dietary details'], ['Yes', 'Vegan'], 'Vegan'],
  ['the same twice', ['Dietary restrictions', 'Allergies'], ['Nut allergy', 'nut allergy'], 'nut allergy'],
  ['one of two', ['Dietary restrictions', 'Accessibility needs'], ['', 'Wheelchair'], 'Wheelchair'],
  ['one of them none', ['Dietary restrictions', 'Accessibility needs'], ['None', 'Wheelchair'], 'Wheelchair'],
  ['none of either', ['Dietary restrictions', 'Accessibility needs'], ['None', 'N/A'], null],
])('every need is kept: %s', (_what, headers, cells, needs) => {
  expect(kept(headers, cells)).toEqual({ needs: [needs], notes: [] });
});
