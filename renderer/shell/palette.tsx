import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useLocation } from 'wouter';
import { useCommandRegistry } from '../kit/commands.ts';
import { Kbd } from '../kit/kbd.tsx';
import { useCall } from '../kit/query.ts';
import { KeySheet } from './key-sheet.tsx';
import { lastUsed, noteUsed } from './last-used.ts';
import { linesFor, type PaletteLine } from './palette-lines.ts';
import { closePalette, usePaletteStore } from './palette-store.ts';

/** Finds people, cohorts, screens and commands; or, on `?`, lists every key. */
export function Palette() {
  const open = usePaletteStore((state) => state.open);
  if (open === 'keys') return <KeySheet onClose={closePalette} />;
  if (open === null) return null;
  return (
    <ModalOverlay className="dialog-ground palette-ground" isOpen isDismissable onOpenChange={closePalette}>
      <Modal className="dialog palette" data-modal="">
        <Dialog aria-label="Find anything" className="palette-box">
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder() {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [place, go] = useLocation();
  const groups = useCommandRegistry((state) => state.groups);
  const cohorts = useCall('cohorts.list', {});
  const text = typed.trim();
  const [last] = useState(lastUsed);
  const people = useCall('people.search', text === '' ? null : { text, limit: 8 });
  const lines = linesFor(typed, {
    commands: groups.flatMap(({ commands }) => commands),
    cohorts: cohorts.value?.cohorts ?? [],
    people: people.value ?? [],
    here: place,
    go,
    last,
  });
  const here = Math.min(at, Math.max(0, lines.length - 1));

  useEffect(() => {
    list.current?.querySelector(`[data-at="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);

  const run = (line: PaletteLine | undefined) => {
    if (!line) return;
    closePalette();
    noteUsed(line);
    // The palette gives the focus back first; what runs may take it elsewhere.
    setTimeout(line.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      const next = here + step;
      setAt(
        Math.abs(step) === 1
          ? (next + lines.length) % Math.max(1, lines.length)
          : Math.max(0, Math.min(next, lines.length - 1)),
      );
    } else if (event.key === 'Enter') run(lines[here]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="palette-field">
        <Search aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: whoever opens the palette is about to type
          autoFocus
          role="combobox"
          aria-label="Find people, cohorts, screens and commands"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={lines.length > 0 ? `${id}-${here}` : undefined}
          aria-autocomplete="list"
          placeholder="People, cohorts, screens, commands"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Escape" />
      </div>
      <div className="palette-list" role="listbox" id={`${id}-list`} aria-label="Found" tabIndex={-1} ref={list}>
        {lines.map((line, index) => (
          <Option
            key={line.id}
            id={`${id}-${index}`}
            line={line}
            index={index}
            heading={lines[index - 1]?.group === line.group ? null : line.group}
            here={index === here}
            onPoint={() => setAt(index)}
            onRun={() => run(line)}
          />
        ))}
      </div>
      {lines.length === 0 && !people.waiting && (
        <p className="palette-none">Nothing matches “{text}” here. Names match by their first letters.</p>
      )}
    </>
  );
}

function Option({
  id,
  line,
  index,
  heading,
  here,
  onPoint,
  onRun,
}: {
  readonly id: string;
  readonly line: PaletteLine;
  readonly index: number;
  /** Stands above the first line of a group. */
  readonly heading: string | null;
  readonly here: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}) {
  return (
    <>
      {heading && (
        <div className="palette-group" role="presentation">
          {heading}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys */}
      <div
        id={id}
        data-at={index}
        role="option"
        tabIndex={-1}
        aria-selected={here}
        className={here ? 'palette-line here' : 'palette-line'}
        onMouseMove={onPoint}
        onClick={onRun}
      >
        <span className="palette-word">{line.label}</span>
        <span className="palette-aside">{line.aside}</span>
        {line.keys && <Kbd keys={line.keys} />}
      </div>
    </>
  );
}
