import { sayCount } from '../../../shared/model/counts.ts';
import type { ProgressAnswer } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import type { Assigning } from './assigning.ts';

/** The courses that people wait for a make-up of, each with its way to assign it to all of them. */
export function Waiting({
  answer: { makeUps, courses },
  onAssign,
}: {
  readonly answer: ProgressAnswer;
  readonly onAssign: (assigning: Assigning) => void;
}) {
  return (
    <section className="progress-waiting" aria-label="Make-ups to assign">
      <span>Make-ups to assign:</span>
      {makeUps.map(({ courseId, people }) => {
        const title = courses.find(({ id }) => id === courseId)?.title ?? courseId;
        return (
          <Button
            key={courseId}
            className="progress-small"
            onClick={() => onAssign({ participantIds: 'all-who-need', courseId })}
          >
            {title} for {sayCount(people)}
          </Button>
        );
      })}
    </section>
  );
}
