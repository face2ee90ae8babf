import { useState } from 'react';
import { Link } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { GraduateDetail, GraduateRow } from '../../../shared/views/graduates.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { ChangedMark } from '../../kit/changed-mark.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { Menu } from '../../kit/menu.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { useCall } from '../../kit/query.ts';
import { Replayed } from '../../kit/replayed.tsx';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Why } from '../../kit/why.tsx';
import { CorrectCard } from '../people/correct-card.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { ToCorrect } from '../people/to-correct.tsx';
import { ChecklistCard } from '../requirements/checklist-card.tsx';
import { askWithdraw } from './actions.ts';

/** One graduate or participant: course by course why, the certificate, re-certification, and what happened. */
export function GraduateInspector({
  participantId,
  onGraduate,
  onClose,
}: {
  readonly participantId: ParticipantId;
  readonly onGraduate: (row: GraduateRow) => void;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('graduates.show', { participantId });
  const page = usePersonPage(value?.row.personId);
  const [correcting, setCorrecting] = useState(false);
  if (problem || !value) return <NoRecord problem={problem} onClose={onClose} />;
  const { row, graduation, history } = value;
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={[`${row.cohort} ${row.verdict === 'graduated' ? 'graduate' : 'participant'}`, row.organization]
        .filter(Boolean)
        .join(', ')}
      status={
        <>
          <Status of={row.verdict} />
          {row.overruled && <Status of="overruled" />}
        </>
      }
      actions={<Actions row={row} onGraduate={onGraduate} />}
      onClose={onClose}
    >
      <ToCorrect personId={row.personId} />
      {correcting && <CorrectCard personId={row.personId} onDone={() => setCorrecting(false)} />}
      <Card title="Why">
        <Why reasons={reasonsShown(value)} />
        {value.decided && <Replayed agrees={value.decided.agrees} sentence={value.decided.sentence} />}
        {row.changedSince !== '' && (
          <p>
            <ChangedMark sentence={row.changedSince} /> {row.changedSince}
          </p>
        )}
        {row.verdict === 'graduated' && !value.decided && graduation.missing.length > 0 && (
          <p className="mute">Courses from before this program’s records have no attendance here.</p>
        )}
      </Card>
      <ChecklistCard participantId={participantId} />
      <Card
        title="Certificate"
        aside={
          !correcting && (
            <Button kind="quiet" className="graduates-small" onClick={() => setCorrecting(true)}>
              Correct…
            </Button>
          )
        }
      >
        <CertificateFacts detail={value} />
      </Card>
      <Card title="Re-certification">
        {value.recertification ? <p>{value.recertification}.</p> : <p className="mute">{noDueDate(row)}</p>}
        {row.verdict === 'graduated' && (
          <Link className="link" href={`/recertification/${row.cohortId}?open=${row.participantId}`}>
            See the documents
          </Link>
        )}
      </Card>
      {row.verdict === 'graduated' && (
        <Card title="Published list">
          <p>
            {value.isUnlisted
              ? 'Left off: they are not on the list that the program publishes.'
              : 'On the list that the program publishes.'}
          </p>
          <Link
            className="link"
            href={`/published?open=${row.participantId}&show=${value.isUnlisted ? 'left-off' : 'listed'}`}
          >
            See the list
          </Link>
        </Card>
      )}
      <Card title="History">
        <Timeline lines={history} />
      </Card>
    </Inspector>
  );
}

/**
 * Why they graduated, as it was decided then; else why they may, or may not yet. Courses of a graduate from before this
 * desk are no absences: only what was attended is told.
 */
function reasonsShown({ row, graduation, decided }: GraduateDetail): GraduateDetail['graduation']['reasons'] {
  if (decided) return decided.reasons;
  return row.verdict === 'graduated'
    ? graduation.reasons.filter(({ outcome }) => outcome === 'met')
    : graduation.reasons;
}

const noDueDate = ({ verdict, cohort }: GraduateRow): string =>
  verdict === 'graduated' ? `No due date is set for ${cohort}.` : 'Starts with graduation.';

function CertificateFacts({ detail: { row, email, issuedTo, revoked } }: { readonly detail: GraduateDetail }) {
  const renamed = issuedTo !== null && issuedTo !== row.certificateName;
  return (
    <>
      <FactList
        of={[
          ['Number', row.certificate],
          ['Name', issuedTo ?? row.certificateName],
          ['Graduated', row.graduatedOn && sayDay(row.graduatedOn)],
          ['E-mail', email],
        ]}
      />
      {revoked !== null && <p>{revoked}</p>}
      {renamed && (
        <>
          <p>
            The record says “{row.certificateName}” now; the certificate keeps the name it was issued to. A new one gets
            a number of its own, and the old number says that it was replaced.
          </p>
          <Button onClick={() => void perform('graduates.reissue', { participantIds: [row.participantId] })}>
            Reissue to “{row.certificateName}”
          </Button>
        </>
      )}
    </>
  );
}

function Actions({ row, onGraduate }: { readonly row: GraduateRow; readonly onGraduate: (row: GraduateRow) => void }) {
  const { cohortId, participantId, verdict, certificate } = row;
  if (verdict === 'graduated') {
    return (
      <>
        <Button
          disabledBecause={
            certificate === null ? 'No certificate was issued here: graduates from an old list have theirs.' : null
          }
          onClick={() => void printPaper('graduates.printCertificates', { cohortId, participantIds: [participantId] })}
        >
          Print certificate…
        </Button>
        <Menu
          label={`More about ${row.name}`}
          items={[
            {
              id: 'transcript',
              label: 'Transcript…',
              run: () => void printPaper('transcripts.print', { cohortId, participantIds: [participantId] }),
            },
            {
              id: 'badge',
              label: 'Digital badge…',
              run: () => void writeFile('credentials.save', { cohortId, participantIds: [participantId] }),
            },
            { id: 'withdraw', label: 'Withdraw the graduation…', danger: true, run: () => void askWithdraw([row]) },
          ]}
        >
          More…
        </Menu>
      </>
    );
  }
  if (verdict === 'not-enrolled') return null;
  if (verdict !== 'may-graduate') return <Button onClick={() => onGraduate(row)}>Graduate anyway…</Button>;
  return (
    <Button kind="primary" onClick={() => onGraduate(row)}>
      Graduate…
    </Button>
  );
}
