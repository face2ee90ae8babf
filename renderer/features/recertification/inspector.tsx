import { Link } from 'wouter';
import { type CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { RecertificationRow } from '../../../shared/views/recertification.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Why } from '../../kit/why.tsx';
import { EvidenceCard } from '../evidence/evidence-card.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { ToCorrect } from '../people/to-correct.tsx';
import { CertificationCard } from './certification-card.tsx';
import { isAwaited } from './receive-dialog.tsx';

/** One graduate’s documents: the state and why, the remark as it was written, and what happened. */
export function RecertificationInspector({
  participantId,
  on,
  knownOn,
  onReceive,
  onSetDue,
  onClose,
}: {
  readonly participantId: ParticipantId;
  readonly on: CivilDate | null;
  readonly knownOn: CivilDate | null;
  readonly onReceive: (row: RecertificationRow) => void;
  readonly onSetDue: () => void;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('recertification.show', { participantId, on, knownOn });
  const { value: life } = useCall('recertification.life', { participantId, on, knownOn });
  const page = usePersonPage(value?.row.personId);
  if (problem || !value) return <NoRecord problem={problem} title="Not in this list" onClose={onClose} />;
  const { row, decision, graduatedOn, documents, history } = value;
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={[`${row.cohort} graduate`, row.organization].filter(Boolean).join(', ')}
      status={<Status of={row.state ?? 'no-due-date'} />}
      onClose={onClose}
      actions={
        isAwaited(row) ? (
          <Button kind="primary" keys="R" onClick={() => onReceive(row)}>
            Documents received…
          </Button>
        ) : (
          row.dueId === null && <Button onClick={onSetDue}>Set a due date…</Button>
        )
      }
    >
      <ToCorrect personId={row.personId} />
      {row.remark !== '' && (
        <Card title="Notes">
          <p className="recertification-remark">{row.remark}</p>
          <p className="mute">Shown as written; it doesn’t decide anything.</p>
        </Card>
      )}
      {!life?.hasRules && (
        <Card
          title="Why"
          aside={
            on === null ? undefined : (
              <span className="mute">
                as of {sayDate(on)}
                {knownOn === null ? '' : `, as known on ${sayDate(knownOn)}`}
              </span>
            )
          }
        >
          {decision ? (
            <Why reasons={decision.reasons} />
          ) : (
            <p className="mute">The policy sets no due date for {row.cohort}. A lead can set one for the cohort.</p>
          )}
        </Card>
      )}
      {life && <CertificationCard life={life} canDecide={on === null && knownOn === null} hasKeys />}
      {documents.length > 0 && (
        <Card title="Documents asked for">
          <ul className="dialog-lines">
            {documents.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Card>
      )}
      <EvidenceCard person={{ personId: row.personId, name: row.name }} />
      <Card title="Facts">
        <FactList
          of={[
            ['Cohort', row.cohort],
            ['Graduated', graduatedOn && sayDay(graduatedOn)],
            ['Due', row.dueOn && sayDay(row.dueOn)],
            ['Received', row.receivedOn && sayDay(row.receivedOn)],
            ['E-mail', row.email],
          ]}
        />
        <Link className="link" href={`/graduates/${row.cohortId}?open=${row.participantId}`}>
          See the courses and the certificate
        </Link>
      </Card>
      <Card title="History">
        <Timeline lines={history} />
      </Card>
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}
