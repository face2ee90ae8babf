import { countOf } from '../../../shared/model/counts.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { waitAfter, waitsUntil } from '../../rules/kiosk/kiosk.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { changeKiosk, lockWith, opensWith } from './lock.ts';

const start: Errand<'kiosk.start'> = async (desk, { sessionId, pin }) => {
  const session = sessionRow(desk.facts(), sessionId);
  if (!session) return refuse(noSuchSession);
  if (session.when !== 'today') {
    const said = session.when === 'past' ? 'was held already' : 'is still to come';
    return refuse(`This session ${said}. A kiosk runs on the day of the session; start it then.`);
  }
  const note = await lockWith(sessionId, pin);
  await changeKiosk(desk, () => ({ note, value: null }));
  return done(null);
};

const leave: Errand<'kiosk.leave'> = async (desk, { pin }) => {
  const { now } = desk.facts();
  // The try is counted before it is judged: many at once, or an app that is ended in between, gain nothing.
  const { note, until } = await changeKiosk(desk, (held) => {
    const until = held && waitsUntil(held, now);
    const note = held && (until === null ? { ...held, wrong: held.wrong + 1, triedAt: now } : held);
    return { note, value: { note, until } };
  });
  if (note === null) return done(null);
  if (until !== null) {
    return refuse(`Too many wrong PINs. ${sayWait((Date.parse(until) - Date.parse(now)) / 1_000)}`);
  }
  if (await opensWith(note, pin)) {
    await changeKiosk(desk, () => ({ note: null, value: null }));
    return done(null);
  }
  const wait = waitAfter(note.wrong);
  return refuse(`That is not the PIN of this kiosk. ${wait === 0 ? 'Try it again.' : sayWait(wait)}`);
};

function sayWait(seconds: number): string {
  const [number, unit] = seconds < 120 ? [Math.ceil(seconds), 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `The next can be tried in ${countOf(number, unit)}.`;
}

const release: Errand<'kiosk.release'> = async (desk) => {
  const was = await changeKiosk(desk, (held) => ({ note: null, value: held }));
  return was === null ? refuse('This laptop is not in kiosk mode.') : done(null);
};

export const kioskErrands: Pick<Handlers, 'kiosk.start' | 'kiosk.leave' | 'kiosk.release'> = {
  'kiosk.start': start,
  'kiosk.leave': leave,
  'kiosk.release': release,
};
