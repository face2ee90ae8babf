import { expect, test } from 'vitest';
import { notSaid, sentencesIn } from './sentences.ts';
import { sources } from './sources.ts';

const said = sources.flatMap(sentencesIn);

test('no sentence says what a lead in Alabama would stop at', () => {
  const faults = said.flatMap(({ path, text }) =>
    notSaid.flatMap(([words, instead]) => (words.test(text) ? [`${path}: “${text}”. Say: ${instead}.`] : [])),
  );
  expect(faults).toEqual([]);
});

test('every sentence of the app is found: on screens, on papers, in letters, in refusals, and in attributes', () => {
  const all = new Set(said.map(({ text }) => text));
  for (const sentence of [
    'Nothing to do right now.',
    'Please pay to',
    'Documents can’t have come in before the graduation.',
    'Clear the selection',
    '{…} has graduated with {…} already.',
  ]) {
    expect(all).toContain(sentence);
  }
});

test.each([
  'Given name',
  'Family name',
  'Holds the highest post',
  'Note a conference',
  'Note $75',
  'Zone of its clocks',
  'What waits',
  'Done last',
  'This is me',
  'As its application window says',
  'The year',
  'Put aside',
  'Room for 28',
  'Take off the plan',
  'State',
  'Remark as kept by hand',
  'overdue 1,108 d',
  'against the order',
  'Take back into the order',
  'place 31 of 30 seats',
  'Your order',
  'Go on editing',
  'What stands in it',
  'Put in a field',
  'Change the words',
  'courses missing',
  'Ticked off the list',
  'Part-paid',
])('“%s” is never said again', (words) => {
  expect(notSaid.some(([pattern]) => pattern.test(words))).toBe(true);
});

test('what the trial asked for is said instead', () => {
  const all = new Set(said.map(({ text }) => text));
  for (const words of [
    'Add conference',
    'Record payment…',
    'First name',
    'Last name',
    'Highest EdTech position',
    'Time zone',
    'To do',
    'Recent changes',
    'Save name',
    'Automatic',
    'Schedule',
    'Unscheduled',
    'Capacity',
    'Delete session',
    'Status',
    'Notes',
    'overdue since {…}',
    'Reconsider',
    'PO number',
    'Keep editing',
    'Sample values',
    'Insert field',
    'Edit text',
    'Can’t finish',
  ]) {
    expect(all).toContain(words);
  }
});

test('what would be stopped at is found', () => {
  const file = {
    path: 'main/x.tsx',
    // A template in the text, so that its brace begins a value there and not here.
    text: `export const A = () => <p title='Given name'>It is {one(\`Put \${x} any more {a}\`)} from 8:00 a</p>;`,
  };
  const texts = sentencesIn(file).map(({ text }) => text);
  expect(texts.sort()).toEqual(['from 8:00 a', 'Given name', 'It is', 'Put {…} any more {a}'].sort());
  expect(texts.filter((text) => notSaid.some(([words]) => words.test(text)))).toHaveLength(3);
});
