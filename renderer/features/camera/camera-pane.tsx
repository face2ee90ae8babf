import './camera.css';
import { CameraOff, ScanQrCode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCamera } from './use-camera.ts';

/** What the camera sees, mirrored as people expect to see themselves, and each badge that it reads given to `onCode`. */
export function CameraPane({
  onCode,
  onClose,
  keys,
  hint = 'Hold up a badge.',
}: {
  readonly onCode: (code: string) => void;
  /** Left out where the camera can’t be turned off, as in a kiosk. */
  readonly onClose?: () => void;
  readonly keys?: string;
  /** What to do, said below the picture. */
  readonly hint?: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const { state, problem, cameras, chosen, choose, again, taken } = useCamera(video, onCode);
  const flash = useFlash(taken);
  const isLong = useWaitsLong(state === 'starting');
  return (
    <section className="camera" aria-label="Camera">
      <div className={flash ? 'camera-frame camera-read' : 'camera-frame'} hidden={state === 'failed'}>
        <video ref={video} className="camera-picture" muted playsInline aria-label="What the camera sees" />
        <span className="camera-aim" aria-hidden="true" />
        {state === 'starting' && (
          <span className="camera-starting">
            {isLong
              ? 'The camera hasn’t started yet. The system may be asking for permission: answer there.'
              : 'Starting the camera.'}
          </span>
        )}
      </div>
      {problem && (
        <div className="camera-problem">
          <ProblemNote problem={problem} />
          <Button onClick={again}>Try again</Button>
        </div>
      )}
      <footer className="camera-foot">
        <span className="camera-hint">
          {state === 'failed' ? <CameraOff aria-hidden="true" /> : <ScanQrCode aria-hidden="true" />}
          {state === 'failed' ? 'The camera is off.' : hint}
        </span>
        {cameras.length > 1 && (
          <select
            className="input select camera-choice"
            aria-label="Camera to use"
            value={chosen ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            {cameras.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        )}
        {onClose && (
          <Button kind="quiet" keys={keys} onClick={onClose}>
            Turn off
          </Button>
        )}
      </footer>
    </section>
  );
}

/** A camera that is not there by now waits for someone’s answer, in milliseconds. */
const startsWithin = 6_000;

function useWaitsLong(waits: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!waits) return;
    const timer = setTimeout(() => setLong(true), startsWithin);
    return () => clearTimeout(timer);
  }, [waits]);
  return isLong;
}

/** True for a moment after each count, so that whoever holds a badge sees that it was read. */
function useFlash(count: number): boolean {
  const [shown, setShown] = useState(count);
  useEffect(() => {
    if (count === shown) return;
    const timer = setTimeout(() => setShown(count), 500);
    return () => clearTimeout(timer);
  }, [count, shown]);
  return count !== shown;
}
