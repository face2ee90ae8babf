import { type FormEvent, useState } from 'react';
import { sayDay, sayInstant } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { WalkInRow } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { call } from '../../kit/client.ts';
import { TextField } from '../../kit/fields/text-field.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';

/** Says who a walk-in is: someone known, found by name, or a new person. */
export function MatchInspector({ row, onClose }: { readonly row: WalkInRow; readonly onClose: () => void }) {
  const zone = useZone();
  const { code, number, name, organization, at } = row;
  const [search, setSearch] = useState(name);
  const [isNew, setIsNew] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { value: hits } = useCall('people.search', search.trim() === '' ? null : { text: search, limit: 6 });
  const match = async (who: Parameters<typeof call<'attendance.match'>>[1]['who']) => {
    const result = await call('attendance.match', { code, who });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Inspector
      title={number === null ? `Code ${code}` : name}
      sub={[number && `Badge ${sayNumber(number)}`, organization].filter(Boolean).join(' · ')}
      status={<Status of="needs-a-look">Not matched yet</Status>}
      onClose={onClose}
    >
      <Card title="Came to">
        <ul className="attendance-notes">
          {at.map(({ sessionId, title, heldOn, at: moment }) => (
            <li key={sessionId}>
              <div>
                <span>{title}</span>
                <small className="mute">
                  {sayDay(heldOn)}, checked in {sayInstant(moment, zone)}
                </small>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      {isNew ? (
        <NewPerson row={row} problem={problem} onMatch={match} onBack={() => setIsNew(false)} />
      ) : (
        <Card title="Who is it?">
          <div className="stack">
            <TextField label="Search people" value={search} onChange={setSearch} autoFocus />
            <ul className="attendance-notes" aria-label="People found">
              {(search.trim() === '' ? [] : (hits ?? [])).map(
                ({ personId, name: found, organization: system, standing }) => (
                  <li key={personId}>
                    <div>
                      <span>{found}</span>
                      <small className="mute">{[system, standing].filter(Boolean).join(' · ')}</small>
                    </div>
                    <Button aria-label={`It is ${found}`} onClick={() => void match({ is: 'known', personId })}>
                      Match
                    </Button>
                  </li>
                ),
              )}
            </ul>
            {problem && <ProblemNote problem={problem} />}
            <Button onClick={() => setIsNew(true)}>Add new person…</Button>
          </div>
        </Card>
      )}
    </Inspector>
  );
}

/** The last word is the last name, as far as anybody can tell: both can be corrected before they are saved. */
function partsOf(name: string): { given: string; family: string } {
  const words = name.trim().split(/\s+/);
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

function NewPerson({
  row,
  problem,
  onMatch,
  onBack,
}: {
  readonly row: WalkInRow;
  readonly problem: Problem | null;
  readonly onMatch: (who: {
    is: 'new';
    givenName: string;
    familyName: string;
    organization: string;
    email: string | null;
  }) => Promise<void>;
  readonly onBack: () => void;
}) {
  const [given, setGiven] = useState(partsOf(row.name).given);
  const [family, setFamily] = useState(partsOf(row.name).family);
  const [organization, setOrganization] = useState(row.organization);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (family.trim() === '') return;
    void onMatch({
      is: 'new',
      givenName: given.trim(),
      familyName: family.trim(),
      organization: organization.trim(),
      email: email.trim() || null,
    });
  };
  return (
    <Card title="New person">
      <form className="stack" onSubmit={onSubmit}>
        <TextField label="First name" value={given} onChange={setGiven} maxLength={200} autoFocus />
        <TextField
          label="Last name"
          value={family}
          onChange={setFamily}
          maxLength={200}
          problem={tried && family.trim() === '' ? 'Enter a name.' : null}
        />
        <TextField label="School system" value={organization} onChange={setOrganization} maxLength={200} />
        <TextField label="E-mail (optional)" value={email} onChange={setEmail} maxLength={200} />
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button kind="primary" type="submit">
            Add person
          </Button>
          <Button onClick={onBack}>Back</Button>
        </div>
      </form>
    </Card>
  );
}
