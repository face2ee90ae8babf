import { type FormEvent, useState } from 'react';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { addYears, type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { sayAuditState } from '../../../shared/model/recertification/facts.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { AuditRoom } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { Status } from '../../kit/status.tsx';
import { useToday } from '../../kit/status-store.ts';
import { AuditButtons } from './audit-buttons.tsx';

/** Every audit with what can be done, the draws with their seeds, and a new draw. */
export function AuditsDialog({ room, onClose }: { readonly room: AuditRoom; readonly onClose: () => void }) {
  const { audits, draws, percent } = room;
  return (
    <Dialog title="Audits" wide keeps onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <div className="stack">
        {percent !== null && <DrawForm percent={percent} />}
        {audits.length === 0 ? (
          <p className="mute">
            No audit yet. A draw takes {percent ?? 0}% of those who completed a cycle; an audit for cause begins on the
            person’s card.
          </p>
        ) : (
          <ul className="certification-lines certification-audits" aria-label="Audits">
            {audits.map((audit) => (
              <li key={audit.id}>
                <span className="row">
                  <b>{audit.name}</b> {audit.cohort}, cycle {audit.cycle}
                  <Status of={`audit-${audit.state}`}>{sayAuditState[audit.state]}</Status>
                </span>
                <span className="mute">
                  {audit.cause === 'random' ? 'Drawn' : 'For cause'} {sayDate(audit.drawnOn)}, answer by{' '}
                  {sayDate(audit.answerBy)}
                  {audit.answeredOn !== null && `, answered ${sayDate(audit.answeredOn)}`}
                  {audit.reason !== null && `: “${audit.reason}”`}
                  {audit.note !== null && `. ${sayAuditState[audit.state]}: “${audit.note}”`}
                </span>
                <AuditButtons audit={audit} />
              </li>
            ))}
          </ul>
        )}
        {draws.length > 0 && (
          <div>
            <h3>Draws</h3>
            <ul className="dialog-lines">
              {draws.map(({ id, drawnOn, seed, percent: of, among, drawn }) => (
                <li key={id}>
                  {sayDate(drawnOn)}: {sayCount(drawn)} of {countOf(among, 'graduate')}, {of}%, seed “{seed}”
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Draws the share that the rules ask. A seed said beforehand lets anyone check the draw. */
function DrawForm({ percent }: { readonly percent: number }) {
  const today = useToday();
  const [completedFrom, setFrom] = useState<CivilDate | null>(addYears(today, -1));
  const [completedTo, setTo] = useState<CivilDate | null>(today);
  const [seed, setSeed] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (completedFrom === null || completedTo === null) return;
    const result = await call('recertification.drawAudits', { completedFrom, completedTo, seed: seed.trim() || null });
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setSeed('');
  };
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)}>
      <div className="row certification-draw">
        <DateField label="Cycles completed from" value={completedFrom} onChange={setFrom} />
        <DateField label="to" value={completedTo} onChange={setTo} />
        <TextField label="Seed (optional)" placeholder="June 2024" value={seed} onChange={setSeed} maxLength={100} />
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div className="row">
        <Button
          kind="primary"
          type="submit"
          disabledBecause={completedFrom === null || completedTo === null ? 'First choose both days.' : null}
        >
          Draw {percent}%
        </Button>
        <span className="mute">The seed and the list are kept: with them the same people are drawn again.</span>
      </div>
    </form>
  );
}
