import './sheet.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowLeft, Check, Square, SquareCheck } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sayDay } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import { confirm } from '../../components/ask.tsx';
import { Button } from '../../components/button.tsx';
import { Empty } from '../../components/empty.tsx';
import { Screen } from '../../components/screen.tsx';
import { Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { perform } from '../../perform.ts';
import { findLine, type Typed, typedSoFar } from './sheet-find.ts';
import { useTicks } from './store.ts';

const rowHeight = 44;
const nobody: ReadonlySet<PersonId> = new Set();

/**
 * The paper sheet, entered by whoever reads it aloud: letters find a name, Space ticks it and goes on to the next.
 * What is ticked is marked present, or everybody else is, as one command.
 */
export function SignInSheet({ view, onLeave }: { readonly view: SessionView; readonly onLeave: () => void }) {
  const { session } = view;
  const ticked = useTicks(({ bySession }) => bySession.get(session.id)) ?? nobody;
  const tick = useTicks((state) => state.tick);
  const people = view.people.toSorted((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)));
  const open = people.filter(({ present }) => !present);
  const these = open.filter(({ personId }) => ticked.has(personId));
  const others = open.filter(({ personId }) => !ticked.has(personId));

  const mark = async (whom: readonly AttendeeRow[], but: readonly AttendeeRow[]) => {
    if (whom.length === 0) return;
    const listed = but.length > 0 ? but : whom;
    const yes = await confirm({
      title: `Mark ${whom.length === 1 ? whom[0]?.name : `${whom.length} people`} present?`,
      sentence:
        but.length > 0
          ? `Everyone who is not in yet at ${session.title} on ${sayDay(session.heldOn)}, but these ${but.length}:`
          : `At ${session.title} on ${sayDay(session.heldOn)}, as on the sign-in sheet.`,
      lines: firstOf(listed),
      action: `Mark ${whom.length}`,
    });
    if (!yes) return;
    const personIds = whom.map(({ personId }) => personId);
    const result = await perform('attendance.mark', { sessionId: session.id, personIds });
    if (result.ok) tick(session.id, nobody);
  };
  const markThese = () => void mark(these, []);
  const markOthers = () => void mark(others, these);
  useCommands([
    { id: 'sheet.leave', label: 'Back to the list', keys: 'Alt+ArrowLeft', run: onLeave },
    { id: 'sheet.these', label: 'Mark the ticked present', keys: 'Mod+Enter', run: markThese },
    { id: 'sheet.others', label: 'Mark all but the ticked present', keys: 'Mod+Shift+Enter', run: markOthers },
  ]);
  const why = session.when === 'coming' ? 'The session is still to come.' : null;
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Sign-in sheet"
          sub={`${session.title}, ${sayDay(session.heldOn)}`}
          actions={
            <>
              <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onLeave}>
                The list
              </Button>
              <Button
                keys="Mod+Shift+Enter"
                disabledBecause={why ?? (others.length === 0 ? 'Everybody is ticked or in.' : null)}
                onClick={markOthers}
              >
                All but these: mark {others.length}
              </Button>
              <Button
                kind="primary"
                keys="Mod+Enter"
                disabledBecause={why ?? (these.length === 0 ? 'Nobody is ticked.' : null)}
                onClick={markThese}
              >
                Mark {these.length} present
              </Button>
            </>
          }
        />
      }
    >
      {people.length === 0 ? (
        <Empty title="Nobody is expected yet">A session expects the participants of its cohorts.</Empty>
      ) : (
        <Lines people={people} ticked={ticked} onTick={(next) => tick(session.id, next)} onLeave={onLeave} />
      )}
    </Screen>
  );
}

const firstOf = (people: readonly AttendeeRow[]): readonly string[] =>
  people
    .slice(0, 8)
    .map(({ name }) => name)
    .concat(people.length > 8 ? [`and ${people.length - 8} more`] : []);

/** The lines of the sheet, by family name, with their numbers. */
function Lines({
  people,
  ticked,
  onTick,
  onLeave,
}: {
  readonly people: readonly AttendeeRow[];
  readonly ticked: ReadonlySet<PersonId>;
  readonly onTick: (ticked: ReadonlySet<PersonId>) => void;
  readonly onLeave: () => void;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [typed, setTyped] = useState<Typed>({ text: '', at: 0 });
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
    const next = Math.max(0, Math.min(people.length - 1, index));
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const toggle = (index: number) => {
    const row = people[index];
    if (!row || row.present) return;
    const next = new Set(ticked);
    if (!next.delete(row.personId)) next.add(row.personId);
    onTick(next);
  };
  const type = (letter: string, moment: number) => {
    const next = typedSoFar(typed, letter, moment);
    setTyped(next);
    const found = findLine(people, next.text, here);
    if (found !== null) goTo(found);
  };
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
      toggle(here);
      goTo(here + 1);
    } else if (event.key === 'Escape' && typed.text === '') onLeave();
    else if (event.key.length === 1) {
      type(event.key, event.timeStamp);
      event.preventDefault();
      return;
    } else if (event.key !== 'Escape') return;
    // Whatever is done with a line ends the name that was typed.
    setTyped({ text: '', at: 0 });
    event.preventDefault();
  };
  return (
    <>
      <p className="sheet-hint">
        <span role="status">{typed.text === '' ? '' : `“${typed.text}”`}</span>
        Type letters of a name, or the number of a line; Space ticks it and goes to the next.
      </p>
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
                  toggle(index);
                }}
              >
                <span className="sheet-number">{index + 1}</span>
                {row.present ? (
                  <Check className="sheet-in" aria-hidden="true" />
                ) : isTicked ? (
                  <SquareCheck aria-hidden="true" />
                ) : (
                  <Square className="mute" aria-hidden="true" />
                )}
                <b>{row.name}</b>
                <span className="mute">{row.organization}</span>
                <span className="mute">{row.present ? 'in already' : ''}</span>
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
