import { useEffect, useState } from 'react';
import type { DeskEvent } from '../../shared/events.ts';
import { Button } from '../kit/button.tsx';
import { subscribe } from '../kit/client.ts';
import { perform } from '../kit/perform.ts';
import { useUnsaved } from '../kit/unsaved.ts';

type Work = Extract<DeskEvent, { kind: 'progress' }>;

/** Time left as a person says it. */
export function sayLeft(seconds: number): string {
  if (seconds < 2) return 'a moment left';
  if (seconds < 60) return `${Math.ceil(seconds)} seconds left`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? 'a minute left' : `${minutes} minutes left`;
}

/** Long work that goes on: how far it is, how long it still takes, and Cancel. */
export function ProgressLine() {
  const [work, setWork] = useState<Work | null>(null);
  const [stopping, setStopping] = useState(false);
  useEffect(
    () =>
      subscribe((event) => {
        if (event.kind === 'progress') setWork(event);
        if (event.kind !== 'progress-ended') return;
        setWork(null);
        setStopping(false);
      }),
    [],
  );
  useUnsaved(work && `“${work.label}” is still running. Closing stops it, and nothing of it is kept.`);
  if (!work) return null;
  const { label, fraction, secondsLeft } = work;
  const left = stopping ? 'Stopping …' : secondsLeft === null ? '' : sayLeft(secondsLeft);
  return (
    <div className="progress">
      <span className="progress-label">{label}</span>
      <progress aria-label={label} max={1} value={fraction ?? undefined} />
      <span className="mute progress-left">{left}</span>
      <Button
        disabledBecause={stopping ? 'It is already stopping.' : null}
        onClick={() => {
          setStopping(true);
          void perform('desk.cancel', {});
        }}
      >
        Cancel
      </Button>
    </div>
  );
}
