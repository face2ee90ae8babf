import { expect, it } from 'vitest';
import { helpPages } from '../../../../renderer/features/help/pages.ts';
import { searchHelp } from '../../../../renderer/features/help/search.ts';

it.each([
  ['backup', 'backups'],
  ['backups stick', 'backups'],
  ['RESTORE', 'backups'],
  ['check in', 'door'],
  ['walk-in', 'door'],
  ['sign-in sheet', 'attendance'],
  ['invoice', 'fees'],
  ['theme', 'settings'],
  ['pin', 'kiosk'],
  ['excel', 'import'],
  ['seat free', 'offers'],
  ['diploma', 'graduate'],
  ['mistake', 'undo'],
])('“%s” finds the page %s first', (typed, id) => {
  expect(searchHelp(helpPages, typed)[0]?.id).toBe(id);
});

it('every word must be on the page, and nothing typed leaves every page', () => {
  expect(searchHelp(helpPages, 'backup zeppelin')).toEqual([]);
  expect(searchHelp(helpPages, ' ')).toEqual(helpPages);
});
