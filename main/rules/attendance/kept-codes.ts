import { readBadgeCode } from '../../../shared/model/badges.ts';
import { mailAddressOf } from '../../../shared/model/mail-address.ts';

/** A code that something was printed with: no spaces, not too short, and with what no name has. */
const printed = /^(?=[^\s]{6,}$)(?=.*[\d/:=])\S+$/;

/**
 * Whether a text that was typed and belongs to no one is kept as a code, for a lead to say later whose it is: a whole e-mail
 * address, a badge of ours, or what looks like another program’s code. Letters of a name, a number, and what a passing
 * hand typed are none.
 */
export function isWorthKeeping(typed: string): boolean {
  const text = typed.trim();
  if (mailAddressOf(text) !== null || readBadgeCode(text).kind !== 'other') return true;
  return printed.test(text) && !/^[#\d]+$/.test(text);
}
