import { readBadgeCode } from '../../../shared/model/badges.ts';
import { mailAddressOf } from '../../../shared/model/mail-address.ts';

/** Fewer keys than this are no code. */
const fewest = 5;
/** A scanner sends a key every few milliseconds; no one types a name this fast. Both in milliseconds. */
const usualPause = 30;
const longestPause = 80;

/** Whether keys came from a scanner: a run of them, each right after the other. `times` are their moments in ms. */
export function isScan(times: readonly number[]): boolean {
  if (times.length < fewest) return false;
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const whole = pauses.reduce((sum, pause) => sum + pause, 0);
  return whole / pauses.length <= usualPause && Math.max(...pauses) <= longestPause;
}

/** A key that writes a sign: the sign, which key of the keyboard it was (`KeyA`, `Digit1`), and its moment. */
export interface KeyStroke {
  readonly sign: string;
  readonly key: string;
  readonly at: number;
  /** Whether Shift was down. */
  readonly shift?: boolean;
}

/** Whether a key goes on with the run before it; after a pause a new one begins. */
export const goesOn = (run: readonly KeyStroke[], at: number): boolean => {
  const last = run.at(-1);
  return last !== undefined && at - last.at <= longestPause;
};

/** What a scanner sent, and what a hand had written before it: that stays. */
interface ScannedText {
  readonly code: string;
  readonly written: string;
  /** The scanner is set to another keyboard than this laptop: the code was made out from the keys it pressed. */
  readonly otherLayout?: true;
}

/**
 * What a scanner's keys say; null: it was a hand. `before` is what the field held: a machine that is busy may put a
 * pause into the middle of a code, and the keys after it are not all of it.
 */
export function scannedIn(run: readonly KeyStroke[], before = ''): ScannedText | null {
  // A hand that was typing when the scanner went off wrote the first of it: where a badge begins, it ends.
  for (const start of [...run.keys()].toReversed()) {
    const badge = badgeIn(run.slice(start));
    if (badge !== null) {
      const other = badge !== signsOf(run.slice(start));
      const written = before + handsPart(signsOf(run.slice(0, start)));
      return other ? { code: badge, written, otherLayout: true } : { code: badge, written };
    }
  }
  if (!isScan(run.map(({ at }) => at))) return null;
  const whole = before + signsOf(run);
  for (let start = before.length; start >= 0; start -= 1) {
    const code = whole.slice(start);
    if (readBadgeCode(code).kind === 'badge') return { code, written: handsPart(whole.slice(0, start)) };
  }
  const address = addressIn(run);
  if (address !== null) return { code: address, written: before, otherLayout: true };
  return { code: signsOf(run), written: before };
}

/** The e-mail address that a scanner's keys would write on an American keyboard; null: none, or they wrote one as it is. */
function addressIn(run: readonly KeyStroke[]): string | null {
  if (mailAddressOf(signsOf(run)) !== null) return null;
  const meant = run.map(({ key, shift }) => typedOnAmerican(key, shift === true)).join('');
  return mailAddressOf(meant) === null ? null : meant;
}

const shifted: Readonly<Record<string, string>> = {
  Digit2: '@',
  Minus: '_',
  Equal: '+',
  Digit3: '#',
  Digit4: '$',
  Digit5: '%',
  Digit7: '&',
};
const plain: Readonly<Record<string, string>> = { Period: '.', Minus: '-', Equal: '=', Slash: '/' };

function typedOnAmerican(key: string, shift: boolean): string {
  if (shift) return shifted[key] ?? americanSign(key);
  return plain[key] ?? americanSign(key).toLowerCase();
}

/** What comes before a badge without what the scanner itself puts there: a mark, what kind of code it is, the badge again. */
const handsPart = (before: string): string =>
  readBadgeCode(before).kind === 'badge' ? '' : before.replace(/(?:\][A-Za-z][0-9A-Za-z]|[^\p{L}\p{N}\s])+$/u, '');

const signsOf = (run: readonly KeyStroke[]): string => run.map(({ sign }) => sign).join('');

/** The badge's code that a scanner's keys write, or would on an American keyboard; null: they are no badge's, or a hand's. */
function badgeIn(run: readonly KeyStroke[]): string | null {
  if (!isScan(run.map(({ at }) => at))) return null;
  const written = signsOf(run);
  if (readBadgeCode(written).kind === 'badge') return written;
  // A scanner presses the keys of an American keyboard, whatever letters this one has on them. A badge's check sign
  // says whether that is what happened.
  const meant = run.map(({ key }) => americanSign(key)).join('');
  return readBadgeCode(meant).kind === 'badge' ? meant : null;
}

const americanSign = (key: string): string => /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(key)?.[1] ?? '';

/** Whether a text is what a badge's code holds, rather than a name. */
export const isCode = (text: string): boolean => readBadgeCode(text).kind !== 'other';
