import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { PlacePreview } from '../participant-changes/preview.tsx';

interface Chosen {
  readonly personId: PersonId;
  readonly name: string;
}

/** Gives people a place by hand: accepted applicants who have none, or anybody else whom the program knows. */
export function AddCohortDialog({
  cohort,
  onClose,
}: {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const personIds = chosen.map(({ personId }) => personId);
  const candidates = useCall('cohorts.candidates', { cohortId: cohort.id, text });
  const found = useCall('people.search', text.trim().length > 1 ? { text, limit: 8 } : null);
  const { value: preview } = useCall(
    'cohorts.previewChange',
    chosen.length > 0 ? { act: 'add', personIds, cohortId: cohort.id } : null,
  );
  const possible = (preview?.people ?? []).flatMap(({ personId, refused }) => (refused === null ? [personId] : []));
  const accepted = (candidates.value?.accepted ?? []).slice(0, 8);
  const hits = [
    ...accepted.map((person) => ({ ...person, standing: 'accepted, without a place' })),
    ...(text.trim().length > 1 ? (found.value ?? []) : []).filter(
      ({ personId }) => !accepted.some((person) => person.personId === personId),
    ),
  ].filter(({ personId }) => !personIds.includes(personId));

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (possible.length === 0) return;
    if (reason.trim().length < 3)
      return setProblem({ sentence: 'Enter a reason (three letters or more).', reasons: [] });
    const result = await call('cohorts.addParticipants', {
      cohortId: cohort.id,
      personIds: possible,
      reason: reason.trim(),
    });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Add to ${cohort.name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>
          Applicants become participants when they are accepted. Use this for everyone else: an accepted applicant
          without a place, or someone from an old list.
        </p>
        <div>
          <TextField label="Who" autoFocus value={text} placeholder="Three letters of a name" onChange={setText} />
          {hits.length > 0 && (
            <ul className="place-hits" aria-label="People found">
              {hits.map(({ personId, name, organization, standing }) => (
                <li key={personId}>
                  <Button
                    kind="quiet"
                    onClick={() => {
                      setChosen([...chosen, { personId, name }]);
                      setText('');
                    }}
                  >
                    <b>{name}</b>
                    <span className="mute">{[organization, standing].filter(Boolean).join(' · ')}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {text.trim().length > 1 && found.value && hits.length === 0 && (
            <p className="mute">No one by that name. New people come in with an application.</p>
          )}
        </div>
        {chosen.length > 0 && (
          <ul className="row place-chosen" aria-label="Chosen">
            {chosen.map(({ personId, name }) => (
              <li key={personId}>
                <Button
                  icon={<X aria-hidden="true" />}
                  aria-label={`Leave ${name} out`}
                  onClick={() => setChosen(chosen.filter((each) => each.personId !== personId))}
                >
                  {name}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <TextArea
          label="Reason"
          hint="It is saved with each place and shown in its history."
          value={reason}
          placeholder="Teaches the course next year"
          onChange={setReason}
        />
        {chosen.length > 0 && preview && <PlacePreview preview={preview} />}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="primary"
            type="submit"
            disabledBecause={possible.length === 0 ? 'First choose someone who can be added.' : null}
          >
            {possible.length > 1 ? `Add ${possible.length}` : 'Add'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
