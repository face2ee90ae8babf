import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds between the keys of a scanner, by the clock of the keys. */
const pause = 5;
/** So long after a code the door takes another end for the scanner's second one, in milliseconds. */
const secondEnd = 100;

/**
 * A scanner whose keys bear their own moments, a few milliseconds apart, however busy the machine is that runs the
 * journey: what tells them from a hand is then what was pressed, not how fast the test ran.
 */
export async function scannerAt(page: Page): Promise<(text: string) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  return async (text) => {
    const from = Date.now();
    for (const [at, sign] of [...text].entries()) {
      await press(session, { key: sign, text: sign, code: codeOf(sign) }, from + at * pause);
    }
    const end = from + text.length * pause;
    await press(session, { key: 'Enter', text: '\r', code: 'Enter' }, end);
    // The keys' own clock has run ahead, and a second end right after the first is no hand's: let the hand's catch up.
    await page.waitForFunction((until) => Date.now() > until, end + secondEnd);
  };
}

interface Key {
  readonly key: string;
  readonly text: string;
  readonly code: string;
}

async function press(session: CDPSession, { key, text, code }: Key, moment: number): Promise<void> {
  const windowsVirtualKeyCode = key === 'Enter' ? 13 : (key.toUpperCase().codePointAt(0) ?? 0);
  const pressed = { key, code, windowsVirtualKeyCode, timestamp: moment / 1_000 };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...pressed });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
}

/** Which key of an American keyboard writes a sign. */
function codeOf(sign: string): string {
  if (/\d/.test(sign)) return `Digit${sign}`;
  return /[a-z]/i.test(sign) ? `Key${sign.toUpperCase()}` : '';
}
