import { type FormEvent, useState } from 'react';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useTyped } from '../../kit/unsaved.ts';
import type { WalkingIn } from './said.ts';
import type { DoorHand } from './use-check-in.ts';

/** Someone who is on no list: a name and a school system, and they are in with a badge. */
export function WalkInForm({ hand, walkingIn }: { readonly hand: DoorHand; readonly walkingIn: WalkingIn }) {
  const [name, setName] = useState(walkingIn.name);
  const [organization, setOrganization] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = useTyped('A walk-in is not checked in yet.');
  const { badge } = walkingIn;
  const missing = tried && name.trim() === '';
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const result = await hand.letWalkInIn(name.trim(), organization.trim());
    setProblem(result.ok ? null : result.problem);
  };
  return (
    <form
      className="check-in-walk-in"
      onChange={typed.onChange}
      aria-label="A walk-in"
      onSubmit={(event) => void onSubmit(event)}
    >
      <h2>{badge ? `Badge ${sayNumber(badge.number)}: who wears it?` : 'A walk-in'}</h2>
      <Line label="Name" value={name} onChange={setName} autoFocus />
      <Line label="School system" value={organization} onChange={setOrganization} />
      {missing && <p role="alert">Enter a name, as it should be called out.</p>}
      {problem && <ProblemNote problem={problem} />}
      <div className="row walk-in-answers">
        <Button kind="primary" type="submit" className="check-in-confirm" keys="Enter">
          Check in as a walk-in
        </Button>
        <Button className="check-in-confirm" keys="Escape" onClick={() => hand.walkIn(false)}>
          Cancel
        </Button>
      </div>
      <p className="mute">
        {badge ? 'The badge is theirs from now on.' : 'They get the next badge number.'} You can match them to a person
        later, on the session’s list.
      </p>
    </form>
  );
}

function Line({
  label,
  value,
  onChange,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <label className="check-in-line">
      <span>{label}</span>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        // The person stands at the table: the name is what comes next.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
