import './kiosk.css';
import { Check, CheckCheck, Clock, Hand, Keyboard, LockKeyhole, QrCode } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { KioskAnswer, KioskState } from '../../../shared/views/kiosk.ts';
import { CameraPane } from '../camera/camera-pane.tsx';
import { useScanner } from '../scanner/use-scanner.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { useKioskStore } from './store.ts';
import { useKiosk } from './use-kiosk.ts';

/** A terminal may have let the kiosk go, and midnight ends its day: asked again so often, in milliseconds. */
const looksAgain = 5_000;

/** Self check-in in a room without a lead: a field, a camera, and never anything of anybody else. */
export function KioskPage({ kiosk }: { readonly kiosk: KioskState }) {
  const hand = useKiosk();
  const refresh = useKioskStore((state) => state.refresh);
  const field = useRef<HTMLInputElement>(null);
  const [leaving, setLeaving] = useState(false);
  const [otherLayout, setOtherLayout] = useState(false);
  const [camera, setCamera] = useState(() => localStorage.getItem(cameraPlace) === 'yes');
  useEffect(() => {
    document.title = 'Check-in';
    const timer = setInterval(() => void refresh(), looksAgain);
    return () => clearInterval(timer);
  }, [refresh]);
  useKeepsWriting(field, leaving);
  // What comes in while a lead is asked for the PIN is the PIN, however fast it was typed.
  useScanner(
    field,
    (code, other) => {
      if (other) setOtherLayout(true);
      void hand.commit(code);
    },
    !leaving,
  );

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void hand.enter();
  };
  const turnCamera = () => {
    localStorage.setItem(cameraPlace, camera ? 'no' : 'yes');
    setCamera(!camera);
  };
  return (
    <main
      className="kiosk"
      onPointerUp={() => !leaving && field.current?.focus()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Head kiosk={kiosk} />
      <div className={camera && kiosk.open ? 'kiosk-body kiosk-with-camera' : 'kiosk-body'}>
        {kiosk.open ? (
          <>
            <section className="kiosk-hand" aria-label="Check yourself in">
              <form className="kiosk-field" onSubmit={onSubmit}>
                <QrCode aria-hidden="true" />
                <input
                  ref={field}
                  type="text"
                  aria-label="Scan your badge, or type its number and your last name, or your e-mail address"
                  placeholder="Scan your badge"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  maxLength={200}
                  value={hand.text}
                  // The screen has one field, and it is for whoever comes next.
                  // biome-ignore lint/a11y/noAutofocus: see above
                  autoFocus
                  onChange={(event) => hand.type(event.target.value)}
                />
                <button type="submit" className="button button-primary kiosk-go">
                  Check in
                </button>
              </form>
              <div className="kiosk-answer" role="status" aria-live="assertive">
                {hand.said ? <Answer said={hand.said} /> : <Waiting />}
              </div>
            </section>
            {camera && <CameraPane onCode={(code) => void hand.commit(code)} />}
          </>
        ) : (
          <section className="kiosk-hand" aria-label="Closed">
            <Closed kiosk={kiosk} />
          </section>
        )}
      </div>
      <footer className="kiosk-foot">
        <button type="button" className="kiosk-foot-button" aria-pressed={camera} onClick={turnCamera}>
          {camera ? 'Turn the camera off' : 'Use the camera'}
        </button>
        {otherLayout && (
          <p className="kiosk-layout">
            For leads: the scanner is set to another keyboard. Set it to this laptop’s; until then other codes may be
            misread.
          </p>
        )}
        <span className="space" />
        <button type="button" className="kiosk-foot-button" onClick={() => setLeaving(true)}>
          <LockKeyhole aria-hidden="true" />
          For leads
        </button>
      </footer>
      {leaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </main>
  );
}

const cameraPlace = 'kiosk:camera';

/** Wherever a finger has put the focus, letters and scanned codes are for the field. */
function useKeepsWriting(field: { readonly current: HTMLInputElement | null }, leaving: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!leaving && isLetter && event.target !== field.current) field.current?.focus();
    };
    // A file that is dropped would be opened, or tell its name.
    const refuse = (event: Event) => event.preventDefault();
    window.addEventListener('keydown', onKey);
    for (const kind of ['dragover', 'drop']) window.addEventListener(kind, refuse);
    return () => {
      window.removeEventListener('keydown', onKey);
      for (const kind of ['dragover', 'drop']) window.removeEventListener(kind, refuse);
    };
  }, [field, leaving]);
}

function Head({ kiosk: { session } }: { readonly kiosk: KioskState }) {
  return (
    <header className="kiosk-head">
      <h1>{session?.title ?? 'Check-in'}</h1>
      {session && (
        <p>
          {[`${sayDay(session.heldOn)}, ${sayClock(session.startsAt)} to ${sayClock(session.endsAt)}`, session.room]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </header>
  );
}

function Waiting() {
  return (
    <div className="kiosk-waiting">
      <h2>Welcome</h2>
      <p>
        Scan the code on your badge. Or type your badge’s number and your last name, or your whole e-mail address, and
        press Enter.
      </p>
    </div>
  );
}

const faces = {
  welcome: Check,
  'already-in': CheckCheck,
  'more-needed': Keyboard,
  wait: Clock,
  'see-a-lead': Hand,
} as const;
const tones = {
  welcome: 'ok',
  'already-in': 'mute',
  'more-needed': 'mute',
  wait: 'wait',
  'see-a-lead': 'wait',
} as const;

function Answer({ said: { answer, sentence, next } }: { readonly said: KioskAnswer }) {
  const Icon = faces[answer];
  return (
    <div className={`kiosk-said kiosk-${tones[answer]}`}>
      <Icon aria-hidden="true" />
      <div>
        <b>{sentence}</b>
        {next !== '' && <span>{next}</span>}
      </div>
    </div>
  );
}

function Closed({ kiosk: { session } }: { readonly kiosk: KioskState }) {
  return (
    <div className="kiosk-waiting">
      <h2>Check-in is closed</h2>
      <p>
        {session
          ? `This kiosk checks people in on ${sayDay(session.heldOn)}. Please see a lead.`
          : 'Its session is no longer scheduled. Please see a lead.'}
      </p>
    </div>
  );
}
