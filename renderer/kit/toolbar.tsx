import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { sayCount } from '../../shared/model/counts.ts';
import { Button } from './button.tsx';
import { useCommands } from './commands.ts';
import { Kbd } from './kbd.tsx';

/** A longer word on the title goes below it. */
const longSub = 40;

/** The head of a screen: title, a word on it, actions; below, what narrows the list. */
export function Toolbar({
  title,
  sub,
  actions,
  summary,
  children,
}: {
  readonly title: string;
  /** A word, or parts side by side: a `<CohortSelect>`, a `<Status>`, a `<span>` that gives way where there is little room. */
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  /** What the list amounts to, at a glance, above what narrows it. */
  readonly summary?: ReactNode;
  /** `<Search>` and `<Chips>`. */
  readonly children?: ReactNode;
}) {
  const isLong = typeof sub === 'string' && sub.length > longSub;
  return (
    <header className="toolbar">
      <div className="toolbar-title">
        <h1 title={title}>{title}</h1>
        {typeof sub === 'string' && sub !== '' && !isLong && (
          <span className="toolbar-sub" title={sub}>
            {sub}
          </span>
        )}
        {sub && typeof sub !== 'string' && <div className="toolbar-sub toolbar-parts">{sub}</div>}
        <span className="space" />
        {actions && <div className="row toolbar-actions">{actions}</div>}
      </div>
      {isLong && (
        <p className="toolbar-sub toolbar-sub-long" title={sub}>
          {sub}
        </p>
      )}
      {summary}
      {children && <div className="toolbar-filters">{children}</div>}
    </header>
  );
}

/** The way back to the screen before, first among a toolbar's actions; where there is little room, its arrow. */
export const Back = ({ to, onClick }: { readonly to: string; readonly onClick: () => void }) => (
  <Button kind="quiet" className="toolbar-back" title={`Back to ${to}`} onClick={onClick}>
    <ArrowLeft aria-hidden="true" />
    <span>{to}</span>
  </Button>
);

/** How long a search waits for the next letter. */
const pause = 120;

/** A search field that `/` reaches; it speaks up once the person pauses, and says how many it found. */
export function Search({
  label,
  value,
  found,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** How many rows are left by the search and the part of the list; undefined while that is not known. */
  readonly found: number | undefined;
  readonly onChange: (value: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const said = useRef(value);
  const say = useRef(onChange);
  useEffect(() => {
    say.current = onChange;
  });
  useEffect(() => {
    // Someone else set the search, for example a filter that clears it.
    if (value !== said.current) setText(value);
    said.current = value;
  }, [value]);
  useEffect(() => {
    if (text === said.current) return;
    const timer = setTimeout(() => {
      said.current = text;
      say.current(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  const reach = () => {
    field.current?.focus();
    field.current?.select();
  };
  useCommands([
    { id: 'screen.search', label, keys: '/', hidden: true, run: reach },
    { id: 'find', label, keys: 'Mod+F', hidden: true, run: reach },
  ]);

  const onKeyDown = (event: KeyboardEvent) => {
    const grid = () => document.querySelector<HTMLElement>('[data-screen] [role="grid"]');
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      event.stopPropagation();
      setText('');
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      grid()?.focus();
    }
  };
  return (
    <div className="search">
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      {text === '' && <Kbd keys="/" />}
      <span role="status" className="search-found">
        {value !== '' && text === value && found !== undefined && `${sayCount(found)} found`}
      </span>
    </div>
  );
}

interface Chip<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly count?: number | undefined;
}

/** The chips of a list's parts, with how many each holds as far as that is known. */
export const chipsOf = <Key extends string>(
  keys: readonly Key[],
  words: Readonly<Record<Key, string>>,
  counts: Readonly<Record<Key, number>> | undefined,
): readonly Chip<Key>[] => keys.map((key) => ({ key, label: words[key], count: counts?.[key] }));

/** Which part of a list is shown: one at a time, with how many each holds. Arrow keys go through them. */
export function Chips<Key extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Key;
  readonly options: readonly Chip<Key>[];
  readonly onChange: (key: Key) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = options.findIndex(({ key }) => key === value);
    const next = options[(at + step + options.length) % options.length];
    if (!next) return;
    onChange(next.key);
    group.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div className="chips" role="radiogroup" aria-label={label} ref={group} onKeyDown={onKeyDown}>
      {options.map(({ key, label: word, count }) => (
        // A radio button drawn as a chip: a native one can't hold a count and be one target.
        // biome-ignore lint/a11y/useSemanticElements: see above
        <button
          key={key}
          type="button"
          role="radio"
          data-key={key}
          className="chip"
          aria-checked={key === value}
          tabIndex={key === value ? 0 : -1}
          onClick={() => onChange(key)}
        >
          {word}
          {count !== undefined && <span className="chip-count">{sayCount(count)}</span>}
        </button>
      ))}
    </div>
  );
}
