import { countOf, sayCount, wordFor } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { RequirementList } from '../../../shared/views/requirements.ts';
import { Button } from '../../kit/button.tsx';

/** So many names and lines are shown; the others are counted. */
const mostShown = 100;

/** What a list was taken for, before anything is ticked off: who, who is already, and which lines say nothing. */
export function ListPreview({
  title,
  list: { file, column, found, already, leftOut },
  onTick,
  onBack,
}: {
  readonly title: string;
  readonly list: RequirementList;
  readonly onTick: () => void;
  readonly onBack: () => void;
}) {
  return (
    <section className="stack" aria-label={`${title}, from ${file}`}>
      <p>
        {column === null
          ? `No column of ${file} is headed “${title}”, so everyone on the list counts as done.`
          : `The column “${column}” of ${file} says who has it done.`}
      </p>
      <p>
        <b>{countOf(found.length, 'person', 'people')}</b> would be checked off.
        {already.length > 0 &&
          ` ${countOf(already.length, 'is', 'are')} checked off already and ${wordFor(already.length, 'keeps', 'keep')} the day.`}
      </p>
      {found.length > 0 && (
        <ul className="requirements-found" aria-label="Would be checked off">
          {found.slice(0, mostShown).map(({ participantId, name, metOn }) => (
            <li key={participantId}>
              {name}
              {metOn !== null && <span className="mute">{sayDate(metOn)}</span>}
            </li>
          ))}
          {found.length > mostShown && <li className="mute">and {sayCount(found.length - mostShown)} more</li>}
        </ul>
      )}
      {leftOut.length > 0 && (
        <>
          <p>{countOf(leftOut.length, 'line was', 'lines were')} left out:</p>
          <ul className="dialog-lines" aria-label="Left out">
            {leftOut.slice(0, mostShown).map((line) => (
              <li key={line}>{line}</li>
            ))}
            {leftOut.length > mostShown && <li>and {sayCount(leftOut.length - mostShown)} more</li>}
          </ul>
        </>
      )}
      <footer className="row dialog-actions">
        <Button
          kind="primary"
          disabledBecause={found.length === 0 ? 'Everyone on the list is checked off.' : null}
          onClick={onTick}
        >
          {found.length === 0 ? 'Check off' : `Check off ${sayCount(found.length)}`}
        </Button>
        <Button onClick={onBack}>Back</Button>
      </footer>
    </section>
  );
}
