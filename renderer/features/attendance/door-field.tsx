import type { KeyboardEvent } from 'react';
import type { Asking } from './said.ts';
import type { DoorHand } from './use-check-in.ts';

/** The one field of the door: it takes a scanner, letters of a name or a badge number. */
export function DoorField({
  hand,
  field,
}: {
  readonly hand: DoorHand;
  readonly field: { readonly current: HTMLInputElement | null };
}) {
  const { asking, matches, text } = hand;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') void hand.enter();
    else if (event.key === 'ArrowDown') hand.move(1);
    else if (event.key === 'ArrowUp') hand.move(-1);
    else return;
    event.preventDefault();
  };
  const label = asking
    ? `${sayAsking(asking)} Type three letters of the name`
    : 'Scan a badge, or type three letters of a name or a badge number';
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
        {asking ? sayAsking(asking) : 'scan a badge, three letters of a name, or a badge number'}
      </small>
    </div>
  );
}

const sayAsking = ({ code, walkIn }: Asking): string =>
  walkIn === null ? `Who does the code ${code} belong to?` : `Who is the walk-in ${walkIn}?`;
