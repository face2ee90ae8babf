import { expect, test } from 'vitest';
import { nameOnCertificate, sayName } from '../../../shared/model/people.ts';

test.each([
  ['Robert (Bob)', 'Hale', null, 'Robert Hale'],
  ['Beth "Liz"', 'Ray', null, 'Beth Ray'],
  ["Beth 'Liz'", "O'Hale", null, "Beth O'Hale"],
  ["D'Angelo", "D'Amico'", null, "D'Angelo D'Amico'"],
  ['Sarah “Sally”', 'Hale Jr.', null, 'Sarah Hale Jr.'],
  ['Ana', 'Álvarez (Ruiz)', null, 'Ana Álvarez'],
  ['Mary Beth (MB)', 'O’Brien', null, 'Mary Beth O’Brien'],
  ['Robert (Bob)', 'Hale', 'Bob Hale, Ed.D.', 'Bob Hale, Ed.D.'],
  ['Robert (Bob)', 'Hale', 'Robert “Bob” Hale', 'Robert “Bob” Hale'],
  // Nothing else is known of them.
  ['(Bob)', '', null, '(Bob)'],
])('a certificate for %s %s says their name without what they go by: %s → %s', (givenName, familyName, asked, name) => {
  const person = { givenName, familyName, certificateName: asked };
  expect(nameOnCertificate(person)).toBe(name);
  // Everywhere else they are called as they want to be.
  expect(sayName(person)).toBe(`${givenName} ${familyName}`.trim());
});
