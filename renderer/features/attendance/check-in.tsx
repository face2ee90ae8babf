import './last-check-ins.css';
import './matches.css';
import './walk-in-form.css';
import './check-in.css';
import { Camera, CameraOff, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SessionId } from '../../../shared/model/ids.ts';
import { ProblemNote } from '../../components/problem.tsx';
import { useCommands } from '../../frame/commands.ts';
import { isWriting } from '../../frame/keys.ts';
import { useZone } from '../../frame/status-store.ts';
import { useCall } from '../../query.ts';
import { AnswerBanner } from './answer-banner.tsx';
import { CameraSide, cameraKey } from './camera-side.tsx';
import { DoorField } from './door-field.tsx';
import { DoorHead } from './door-head.tsx';
import { FootButton } from './foot-button.tsx';
import { LastCheckIns } from './last-check-ins.tsx';
import { Matches } from './matches.tsx';
import { MoneyDialog } from './money-dialog.tsx';
import { NotHereYet } from './not-here-yet.tsx';
import { useMute } from './sound.ts';
import { type CheckIn, useCheckIn } from './use-check-in.ts';
import { WalkInForm } from './walk-in-form.tsx';
import { doorKeys, waysOf } from './ways.ts';

/** The door: one field, the match large, the last ten at the side. It has the whole window, without the frame. */
export function CheckInPage({ sessionId }: { readonly sessionId: SessionId }) {
  const { value, problem } = useCall('attendance.session', { sessionId, people: false }, 'any');
  const hand = useCheckIn(sessionId);
  const [, go] = useLocation();
  const [missing, setMissing] = useState(false);
  const [camera, setCamera] = useState(false);
  const [money, setMoney] = useState(false);
  const zone = useZone();
  const { mute, toggle } = useMute();
  const field = useRef<HTMLInputElement>(null);
  const last = value?.recent.find(({ annulled }) => !annulled);

  const leave = () => {
    if (hand.walkingIn) hand.walkIn(false);
    else if (hand.text !== '') hand.clear();
    else if (hand.asking) hand.ask(null);
    else go(`/attendance/${sessionId}`);
  };
  const undo = () => {
    if (last) void hand.takeBack(last);
  };
  /** Does what the banner offers under a key; nothing where it offers nothing there. */
  const way = (keys: string) => {
    if (!value || !hand.said) return;
    waysOf(hand.said, hand, value.session, zone, () => setMoney(true))
      .find((each) => each.keys === keys)
      ?.run();
  };
  useCommands([
    { id: 'check-in.leave', label: 'Leave check-in', keys: 'Escape', run: leave },
    {
      id: 'check-in.confirm',
      label: 'Check in all the same',
      keys: doorKeys.confirm,
      run: () => way(doorKeys.confirm),
    },
    { id: 'check-in.here', label: 'Check in at this session', keys: doorKeys.here, run: () => way(doorKeys.here) },
    { id: 'undo', label: 'Take the last check-in back', keys: doorKeys.undo, run: undo },
    { id: 'check-in.walk-in', label: 'Walk-in', keys: doorKeys.walkIn, run: () => hand.walkIn(!hand.walkingIn) },
    { id: 'check-in.missing', label: 'Who is not here yet', keys: 'F3', run: () => setMissing(!missing) },
    { id: 'check-in.sound', label: 'Sound on or off', keys: 'F4', run: toggle },
    { id: 'check-in.camera', label: 'Camera on or off', keys: cameraKey, run: () => setCamera(!camera) },
    { id: 'check-in.late', label: 'Came late', keys: doorKeys.late, run: () => way(doorKeys.late) },
    { id: 'check-in.leaves', label: 'Leaves early', keys: doorKeys.leaves, run: () => way(doorKeys.leaves) },
    { id: 'check-in.money', label: 'Note the fee received', keys: doorKeys.money, run: () => way(doorKeys.money) },
  ]);
  useTypingGoesTo(field, hand.press);
  // Once a walk-in is written down the next key is for the field again.
  const isWalkingIn = hand.walkingIn !== null;
  useEffect(() => {
    if (!isWalkingIn) field.current?.focus();
  }, [isWalkingIn]);

  if (problem) {
    return (
      <main className="check-in check-in-broken">
        <ProblemNote problem={problem} />
        <FootButton keys="Escape" word="Leave check-in" onClick={leave} />
      </main>
    );
  }
  if (!value) return <main className="check-in" />;
  const { session, recent, capacity, walkIns } = value;
  const { said, walkingIn } = hand;
  const waits = hand.matches.length === 0 && walkingIn === null;
  const closeMoney = (noted: string | null) => {
    setMoney(false);
    if (noted !== null) void hand.paid(noted);
    field.current?.focus();
  };
  return (
    <>
      {/* A tap anywhere is for its button; the next key is for the field again. */}
      <main className="check-in" onPointerUp={() => walkingIn ?? field.current?.focus()}>
        <DoorHead session={session} capacity={capacity} walkIns={walkIns} />
        <div className="check-in-body">
          <section className={waits ? 'check-in-hand check-in-waits' : 'check-in-hand'} aria-label="Who comes">
            <DoorField hand={hand} field={field} />
            {walkingIn ? <WalkInForm hand={hand} walkingIn={walkingIn} /> : <Matches hand={hand} session={session} />}
            <AnswerBanner hand={hand} session={session} onMoney={() => setMoney(true)} />
          </section>
          <CameraSide on={camera} onCode={(code) => void hand.take(code, 'camera')} onClose={() => setCamera(false)}>
            {missing ? (
              <NotHereYet sessionId={sessionId} onChoose={hand.choose} />
            ) : (
              <LastCheckIns recent={recent} onUndo={hand.takeBack} onAsk={hand.ask} asking={hand.asking} />
            )}
          </CameraSide>
        </div>
        <footer className="check-in-foot">
          <span>Every check-in is on disk before the tick appears</span>
          <FootButton keys={doorKeys.walkIn} word="walk-in" onClick={() => hand.walkIn(!walkingIn)} />
          <FootButton
            keys="F3"
            word={missing ? 'last checked in' : `not here yet: ${session.expected - session.present}`}
            onClick={() => setMissing(!missing)}
          />
          <FootButton keys="F4" word={mute ? 'sound is off' : 'sound is on'} pressed={mute} onClick={toggle}>
            {mute ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
          </FootButton>
          <FootButton
            keys={cameraKey}
            word={camera ? 'camera is on' : 'camera is off'}
            pressed={camera}
            onClick={() => setCamera(!camera)}
          >
            {camera ? <Camera aria-hidden="true" /> : <CameraOff aria-hidden="true" />}
          </FootButton>
          <span className="space" />
          <FootButton keys="Escape" word="leaves check-in" onClick={leave} />
        </footer>
      </main>
      {money && said?.kind === 'answer' && <MoneyDialog answer={said.answer} onClose={closeMoney} />}
    </>
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
      if (!isLetter || isWriting(event.target) || document.querySelector('[data-modal]')) return;
      // The field takes the letter, but did not see its key go down.
      pressed.current(event.key, event.timeStamp);
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field]);
}
