import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { LeadName } from '../../../shared/model/history.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';

/** Someone who is not on the list yet. */
const another = 'another';

/** Asks who is at this laptop: someone known from the log with one press, or a new name. */
export function LeadForm({
  onDone,
  autoFocus = false,
  calm = false,
  actions,
}: {
  readonly onDone?: () => void;
  readonly autoFocus?: boolean;
  /** Asked in passing, where something else is the main thing. */
  readonly calm?: boolean;
  /** Stands behind the button. */
  readonly actions?: ReactNode;
}) {
  const { value } = useCall('desk.leads', {});
  if (!value) return null;
  return (
    // Named again, the form begins with the lead at the laptop now.
    <Form
      key={value.lead}
      lead={value.lead}
      known={value.known}
      autoFocus={autoFocus}
      calm={calm}
      onDone={onDone}
      actions={actions}
    />
  );
}

function Form({
  lead,
  known,
  autoFocus,
  calm,
  onDone,
  actions,
}: {
  readonly lead: string | null;
  readonly known: readonly string[];
  readonly autoFocus: boolean;
  readonly calm: boolean;
  readonly onDone: (() => void) | undefined;
  readonly actions: ReactNode;
}) {
  const group = useId();
  const [chosen, setChosen] = useState(lead ?? known[0] ?? another);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = LeadName.safeParse(typed);
  const name = chosen === another ? (parsed.data ?? null) : chosen;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name === null) {
      setTried(true);
      return;
    }
    const result = name === lead ? { ok: true } : await perform('desk.nameLead', { name });
    if (!result.ok) return;
    setTyped('');
    setTried(false);
    onDone?.();
  };
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)}>
      {known.length > 0 && (
        <fieldset className="lead-known">
          <legend className="unseen">Who is using this laptop</legend>
          {[...known, another].map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={group}
                checked={chosen === each}
                // Whoever opens the question answers it with an arrow key and Enter.
                // biome-ignore lint/a11y/noAutofocus: see above
                autoFocus={autoFocus && chosen === each}
                onChange={() => setChosen(each)}
              />
              <span>{each === another ? 'Someone else' : each}</span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen === another && (
        <TextField
          label="Your name"
          hint="Every change shows who made it. The name stays in this file."
          value={typed}
          onChange={setTyped}
          maxLength={80}
          autoFocus={autoFocus}
          problem={tried && name === null ? 'Enter a name that the other leads know.' : null}
        />
      )}
      <div className="row lead-actions">
        <Button kind={calm ? 'plain' : 'primary'} type="submit">
          {name === null || name === lead ? 'Save name' : `I am ${name}`}
        </Button>
        {actions}
      </div>
    </form>
  );
}
