import { expect, test } from 'vitest';
import { fileCommands } from '../../../renderer/features/files/file-commands.ts';
import { laptopSections, policySections } from '../../../renderer/features/program/sections.ts';
import { linesFor } from '../../../renderer/shell/palette-lines.ts';

const run = () => undefined;
const commands = [
  ...fileCommands,
  { id: 'letters', label: 'Write letters', also: 'mail email', run },
  { id: 'go:cohorts', label: 'Go to Cohorts', also: 'new cohort', run },
  ...[...policySections, ...laptopSections].map(({ id, title, also }) => ({
    id: `go:settings-${id}`,
    label: `Settings: ${title}`,
    also,
    run,
  })),
];
const found = (typed: string, last: readonly string[] = []) =>
  linesFor(typed, { commands, cohorts: [], people: [], go: run, last, here: '/today' }).map(({ label }) => label);

test.each([
  ['backup', 'Back up the database to a file'],
  ['backup', 'Restore a backup'],
  ['backup', 'Settings: Backups'],
  ['theme', 'Settings: Preferences'],
  ['new cohort', 'Go to Cohorts'],
  ['invoice', 'Settings: Fee'],
  ['email', 'Write letters'],
  ['text size', 'Settings: Preferences'],
  ['stick', 'Settings: Backups'],
])('whoever types “%s” finds “%s”', (typed, label) => {
  expect(found(typed)).toContain(label);
});

test('a command’s own name comes before what else others are called', () => {
  expect(found('restore')[0]).toBe('Restore a backup');
});

test('what was run last comes first while nothing is typed, once each, and settings only when they are looked for', () => {
  const lines = found('', ['letters', 'go:settings-fee', 'not-here-now']);
  expect(lines.slice(0, 2)).toEqual(['Write letters', 'Settings: Fee']);
  expect(lines.filter((label) => label === 'Write letters')).toHaveLength(1);
  expect(lines).not.toContain('Settings: Seats and the order');
});

test('of several that fit, the one that was run last comes first', () => {
  expect(found('backup', ['restore'])[0]).toBe('Restore a backup');
});
