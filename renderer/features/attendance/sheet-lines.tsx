import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Square, SquareCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import { call } from '../../kit/client.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { findLine, type Typed, typedSoFar } from './sheet-find.ts';
import { SheetHint } from './sheet-hint.tsx';

const rowHeight = 44;
const nothingTyped: Typed = { text: '', at: 0 };
/** The list has no field: what a scanner sends is not written anywhere. */
const noField = { current: null };

/** The lines of the sheet, by last name, with the badge numbers that stand on the paper. */
export function SheetLines({
  sessionId,
  people,
  ticked,
  onTick,
  onLeave,
}: {
  readonly sessionId: SessionId;
  readonly people: readonly AttendeeRow[];
  readonly ticked: ReadonlySet<PersonId>;
  /** Changes who is ticked, from who is by then: a scan may come while another is looked up. */
  readonly onTick: (change: (ticked: ReadonlySet<PersonId>) => ReadonlySet<PersonId>) => void;
  readonly onLeave: () => void;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [typed, setTyped] = useState<Typed>(nothingTyped);
  // What was read aloud or scanned and is on no line. While it stands, Space ticks no one: not whoever happens to be marked.
  const [missed, setMissed] = useState<string | null>(null);
  const here = Math.min(at, people.length - 1);
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    useFlushSync: false,
  });
  useEffect(() => frame.current?.focus(), []);

  const goTo = (index: number) => {
    setMissed(null);
    const next = Math.max(0, Math.min(people.length - 1, index));
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const toggle = (index: number) => {
    const row = people[index];
    if (!row || row.present) return;
    onTick((now) => {
      const next = new Set(now);
      if (!next.delete(row.personId)) next.add(row.personId);
      return next;
    });
  };
  const type = (letter: string, moment: number) => {
    const next = typedSoFar(typed, letter, moment);
    setTyped(next);
    const found = findLine(people, next.text, here);
    if (found === null) setMissed(next.text);
    else goTo(found);
  };
  /** The code on a line, read by a scanner: it ticks, as the hand's Space does, and never unticks. */
  const scanned = async (code: string) => {
    setTyped(nothingTyped);
    const result = await call('attendance.find', { sessionId, text: code, limit: 1 });
    const personId = result.ok ? result.value[0]?.personId : null;
    const index = people.findIndex((row) => row.personId === personId);
    const row = people[index];
    if (!row) return setMissed(code);
    if (!row.present) onTick((now) => new Set([...now, row.personId]));
    goTo(index);
  };
  useScanner(noField, (code) => void scanned(code));
  const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + page,
    PageUp: here - page,
    Home: 0,
    End: people.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) goTo(step);
    else if (event.key === ' ') {
      if (missed === null) {
        toggle(here);
        goTo(here + 1);
      }
    } else if (event.key === 'Escape' && typed.text === '' && missed === null) onLeave();
    else if (event.key.length === 1) {
      type(event.key, event.timeStamp);
      event.preventDefault();
      return;
    } else if (event.key === 'Escape') setMissed(null);
    else return;
    // Whatever is done with a line ends the name that was typed.
    setTyped(nothingTyped);
    event.preventDefault();
  };
  return (
    <>
      <SheetHint sessionId={sessionId} typed={typed.text} missed={missed} />
      <div
        ref={frame}
        role="listbox"
        aria-multiselectable="true"
        aria-label="Lines of the sign-in sheet"
        aria-activedescendant={`${id}-${here}`}
        tabIndex={0}
        className="sheet"
        onKeyDown={onKeyDown}
      >
        <div className="sheet-lines" style={{ height: `${virtual.getTotalSize()}px` }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = people[index];
            if (!row) return null;
            const isTicked = ticked.has(row.personId) && !row.present;
            return (
              // The list has the keys; the line itself is the target for a finger.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={row.personId}
                id={`${id}-${index}`}
                role="option"
                aria-selected={isTicked}
                aria-disabled={row.present || undefined}
                aria-setsize={people.length}
                aria-posinset={index + 1}
                className={lineClass(index === here, isTicked)}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setAt(index);
                  setMissed(null);
                  toggle(index);
                }}
              >
                <span className="sheet-number">{row.badges[0] === undefined ? '' : sayNumber(row.badges[0])}</span>
                {row.present ? (
                  <Check className="sheet-in" aria-hidden="true" />
                ) : isTicked ? (
                  <SquareCheck aria-hidden="true" />
                ) : (
                  <Square className="mute" aria-hidden="true" />
                )}
                <b>{row.name}</b>
                <span className="mute">{row.organization}</span>
                <span className="mute">{row.present ? 'already checked in' : ''}</span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

const lineClass = (isHere: boolean, isTicked: boolean): string =>
  ['sheet-line', isHere && 'sheet-here', isTicked && 'sheet-ticked'].filter(Boolean).join(' ');
