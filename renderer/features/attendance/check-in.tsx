import './last-check-ins.css';
import './matches.css';
import './check-in.css';
import { Volume2, VolumeX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Kbd } from '../../components/kbd.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useToday } from '../../frame/status-store.ts';
import { useCall } from '../../query.ts';
import { AnswerBanner } from './answer-banner.tsx';
import { LastCheckIns } from './last-check-ins.tsx';
import { Matches } from './matches.tsx';
import { NotHereYet } from './not-here-yet.tsx';
import { useMute } from './sound.ts';
import { type CheckIn, useCheckIn } from './use-check-in.ts';

/** The door: one field, the match large, the last ten at the side. It has the whole window, without the frame. */
export function CheckInPage({ sessionId }: { readonly sessionId: SessionId }) {
  const { value, problem } = useCall('attendance.session', { sessionId, people: false }, 'any');
  const hand = useCheckIn(sessionId);
  const [, go] = useLocation();
  const [missing, setMissing] = useState(false);
  const { mute, toggle } = useMute();
  const field = useRef<HTMLInputElement>(null);
  const last = value?.recent.find(({ annulled }) => !annulled);

  const leave = () => {
    if (hand.text !== '') hand.clear();
    else if (hand.asking) hand.ask(null);
    else go(`/attendance/${sessionId}`);
  };
  const undo = () => {
    if (last) void hand.takeBack(last);
  };
  useCommands([
    { id: 'check-in.leave', label: 'Leave check-in', keys: 'Escape', run: leave },
    { id: 'check-in.confirm', label: 'Check in all the same', keys: 'Mod+Enter', run: () => void hand.confirm() },
    { id: 'undo', label: 'Take the last check-in back', keys: 'Mod+Z', run: undo },
    { id: 'check-in.missing', label: 'Who is not here yet', keys: 'F3', run: () => setMissing(!missing) },
    { id: 'check-in.sound', label: 'Sound on or off', keys: 'F4', run: toggle },
  ]);
  useTypingGoesTo(field, hand.press);

  if (problem) {
    return (
      <main className="check-in check-in-broken">
        <ProblemNote problem={problem} />
        <FootButton keys="Escape" word="Leave check-in" onClick={leave} />
      </main>
    );
  }
  if (!value) return <main className="check-in" />;
  const { session, recent } = value;
  return (
    // A tap anywhere is for its button; the next key is for the field again.
    <main className="check-in" onPointerUp={() => field.current?.focus()}>
      <Head session={session} />
      <div className="check-in-body">
        <section
          className={hand.matches.length === 0 ? 'check-in-hand check-in-waits' : 'check-in-hand'}
          aria-label="Who comes"
        >
          <Field hand={hand} field={field} />
          <Matches hand={hand} session={session} />
          <AnswerBanner hand={hand} session={session} />
        </section>
        {missing ? (
          <NotHereYet sessionId={sessionId} onChoose={hand.choose} />
        ) : (
          <LastCheckIns recent={recent} onUndo={hand.takeBack} onAsk={hand.ask} asking={hand.asking} />
        )}
      </div>
      <footer className="check-in-foot">
        <span>Every check-in is on disk before the tick appears</span>
        <FootButton
          keys="F3"
          word={missing ? 'last checked in' : `not here yet: ${session.expected - session.present}`}
          onClick={() => setMissing(!missing)}
        />
        <FootButton keys="F4" word={mute ? 'sound is off' : 'sound is on'} pressed={mute} onClick={toggle}>
          {mute ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
        </FootButton>
        <span className="space" />
        <FootButton keys="Escape" word="leaves check-in" onClick={leave} />
      </footer>
    </main>
  );
}

/** Wherever the focus went by Tab, letters and scanned codes are for the field. */
function useTypingGoesTo(field: { readonly current: HTMLInputElement | null }, press: CheckIn['press']): void {
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isLetter || event.target === field.current || document.querySelector('[data-modal]')) return;
      // The field takes the letter, but did not see its key go down.
      pressed.current(event.key, event.timeStamp);
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field]);
}

function Head({ session }: { readonly session: SessionRow }) {
  const today = useToday();
  const { title, heldOn, startsAt, endsAt, room, cohorts, present, expected, guests } = session;
  const hours = `${sayDay(heldOn)}, ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
  const facts = [title, hours, room, cohorts.map(({ name }) => name).join(' and ')].filter(Boolean).join(' · ');
  return (
    <header className="check-in-head">
      <h1>Check-in</h1>
      <div className="check-in-what">
        <span title={facts}>{facts}</span>
        {heldOn !== today && (
          <strong className="check-in-other-day">Not today: every check-in asks before it commits.</strong>
        )}
      </div>
      <p className="check-in-count">
        <b>{present}</b> of {expected}
        {guests > 0 && <span>, {guests === 1 ? '1 guest' : `${guests} guests`}</span>}
      </p>
    </header>
  );
}

function Field({
  hand,
  field,
}: {
  readonly hand: CheckIn;
  readonly field: { readonly current: HTMLInputElement | null };
}) {
  const { asking, matches, text } = hand;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') void hand.enter();
    else if (event.key === 'ArrowDown') hand.move(1);
    else if (event.key === 'ArrowUp') hand.move(-1);
    else {
      // Shift goes down between two letters of a code.
      if (event.key !== 'Shift') hand.press(event.key, event.timeStamp);
      return;
    }
    event.preventDefault();
  };
  const label = asking
    ? `Whose is the code ${asking.code}? Type three letters of the name`
    : 'Scan a badge, or type three letters of a name';
  return (
    <div className="check-in-field">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={matches.length > 0}
        aria-controls="check-in-matches"
        aria-activedescendant={matches.length > 0 ? `check-in-match-${hand.at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        data-undo="desk"
        value={text}
        // The screen has one field, and it is for whoever comes next.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => hand.type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <small aria-hidden="true">
        {asking ? `whose code is ${asking.code}?` : 'scan a badge, or three letters of a name'}
      </small>
    </div>
  );
}

function FootButton({
  keys,
  word,
  pressed,
  onClick,
  children,
}: {
  readonly keys: string;
  readonly word: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children?: React.ReactNode;
}) {
  return (
    <button type="button" className="check-in-foot-button" aria-pressed={pressed} onClick={onClick}>
      {children}
      <Kbd keys={keys} />
      {word}
    </button>
  );
}
