import { type FormEvent, useState } from 'react';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { ParticipantAct } from '../../../shared/model/participant-changes.ts';
import type { Problem, Result } from '../../../shared/model/result.ts';
import type { ParticipantsChanged } from '../../../shared/views/participant-changes.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { offerToNext } from '../offers/dialog-store.ts';
import { PlacePreview } from './preview.tsx';

type Act = Exclude<ParticipantAct, 'add'>;

const words: Readonly<Record<Act, { readonly verb: string; readonly danger: boolean; readonly placeholder: string }>> =
  {
    move: { verb: 'Move', danger: false, placeholder: 'Can’t come to the fall conference' },
    withdraw: { verb: 'Withdraw', danger: true, placeholder: 'Took another job' },
    defer: { verb: 'Defer', danger: false, placeholder: 'On leave this year' },
    'enroll-again': { verb: 'Enroll', danger: false, placeholder: 'Can come after all' },
  };

/** Where a later cohort is not open yet. */
const nowhere = 'later';

/** Moves, withdraws, defers or enrolls people again: it says what that does to each, asks for the reason, and does it in one step. */
export function PlaceDialog({
  act,
  participantIds,
  cohortId,
  onClose,
  onDone,
}: {
  readonly act: Act;
  readonly participantIds: readonly ParticipantId[];
  /** The cohort whose list this is; null: it is asked at the door. */
  readonly cohortId: CohortId | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const { verb, danger, placeholder } = words[act];
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useCall('cohorts.list', {});
  const others = (list.value?.cohorts ?? []).filter(({ id, status }) => id !== cohortId && status !== 'finished');
  const goes = act === 'move' || act === 'defer';
  const to =
    goes && chosen !== nowhere ? (others.find(({ id }) => id === (chosen ?? others[0]?.id))?.id ?? null) : null;
  const ready = list.value !== undefined && (act !== 'move' || to !== null);
  const { value: preview } = useCall(
    'cohorts.previewChange',
    ready ? { act, participantIds: [...participantIds], cohortId: to } : null,
  );
  const possible = (preview?.people ?? []).flatMap(({ participantId, refused }) =>
    refused === null && participantId !== null ? [participantId] : [],
  );
  const name = preview?.people.length === 1 ? preview.people[0]?.name : undefined;
  const who = name ?? countOf(participantIds.length, 'person', 'people');

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (possible.length === 0) return;
    if (reason.trim().length < 3) return setProblem(say('Enter a reason (three letters or more).'));
    const result = await perform(act, possible, to, reason.trim());
    if (!result.ok) return setProblem(result.problem);
    onDone();
    offerToNext(result.value.next);
  };
  return (
    <Dialog title={`${verb} ${who}${act === 'enroll-again' ? ' again' : ''}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {act === 'move' && list.value && others.length === 0 ? (
          <p>There is no other cohort under way or to come. Add one under Cohorts first.</p>
        ) : (
          <>
            {goes && (
              <SelectField
                label="To"
                autoFocus
                value={to ?? nowhere}
                options={[
                  ...others.map((cohort) => ({ key: cohort.id as string, label: cohort.name })),
                  ...(act === 'defer' ? [{ key: nowhere, label: 'A cohort that isn’t open yet' }] : []),
                ]}
                onChange={setChosen}
              />
            )}
            <TextArea
              label="Reason"
              hint="It is saved with each place and shown in its history."
              autoFocus={!goes}
              value={reason}
              placeholder={placeholder}
              onChange={setReason}
            />
            {preview && <PlacePreview preview={preview} />}
          </>
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind={danger ? 'danger' : 'primary'}
            type="submit"
            disabledBecause={possible.length === 0 ? 'This can’t be done for any of these people.' : null}
          >
            {participantIds.length === 1 ? verb : `${verb} ${sayCount(possible.length)}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

const say = (sentence: string): Problem => ({ sentence, reasons: [] });

function perform(
  act: Act,
  participantIds: ParticipantId[],
  to: CohortId | null,
  reason: string,
): Promise<Result<ParticipantsChanged>> {
  switch (act) {
    case 'move':
      return to === null
        ? Promise.resolve({ ok: false, problem: say('Choose a cohort to move them to.') })
        : call('cohorts.moveParticipants', { participantIds, cohortId: to, reason });
    case 'withdraw':
      return call('cohorts.withdrawParticipants', { participantIds, reason });
    case 'defer':
      return call('cohorts.deferParticipants', { participantIds, cohortId: to, reason });
    case 'enroll-again':
      return call('cohorts.enrollAgain', { participantIds, reason });
  }
}
