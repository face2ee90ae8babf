import { Link } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import { type PublishedRow, sayLeftOff } from '../../../shared/views/published.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { Status } from '../../kit/status.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';

/** One graduate as the published list has them, and whether it has them. */
export function PublishedInspector({
  row,
  onLeaveOff,
  onPutBack,
  onClose,
}: {
  readonly row: PublishedRow;
  readonly onLeaveOff: () => void;
  readonly onPutBack: () => void;
  readonly onClose: () => void;
}) {
  const { leftOff } = row;
  const page = usePersonPage(row.personId);
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={row.organization}
      status={
        <Status of={leftOff === null ? 'listed' : leftOff === 'revoked' ? 'revoked' : 'left-off'}>
          {leftOff === 'by-choice' ? 'Left off' : sayLeftOff(row)}
        </Status>
      }
      actions={
        leftOff === null ? (
          <Button onClick={onLeaveOff}>Leave off…</Button>
        ) : (
          leftOff === 'by-choice' && <Button onClick={onPutBack}>Put back</Button>
        )
      }
      onClose={onClose}
    >
      <Card title="As published">
        <FactList
          of={[
            ['Name', row.name],
            ['Cohort', row.cohort],
            ['Graduated', row.graduatedOn && sayDay(row.graduatedOn)],
            ['Left off', leftOff === 'by-choice' ? (row.reason ?? 'No reason was given') : null],
          ]}
        />
        {leftOff === 'revoked' && <p>Their certificate was revoked, so they are not on the list.</p>}
        <Link className="link" href={`/graduates/${row.cohortId}?open=${row.participantId}`}>
          See the graduate
        </Link>
      </Card>
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}
