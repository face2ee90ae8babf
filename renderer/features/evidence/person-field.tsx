import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { useCall } from '../../kit/query.ts';
import type { EvidencePerson } from './store.ts';

/** Whose evidence it is, found by three letters of a name. */
export function PersonField({
  person,
  onChange,
}: {
  readonly person: EvidencePerson | null;
  readonly onChange: (person: EvidencePerson | null) => void;
}) {
  const [text, setText] = useState('');
  const asked = text.trim().length > 1;
  const { value } = useCall('people.search', asked ? { text, limit: 8 } : null);
  if (person !== null) {
    return (
      <div className="row">
        <b>{person.name}</b>
        <Button kind="quiet" onClick={() => onChange(null)}>
          Someone else
        </Button>
      </div>
    );
  }
  const hits = asked ? (value ?? []) : [];
  return (
    <div>
      <TextField label="Whose" autoFocus value={text} placeholder="Three letters of a name" onChange={setText} />
      {hits.length > 0 && (
        <ul className="evidence-hits" aria-label="People found">
          {hits.map(({ personId, name, organization, standing }) => (
            <li key={personId}>
              <Button
                kind="quiet"
                onClick={() => {
                  onChange({ personId, name });
                  setText('');
                }}
              >
                <b>{name}</b>
                <span className="mute">{[organization, standing].filter(Boolean).join(' · ')}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked && value && hits.length === 0 && <p className="mute">No one by that name.</p>}
    </div>
  );
}
