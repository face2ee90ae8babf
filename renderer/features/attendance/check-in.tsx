import './last-check-ins.css';
import './matches.css';
import './walk-in-form.css';
import './answer-banner.css';
import './door-field.css';
import './door-foot.css';
import './door-head.css';
import './check-in.css';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { SessionId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../kit/commands.ts';
import { isWriting } from '../../kit/keys.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useMute } from '../../kit/sound.ts';
import { useZone } from '../../kit/status-store.ts';
import { PlaceDialog } from '../participant-changes/dialog.tsx';
import { CorrectDialog } from '../people/correct-dialog.tsx';
import { useScanner } from '../scanner/use-scanner.ts';
import { AnswerBanner } from './answer-banner.tsx';
import { CameraSide, cameraKey } from './camera-side.tsx';
import { DoorField } from './door-field.tsx';
import { DoorFoot } from './door-foot.tsx';
import { DoorHead } from './door-head.tsx';
import { FootButton } from './foot-button.tsx';
import { LastCheckIns } from './last-check-ins.tsx';
import { Matches } from './matches.tsx';
import { MoneyDialog } from './money-dialog.tsx';
import { NotHereYet } from './not-here-yet.tsx';
import type { Answered } from './said.ts';
import { useCheckIn } from './use-check-in.ts';
import { WalkInForm } from './walk-in-form.tsx';
import { doorKeys, waysOf } from './ways.ts';

/** A question about one answer; it stays about that one, whoever is scanned meanwhile. */
interface Asked {
  readonly kind: 'money' | 'enroll' | 'correct';
  readonly held: Answered;
}

/** The door: one field, the match large, the last ten at the side. It has the whole window, without the frame. */
export function CheckInPage({ sessionId }: { readonly sessionId: SessionId }) {
  const { value, problem } = useCall('attendance.session', { sessionId, people: false });
  const hand = useCheckIn(sessionId);
  const [, go] = useLocation();
  const [otherLayout, setOtherLayout] = useState(false);
  const [missing, setMissing] = useState(false);
  const [camera, setCamera] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const zone = useZone();
  const { toggle } = useMute();
  const field = useRef<HTMLInputElement>(null);
  const last = value?.recent.find(({ annulled }) => !annulled);
  const { said, walkingIn } = hand;
  const dialogs = {
    money: (held: Answered) => setAsked({ kind: 'money', held }),
    enroll: (held: Answered) => setAsked({ kind: 'enroll', held }),
    correct: (held: Answered) => setAsked({ kind: 'correct', held }),
  };
  const ways = value && said ? waysOf(said, hand, value.session, zone, dialogs) : [];

  // A session that is off the schedule has no list either.
  const leave = () => go(problem ? '/attendance' : `/attendance/${sessionId}`);
  const onEscape = () => {
    if (problem || !hand.putAside()) leave();
  };
  /** Does what the banner offers under a key; false where it offers nothing there. */
  const way = (keys: string): boolean => {
    const offered = ways.find((each) => each.keys === keys);
    offered?.run();
    return offered !== undefined;
  };
  // What the banner says of someone is meant before the list, which may not have heard of them yet.
  const undo = () => {
    if (!way(doorKeys.undo) && last) void hand.takeBack(last);
  };
  const walkIn = () => hand.walkIn(!walkingIn);
  useCommands([
    { id: 'check-in.leave', label: 'Next, or leave check-in', keys: doorKeys.next, run: onEscape },
    {
      id: 'check-in.confirm',
      label: 'Check in anyway',
      keys: doorKeys.confirm,
      run: () => way(doorKeys.confirm),
    },
    { id: 'check-in.here', label: 'Check in at this session', keys: doorKeys.here, run: () => way(doorKeys.here) },
    { id: 'undo', label: 'Undo the last check-in', keys: doorKeys.undo, run: undo },
    { id: 'check-in.walk-in', label: 'Walk-in', keys: doorKeys.walkIn, run: walkIn },
    { id: 'check-in.missing', label: 'Who is not here yet', keys: 'F3', run: () => setMissing(!missing) },
    { id: 'check-in.sound', label: 'Sound on or off', keys: 'F4', run: toggle },
    { id: 'check-in.camera', label: 'Camera on or off', keys: cameraKey, run: () => setCamera(!camera) },
    { id: 'check-in.late', label: 'Came late', keys: doorKeys.late, run: () => way(doorKeys.late) },
    { id: 'check-in.leaves', label: 'Leaves early', keys: doorKeys.leaves, run: () => way(doorKeys.leaves) },
    { id: 'check-in.money', label: 'Record the fee', keys: doorKeys.money, run: () => way(doorKeys.money) },
    { id: 'check-in.correct', label: 'Correct the record', keys: doorKeys.correct, run: () => way(doorKeys.correct) },
  ]);
  useScanner(field, (code, other) => {
    if (other) setOtherLayout(true);
    void hand.take(code);
  });
  useTypingGoesTo(field);
  // Once a walk-in is written down the next key is for the field again.
  const isWalkingIn = walkingIn !== null;
  useEffect(() => {
    if (!isWalkingIn) field.current?.focus();
  }, [isWalkingIn]);

  if (problem) {
    return (
      <main className="check-in check-in-broken">
        <ProblemNote problem={problem} />
        <FootButton keys="Escape" word="leaves check-in" onClick={leave} />
      </main>
    );
  }
  if (!value) return <main className="check-in" />;
  const { session, recent, capacity, walkIns } = value;
  const waits = hand.matches.length === 0 && walkingIn === null;
  /** A dialog is done with; with a sentence where something came of it. */
  const settle = (sentence: string | null) => {
    setAsked(null);
    if (sentence !== null && asked) void hand.settled(asked.held, sentence);
    field.current?.focus();
  };
  return (
    <>
      {/* A tap anywhere is for its button; the next key is for the field again. */}
      <main className="check-in" onPointerUp={() => walkingIn ?? field.current?.focus()}>
        <DoorHead session={session} capacity={capacity} walkIns={walkIns} />
        <div className="check-in-body">
          <section className={waits ? 'check-in-hand check-in-waits' : 'check-in-hand'} aria-label="Who is here">
            <DoorField hand={hand} field={field} />
            {walkingIn ? <WalkInForm hand={hand} walkingIn={walkingIn} /> : <Matches hand={hand} session={session} />}
            <AnswerBanner hand={hand} session={session} ways={ways} />
          </section>
          <CameraSide on={camera} onCode={(code) => void hand.take(code, 'camera')} onClose={() => setCamera(false)}>
            {missing ? (
              <NotHereYet sessionId={sessionId} onChoose={hand.choose} />
            ) : (
              <LastCheckIns recent={recent} onUndo={hand.takeBack} onAsk={hand.ask} asking={hand.asking} />
            )}
          </CameraSide>
        </div>
        <DoorFoot
          isBusy={hand.isBusy}
          otherLayout={otherLayout}
          toCome={session.expected - session.present}
          missing={missing}
          onMissing={() => setMissing(!missing)}
          camera={camera}
          onCamera={() => setCamera(!camera)}
          onWalkIn={walkIn}
          onEscape={onEscape}
        />
      </main>
      {asked?.kind === 'money' && <MoneyDialog answer={asked.held.answer} onClose={settle} />}
      {asked?.kind === 'correct' && asked.held.answer.personId && (
        <CorrectDialog personId={asked.held.answer.personId} onClose={() => settle(null)} />
      )}
      {asked?.kind === 'enroll' && asked.held.answer.participantId && (
        <PlaceDialog
          act="enroll-again"
          participantIds={[asked.held.answer.participantId]}
          cohortId={null}
          onClose={() => settle(null)}
          onDone={() => settle('Enrolled again.')}
        />
      )}
    </>
  );
}

/** Wherever the focus went by Tab, letters and scanned codes are for the field. */
function useTypingGoesTo(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isLetter || isWriting(event.target) || document.querySelector('[data-modal]')) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field]);
}
