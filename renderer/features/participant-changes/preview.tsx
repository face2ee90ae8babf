import { Ban, Check, TriangleAlert } from 'lucide-react';
import { sayCount } from '../../../shared/model/counts.ts';
import type { ParticipantChangePreview } from '../../../shared/views/participant-changes.ts';

/** So many people are told one by one. */
const mostShown = 40;

/** What an act would do, person by person, before it is done. */
export function PlacePreview({ preview }: { readonly preview: ParticipantChangePreview }) {
  const { people, seats } = preview;
  const more = people.length - mostShown;
  return (
    <div className="place-preview">
      <ul aria-label="What will happen">
        {people.slice(0, mostShown).map(({ personId, name, refused, does, warnings }) => (
          <li key={personId} className={refused === null ? undefined : 'place-refused'}>
            {refused === null ? <Check aria-hidden="true" /> : <Ban aria-hidden="true" />}
            <div>
              <b>{name}</b>
              {refused === null ? `: ${does.join('; ')}.` : `: left out. ${refused}`}
              {warnings.length > 0 && (
                <span className="place-warning">
                  <TriangleAlert aria-hidden="true" />
                  Note: {warnings.join('; ')}.
                </span>
              )}
            </div>
          </li>
        ))}
        {more > 0 && <li className="mute">And {sayCount(more)} more.</li>}
      </ul>
      {seats && (
        <p className={seats.over ? 'place-over' : 'mute'}>
          {seats.over && <TriangleAlert aria-hidden="true" />}
          {seats.sentence}
          {seats.over && ' That is over capacity.'}
        </p>
      )}
    </div>
  );
}
