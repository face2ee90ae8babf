import type { Instant } from './dates.ts';
import { sayNumber } from './devices.ts';
import type { BadgeId, PersonId } from './ids.ts';

/** A name badge: its number is for people to say, its code for a scanner or a camera to read. */
export interface Badge {
  readonly id: BadgeId;
  /** From 1; the app gives each number once, two laptops that never met may give the same. */
  readonly number: number;
  /** What the QR code holds; unique. */
  readonly code: string;
  /** Null: a walk-in whom no one has matched to a person yet. */
  readonly personId: PersonId | null;
  /** A walk-in's name and school system as they were typed at the door; kept when the person is known. */
  readonly name: string | null;
  readonly organization: string | null;
  readonly issuedAt: Instant;
}

/** What a blank badge is called until someone at the door has put a name to it: `Walk-in 61`. */
export const blankBadgeName = (number: number): string => `Walk-in ${sayNumber(number)}`;

/** Whether a badge was printed ahead for a walk-in and has no one's name yet. */
export const isBlankBadge = ({ personId, name, number }: Pick<Badge, 'personId' | 'name' | 'number'>): boolean =>
  personId === null && name === blankBadgeName(number);

// Told apart in any hand and on any keyboard: no I, L, O, Q and U, which are taken for other signs, no Y and Z, which
// a scanner on another keyboard swaps. 29 is a prime, so that the check finds every wrong and every swapped character.
const signs = '0123456789ABCDEFGHJKMNPRSTVWX';
const prefix = 'CDB';
const randomSigns = 9;
const length = prefix.length + randomSigns + 1;

/**
 * The code of a badge, from its id: `CDB`, nine signs, and one that checks them, such as `CDB4F7K9XWM3T`. Capitals and
 * digits only, so that its QR code is the smallest there is. Says nothing about the person.
 */
export function badgeCodeOf(id: BadgeId): string {
  let rest = BigInt(`0x${id.replaceAll('-', '')}`);
  let body = '';
  for (let at = 0; at < randomSigns; at++) {
    body += signs.charAt(Number(rest % BigInt(signs.length)));
    rest /= BigInt(signs.length);
  }
  return `${prefix}${body}${checkOf(body)}`;
}

/** What a scanned or typed text is to us; `broken-badge` is one of ours, misread or only half read. */
type BadgeReading =
  | { readonly kind: 'badge'; readonly code: string }
  | { readonly kind: 'broken-badge' }
  | { readonly kind: 'other' };

/**
 * Reads a badge's code as it was scanned or typed: capitals, spaces and hyphens don't count, O is read as 0. What a
 * scanner puts before and after is no part of it, nor a second reading of the same badge.
 */
export function readBadgeCode(text: string): BadgeReading {
  const said = text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}-]+/gu, '')
    .toUpperCase()
    // Scanners can be set to say first what kind of code it was: `]Q1` for a QR code.
    .replace(/^\][A-Z][0-9A-Z]/, '');
  const plain = /(?<![0-9A-Z])CDB[0-9A-Z]+(?![0-9A-Z])/.exec(said)?.[0] ?? '';
  const half = plain.slice(0, plain.length / 2);
  const reading = readPlain(plain === half + half ? half : plain);
  // Part of something longer that is not ours may begin like a code of ours by accident: only a whole one counts there.
  return reading.kind === 'broken-badge' && plain !== said ? { kind: 'other' } : reading;
}

function readPlain(plain: string): BadgeReading {
  if (!plain.startsWith(prefix)) return { kind: 'other' };
  const body = plain.slice(prefix.length).replaceAll('O', '0').replace(/[IL]/g, '1');
  // A few letters that happen to begin like a code may be a name that someone types.
  if (plain.length !== length) return { kind: /\d/.test(plain) || plain.length > 7 ? 'broken-badge' : 'other' };
  const isWhole = checkOf(body.slice(0, randomSigns)) === body.charAt(randomSigns);
  return isWhole ? { kind: 'badge', code: `${prefix}${body}` } : { kind: 'broken-badge' };
}

/** A code as it is printed for people to read out: `CDB 4F7K 9XWM 3T`. */
export const sayBadgeCode = (code: string): string =>
  `${code.slice(0, prefix.length)} ${code.slice(prefix.length).replace(/(.{4})(?=.)/g, '$1 ')}`;

/** The sign that follows others; empty where one of them is none of ours, so that nothing can agree with it. */
function checkOf(body: string): string {
  let sum = 0;
  for (const [at, sign] of [...body].entries()) {
    const value = signs.indexOf(sign);
    if (value === -1) return '';
    sum += value * (at + 2);
  }
  return signs.charAt(sum % signs.length);
}
