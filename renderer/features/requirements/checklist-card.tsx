import './requirements.css';
import { sayDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { Card } from '../../kit/card.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { useToday } from '../../kit/status-store.ts';

/** The checklist of the one person that an inspector shows; nothing where none is asked for. */
export function ChecklistCard({ participantId }: { readonly participantId: ParticipantId }) {
  const { value } = useCall('requirements.show', { participantIds: [participantId] });
  const today = useToday();
  if (!value || value.requirements.length === 0) return null;
  return (
    <Card title="Checklist">
      <ul className="requirements-list">
        {value.requirements.map(({ id, title, met: [found] }) => (
          <li key={id}>
            <Checkbox
              label={title}
              checked={found !== undefined}
              hint={found && [sayDate(found.metOn), found.note ?? ''].filter((part) => part !== '').join(' · ')}
              onChange={(isMet) =>
                void (isMet
                  ? perform('requirements.tick', { requirementId: id, participantIds: [participantId], metOn: today })
                  : perform('requirements.clear', { requirementId: id, participantIds: [participantId] }))
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
