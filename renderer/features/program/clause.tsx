import { BookOpenText, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { Status } from '../../kit/status.tsx';
import { editClause, useDraft } from './store.ts';

/** What the program's page says on a point, or that it is silent and what the leads chose. Its words can be changed. */
export function ClauseNote({
  id,
  changed = false,
  repeated = false,
}: {
  readonly id: string;
  readonly changed?: boolean;
  /** Whether it is beside several settings of a screen: then it is a note, since a landmark must be the only one of its name. */
  readonly repeated?: boolean;
}) {
  const clause = useDraft((draft) => draft.policy?.clauses.find((each) => each.id === id));
  const was = useDraft((draft) => draft.base?.clauses.find((each) => each.id === id));
  const [editing, setEditing] = useState(false);
  if (!clause) return null;
  const { title, text, source } = clause;
  const Frame = repeated ? 'div' : 'aside';
  return (
    <Frame className={`clause clause-${source}`} aria-label={`Clause: ${title}`} role={repeated ? 'note' : undefined}>
      <div className="clause-head">
        {source === 'silent' ? (
          <Status of="silent" />
        ) : (
          <span className="clause-source">
            <BookOpenText aria-hidden="true" /> Stated on the page
          </span>
        )}
        <Button
          kind="quiet"
          className="icon-only clause-edit"
          icon={<Pencil aria-hidden="true" />}
          aria-label={`Change the text of “${title}”`}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        />
      </div>
      {editing ? (
        <TextArea
          bare
          required
          autoFocus
          label={`Text of “${title}”`}
          value={text}
          rows={4}
          onChange={(words) => editClause(id, { text: words })}
        />
      ) : (
        <p>{text}</p>
      )}
      {changed && text === was?.text && (
        <p className="clause-check">The setting beside it has changed. Check that this text still fits.</p>
      )}
    </Frame>
  );
}
