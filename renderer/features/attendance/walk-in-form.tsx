import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { isScan, type Run, runBefore } from './scan.ts';
import type { CheckIn, WalkingIn } from './use-check-in.ts';

/** Somebody who is on no list: a name and a school system, and they are in with a badge. */
export function WalkInForm({ hand, walkingIn }: { readonly hand: CheckIn; readonly walkingIn: WalkingIn }) {
  const [name, setName] = useState(walkingIn.name);
  const [organization, setOrganization] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { badge } = walkingIn;
  const missing = tried && name.trim() === '';
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const result = await hand.letWalkInIn(name.trim(), organization.trim());
    if (!result.ok) setProblem(result.problem);
  };
  return (
    <form className="check-in-walk-in" aria-label="A walk-in" onSubmit={(event) => void onSubmit(event)}>
      <h2>{badge ? `Badge ${badge.number}: who wears it?` : 'A walk-in'}</h2>
      <Line label="Name" value={name} onChange={setName} onScan={(code) => void hand.take(code)} autoFocus />
      <Line
        label="School system"
        value={organization}
        onChange={setOrganization}
        onScan={(code) => void hand.take(code)}
      />
      {missing && <p role="alert">A name, as it should be called out.</p>}
      {problem && <ProblemNote problem={problem} />}
      <div className="row">
        <Button kind="primary" type="submit" className="check-in-confirm" keys="Enter">
          Check in as a walk-in
        </Button>
        <Button className="check-in-confirm" keys="Escape" onClick={() => hand.walkIn(false)}>
          Cancel
        </Button>
      </div>
      <p className="mute">
        {badge ? 'The badge is theirs from now on.' : 'They get the next badge number.'} Who they are can be said later,
        on the session’s list.
      </p>
    </form>
  );
}

/** A field that knows a scanner's keys from a person's: a code that is scanned meanwhile is no part of a name. */
function Line({
  label,
  value,
  onChange,
  onScan,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onScan: (code: string) => void;
  readonly autoFocus?: boolean;
}) {
  const run = useRef<Run>({ times: [], before: '' });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.key === 'Shift') return;
    if (event.key.length === 1) {
      run.current = runBefore(run.current, event.timeStamp, value);
      return;
    }
    const { times, before } = run.current;
    run.current = { times: [], before: '' };
    if (event.key !== 'Enter' || !isScan(times) || !value.startsWith(before)) return;
    const code = value.slice(before.length);
    if (code.length !== times.length) return;
    event.preventDefault();
    onChange(before);
    onScan(code);
  };
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
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
