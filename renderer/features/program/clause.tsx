import { BookOpenText, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Clause } from '../../../shared/model/clause.ts';
import { Button } from '../../kit/button.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { Status } from '../../kit/status.tsx';
import { options } from '../policy-words/policy-words.ts';
import { editClause, useDraft } from './store.ts';

const sources: Readonly<Record<Clause['source'], string>> = {
  page: 'Stated on the page',
  silent: 'The page is silent, and the leads decided',
};

/** What a clause is called, and whether the page states it: of rules that the leads brought in themselves. */
const ClauseHead = ({ clause: { id, title, source } }: { readonly clause: Clause }) => (
  <div className="stack">
    <TextField
      required
      label={`Title of clause “${id}”`}
      value={title}
      onChange={(words) => editClause(id, { title: words })}
    />
    <SelectField
      label={`Where “${title}” comes from`}
      value={source}
      options={options(sources)}
      onChange={(from) => editClause(id, { source: from })}
    />
  </div>
);

/** What the program’s page says on a point, or that it is silent and what the leads chose. Its words can be changed. */
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
      {editing && repeated && <ClauseHead clause={clause} />}
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
