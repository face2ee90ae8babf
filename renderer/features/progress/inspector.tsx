import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import { type ProgressDetail, sayProgressOf } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Why } from '../../kit/why.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { statusOf } from './columns.tsx';
import { OfferLines } from './offer-lines.tsx';
import { sayCourseProgress } from './words.ts';

/** One participant: what is missing in words, each course with the sessions that still offer it, and every reason. */
export function ProgressInspector({
  participantId,
  courseId,
  onClose,
}: {
  readonly participantId: ParticipantId;
  /** The course whose cell was opened; null: the person was. */
  readonly courseId: CourseId | null;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('progress.show', { participantId });
  const page = usePersonPage(value?.row.personId);
  const course = useRef<HTMLLIElement>(null);
  const shown = value?.row.participantId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the person is here, and whenever the cell is another one
  useEffect(() => {
    course.current?.scrollIntoView?.({ block: 'nearest' });
  }, [courseId, shown]);
  if (problem || !value) return <NoRecord problem={problem} onClose={onClose} />;
  const { row, courses, cohort, reasons, history } = value;
  const required = courses.filter((each) => each.required).length;
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={[cohort.name, row.organization].filter(Boolean).join(', ')}
      status={<Status of={statusOf(row)}>{sayProgressOf(row)}</Status>}
      onClose={onClose}
    >
      <Card title="To graduate">
        <p>{row.sentence}</p>
        {row.standing === 'may-graduate' && (
          <Link className="link" href={`/graduates/${cohort.id}?show=may-graduate&open=${row.participantId}`}>
            Graduate
          </Link>
        )}
      </Card>
      <Card title={`Courses: ${row.attended} of ${required}`}>
        <ul className="progress-courses">
          {row.courses.map((progress) => {
            const head = courses.find(({ id }) => id === progress.courseId);
            const isOpened = progress.courseId === courseId;
            return (
              <li
                key={progress.courseId}
                ref={isOpened ? course : undefined}
                className={isOpened ? 'progress-course opened' : 'progress-course'}
                aria-current={isOpened ? 'true' : undefined}
              >
                <b>{head?.title ?? progress.courseId}</b>
                <Status of={progress.standing}>{sayCourseProgress(progress)}</Status>
                {head && !head.required && <span className="mute">Not needed to graduate</span>}
                <MakeUps detail={value} courseId={progress.courseId} />
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title="Why">
        <Why reasons={reasons} />
      </Card>
      {history.length > 0 && (
        <Card title="History">
          <Timeline lines={history} />
        </Card>
      )}
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}

/** The make-up of a course that is assigned, with a way back; or the coming sessions at which it could be made up. */
function MakeUps({ detail, courseId }: { readonly detail: ProgressDetail; readonly courseId: CourseId }) {
  const { row, makeUps, offers } = detail;
  const assigned = makeUps.filter((makeUp) => makeUp.courseId === courseId && !makeUp.isPast);
  if (assigned.length > 0) {
    return assigned.map(({ makeUpId, heldOn, startsAt, room, cohorts, note }) => (
      <div key={makeUpId} className="progress-make-up">
        <span className="progress-offer">
          <span>
            Make-up on {sayDay(heldOn)}
            {cohorts && ` with ${cohorts}`}
          </span>
          <span className="mute">{[sayClock(startsAt), room, note].filter(Boolean).join(' · ')}</span>
        </span>
        <Button
          className="progress-small"
          aria-label={`Remove the make-up on ${sayDay(heldOn)}`}
          onClick={() => void perform('progress.removeMakeUp', { makeUpIds: [makeUpId] })}
        >
          Remove
        </Button>
      </div>
    ));
  }
  const progress = row.courses.find((each) => each.courseId === courseId);
  const possible = offers.filter((offer) => offer.courseId === courseId);
  const waits = progress?.required && (progress.outlook === 'make-up' || progress.outlook === 'closed');
  if (row.status !== 'enrolled' || progress?.outlook === 'completed') return null;
  if (possible.length === 0) {
    return waits ? <span className="mute">No upcoming session of another cohort is scheduled.</span> : null;
  }
  // Whose own session is still to come needs none of these; whoever can't come then may ask for one.
  const list = possible.map((offer) => (
    <div key={offer.sessionId} className="progress-make-up">
      <OfferLines offer={offer} />
      <Button
        className="progress-small"
        aria-label={`Assign the session of ${sayDay(offer.heldOn)}`}
        disabledBecause={offer.whyNot}
        onClick={() =>
          void perform('progress.assignMakeUp', {
            participantIds: [row.participantId],
            courseId,
            sessionId: offer.sessionId,
          })
        }
      >
        Assign
      </Button>
    </div>
  ));
  return waits ? (
    list
  ) : (
    <details>
      <summary>With another cohort</summary>
      {list}
    </details>
  );
}
