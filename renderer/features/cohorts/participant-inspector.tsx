import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { ParticipantRow, ParticipantsAnswer } from '../../../shared/views/cohorts.ts';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { PersonCalendarButton } from '../calendars/button.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { ToCorrect } from '../people/to-correct.tsx';
import { ChecklistCard } from '../requirements/checklist-card.tsx';
import { sayParticipantCourse } from './course-dots.tsx';
import { participantStandingOf } from './participant-columns.tsx';
import { PlaceMenu } from './places.tsx';

/** One participant: each course and how it went, how to reach the person, and what was done. */
export function ParticipantInspector({
  participantId,
  row,
  courses,
  onClose,
}: {
  readonly participantId: ParticipantId;
  /** Null while the row has not scrolled into view. */
  readonly row: ParticipantRow | null;
  readonly courses: ParticipantsAnswer['courses'];
  readonly onClose: () => void;
}) {
  const { value } = useCall('graduates.show', { participantId });
  const page = usePersonPage(row?.personId ?? value?.row.personId);
  const name = row?.name ?? value?.row.name ?? '';
  const standing = row && participantStandingOf(row);
  return (
    <Inspector
      title={name}
      page={page}
      sub={row?.organization ?? value?.row.organization}
      status={
        standing && (
          <>
            <Status of={standing.key}>{standing.word}</Status>
            {row.overruled && <Status of="overruled" />}
          </>
        )
      }
      onClose={onClose}
      actions={
        row && (
          <>
            <PlaceMenu row={row} />
            <PersonCalendarButton personId={row.personId} name={row.name} />
          </>
        )
      }
    >
      {row && <ToCorrect personId={row.personId} />}
      {row && row.changedSince !== '' && (
        <Card title="Facts changed since">
          <p>{row.changedSince}</p>
        </Card>
      )}
      {row && (
        <Card title={`Courses: ${row.attended} of ${courses.length}`}>
          <ul className="cohorts-courses">
            {row.courses.map((course, at) => (
              <li key={course.courseId}>
                <span>{courses[at]?.title ?? course.courseId}</span>
                <Status of={course.standing}>{sayParticipantCourse(course)}</Status>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ChecklistCard participantId={participantId} />
      {row && (
        <Card title="Person">
          <FactList
            of={[
              ['Certificate', row.certificateName],
              ['Job title', row.jobTitle],
              ['E-mail', row.email],
              ['Phone', row.phone],
              ['Tier', row.tier],
              ['Years', row.years],
            ]}
          />
        </Card>
      )}
      {value && value.history.length > 0 && (
        <Card title="History">
          <Timeline lines={value.history} />
        </Card>
      )}
      {row && <CorrectPerson personId={row.personId} />}
    </Inspector>
  );
}
