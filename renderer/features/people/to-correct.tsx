import './people.css';
import type { PersonId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';

/** What imports noted of a person and no one has corrected yet; nothing where there is none. */
export function ToCorrect({ personId }: { readonly personId: PersonId }) {
  const { value } = useCall('people.toCorrect', { personId });
  if (!value || value.length === 0) return null;
  return (
    <Card title="To correct">
      <ul className="people-to-correct">
        {value.map(({ noteId, sentence }) => (
          <li key={noteId}>
            <p>{sentence}</p>
            <Button kind="quiet" className="people-small" onClick={() => void perform('people.settleNote', { noteId })}>
              It’s right as it is
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
