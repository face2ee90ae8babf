import { sayCount } from '../../../shared/model/counts.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { ComparedPerson } from '../../../shared/model/duplicates.ts';
import { sayName, sayPhone } from '../../../shared/model/people.ts';
import type { Evidence } from './duplicates.ts';
import { sayShortForm } from './nicknames.ts';

/** Every reason that two people may be one, or may be two, in the order name, e-mail, phone, school system. */
export function sayEvidence(
  evidence: Evidence,
  a: ComparedPerson,
  b: ComparedPerson,
  phoneHolders: number,
): readonly Reason[] {
  return [
    ...nameReasons(evidence, a, b),
    emailReason(evidence, a, b),
    phoneReason(evidence, a, b, phoneHolders),
    placeReason(evidence, a, b),
    ...postReasons(evidence, a, b),
  ];
}

const speaksFor = (sentence: string, seen = ''): Reason => ({ outcome: 'met', sentence, seen, clause: '' });
const speaksAgainst = (sentence: string, seen = ''): Reason => ({ outcome: 'unmet', sentence, seen, clause: '' });
const untold = (sentence: string): Reason => ({ outcome: 'unknown', sentence, seen: '', clause: '' });
const both = (one: string, other: string): string => `${one || 'none'} and ${other || 'none'}`;

function nameReasons(evidence: Evidence, a: ComparedPerson, b: ComparedPerson): Reason[] {
  const suffix = evidence.suffixDiffers
    ? [speaksAgainst('Different suffix, like father and son', both(a.familyName, b.familyName))]
    : [];
  if (evidence.swapped) {
    return [speaksFor('First and last name are swapped', both(sayName(a), sayName(b))), ...suffix];
  }
  if (evidence.given === 'same' && evidence.family === 'same') {
    const name = sayName(a);
    if (name === sayName(b)) return [speaksFor(`Same name, ${name}`), ...suffix];
    return [speaksFor('Same name, written differently', both(name, sayName(b))), ...suffix];
  }
  return [givenReason(evidence, a, b), familyReason(evidence, a, b), ...suffix];
}

function givenReason({ given }: Evidence, a: ComparedPerson, b: ComparedPerson): Reason {
  const seen = both(a.givenName, b.givenName);
  switch (given) {
    case 'same':
      return speaksFor(`Same first name, ${a.givenName}`);
    case 'short-form':
      return speaksFor(sayShortForm(firstWord(a), firstWord(b)) ?? 'The first names are forms of the same name', '');
    case 'begins-alike':
      return speaksFor('The first names start alike', seen);
    case 'spelled-alike':
      return speaksFor('The first names differ by one letter', seen);
    case 'initial':
      return speaksFor('One first name is the other’s initial', seen);
    case 'differs':
      return speaksAgainst('Different first names', seen);
    case 'unknown':
      return untold('A first name is missing');
  }
}

const firstWord = (person: ComparedPerson): string => person.givenName.trim().split(/[\s-]+/)[0] ?? '';

function familyReason({ family }: Evidence, a: ComparedPerson, b: ComparedPerson): Reason {
  const seen = both(a.familyName, b.familyName);
  switch (family) {
    case 'same':
      return speaksFor(`Same last name, ${a.familyName}`);
    case 'part':
      return speaksFor('One last name is part of the other', seen);
    case 'spelled-alike':
      return speaksFor('The last names differ by one letter', seen);
    case 'differs':
      return speaksAgainst('Different last names', seen);
    case 'unknown':
      return untold('A last name is missing');
  }
}

function emailReason({ email }: Evidence, a: ComparedPerson, b: ComparedPerson): Reason {
  const seen = both(a.email ?? '', b.email ?? '');
  switch (email) {
    case 'same':
      return speaksFor(`Same e-mail address, ${a.email ?? ''}`);
    case 'same-mailbox':
      return speaksFor('The same name before the @ of both e-mail addresses', seen);
    case 'differs':
      return speaksAgainst('Different e-mail addresses', seen);
    case 'unknown':
      return untold('An e-mail address is missing');
  }
}

function phoneReason({ phone }: Evidence, a: ComparedPerson, b: ComparedPerson, holders: number): Reason {
  const said = sayPhone(a.phone ?? '');
  switch (phone) {
    case 'same':
      return speaksFor(`Same phone, ${said}`);
    case 'switchboard':
      return speaksFor(`Same phone, ${said}, which ${sayCount(holders)} people have`);
    case 'differs':
      return speaksAgainst('Different phones', both(said, sayPhone(b.phone ?? '')));
    case 'unknown':
      return untold('A phone is missing');
  }
}

/** Told only where both are of one school system and both posts are known. */
function postReasons({ post }: Evidence, a: ComparedPerson, b: ComparedPerson): Reason[] {
  if (post === 'unknown') return [];
  if (post === 'same') return [speaksFor(`Same position there, ${a.jobTitle ?? ''}`)];
  return [{ ...untold('Different positions there'), seen: both(a.jobTitle ?? '', b.jobTitle ?? '') }];
}

function placeReason({ place }: Evidence, a: ComparedPerson, b: ComparedPerson): Reason {
  switch (place) {
    case 'same':
      return speaksFor(`Same school system, ${a.organization ?? ''}`);
    case 'differs':
      return speaksAgainst('Different school systems', both(a.organization ?? '', b.organization ?? ''));
    case 'unknown':
      return untold('A school system is missing');
  }
}
