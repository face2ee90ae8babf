import { useState } from 'react';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { SessionOnPlan } from '../../../shared/views/cohorts.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { PaperQuestion } from './paper-question.tsx';

/** For which sessions to print sign-in sheets, and with how many empty lines. */
export function SignInDialog({ sessionIds }: { readonly sessionIds: readonly SessionId[] }) {
  const { value, problem } = useCall('attendance.sessions', {});
  const sessions = inOrder(value ?? []);
  const [picked, setPicked] = useState<ReadonlySet<SessionId> | null>(
    sessionIds.length > 0 ? new Set(sessionIds) : null,
  );
  const [blank, setBlank] = useState(6);
  // Until someone ticks: the sessions of the day that is next.
  const next = sessions.find(({ when }) => when !== 'past')?.heldOn;
  const chosen = picked ?? new Set(sessions.filter(({ heldOn }) => heldOn === next).map(({ id }) => id));
  const tick = (id: SessionId, isOn: boolean) =>
    setPicked(new Set(isOn ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  const input = { sessionIds: sessions.map(({ id }) => id).filter((id) => chosen.has(id)), blank };
  return (
    <PaperQuestion
      title="Print sign-in sheets"
      why={input.sessionIds.length === 0 ? 'Check at least one session' : null}
      onPrint={() => printPaper('papers.signInSheets', input)}
      onSave={() => writeFile('papers.signInSheets', input)}
    >
      {problem && <ProblemNote problem={problem} />}
      <fieldset className="papers-list">
        <legend>Sessions</legend>
        {value?.length === 0 && <p className="mute">No sessions yet. Schedule them on a cohort’s Schedule.</p>}
        {sessions.map((session) => (
          <Checkbox
            key={session.id}
            label={`${session.title}, ${sayDay(session.heldOn)}`}
            hint={`${sayClock(session.startsAt)} to ${sayClock(session.endsAt)}, ${session.cohorts.map(({ name }) => name).join(' and ')}, ${session.expected} expected`}
            checked={chosen.has(session.id)}
            onChange={(isOn) => tick(session.id, isOn)}
          />
        ))}
      </fieldset>
      <NumberField
        label="Empty lines for walk-ins"
        hint="At the end of each sheet. Anyone without a badge number gets one now and keeps it."
        value={blank}
        max={200}
        onChange={(lines) => lines !== null && setBlank(lines)}
      />
    </PaperQuestion>
  );
}

/** What is on or next first, then what was, the latest first. */
const inOrder = (sessions: readonly SessionOnPlan[]): readonly SessionOnPlan[] => [
  ...sessions.filter(({ when }) => when !== 'past'),
  ...sessions.filter(({ when }) => when === 'past').toReversed(),
];
