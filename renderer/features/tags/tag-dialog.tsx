import './tags.css';
import { type FormEvent, useState } from 'react';
import { countOf, nameOrCount, sayCount } from '../../../shared/model/counts.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { TagView } from '../../../shared/views/tags.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';

/** Someone who can be tagged. */
export interface Taggable {
  readonly personId: PersonId;
  readonly name: string;
}

/** Gives people a tag or takes one off; renames and deletes tags too, for everyone who has them. */
export function TagDialog({ people, onClose }: { readonly people: readonly Taggable[]; readonly onClose: () => void }) {
  const { value } = useCall('tags.list', {});
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const personIds = [...new Set(people.map(({ personId }) => personId))];
  const give = async (typed: string) => {
    const result = await call('tags.give', { personIds, name: typed });
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setName('');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void give(name);
  };
  return (
    <Dialog
      title={`Tags of ${nameOrCount(people, 'person', 'people')}`}
      keeps={name === ''}
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
    >
      <form className="stack" onSubmit={onSubmit}>
        <TextField
          label="Tag to add"
          hint="A tag that isn’t in the list yet is added, such as “Speaker”."
          value={name}
          onChange={setName}
          autoFocus
        />
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button kind="primary" type="submit">
            Add tag
          </Button>
        </div>
      </form>
      {value && value.length > 0 && (
        <ul className="tags-list" aria-label="Every tag">
          {value.map((tag) => (
            <TagLine key={tag.tagId} tag={tag} personIds={personIds} onGive={() => void give(tag.name)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function TagLine({
  tag: { tagId, name, people },
  personIds,
  onGive,
}: {
  readonly tag: TagView;
  readonly personIds: readonly PersonId[];
  readonly onGive: () => void;
}) {
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <RenameForm tagId={tagId} name={name} onDone={() => setRenaming(false)} />;
  const erase = async () => {
    const sure = await confirm({
      title: `Delete the tag “${name}”?`,
      sentence:
        people === 0
          ? 'No one has it.'
          : `${countOf(people, 'person has', 'people have')} it and will lose it. Undo brings it back.`,
      action: 'Delete',
      kind: 'danger',
    });
    if (sure) await perform('tags.delete', { tagId });
  };
  return (
    <li>
      <span>{name}</span>
      <span className="mute">{sayCount(people)}</span>
      <span className="space" />
      <Button kind="quiet" aria-label={`Give the tag ${name}`} onClick={onGive}>
        Give
      </Button>
      <Button
        kind="quiet"
        aria-label={`Take off the tag ${name}`}
        onClick={() => void perform('tags.take', { personIds: [...personIds], tagId })}
      >
        Take off
      </Button>
      <Button kind="quiet" aria-label={`Rename the tag ${name}`} onClick={() => setRenaming(true)}>
        Rename…
      </Button>
      <Button kind="quiet" aria-label={`Delete the tag ${name}`} onClick={() => void erase()}>
        Delete…
      </Button>
    </li>
  );
}

function RenameForm({ tagId, name, onDone }: Pick<TagView, 'tagId' | 'name'> & { readonly onDone: () => void }) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await call('tags.rename', { tagId, name: text });
    if (result.ok) onDone();
    else setProblem(result.problem);
  };
  return (
    <li>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <TextField label={`New name for “${name}”`} value={text} onChange={setText} autoFocus />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row">
          <Button kind="primary" type="submit">
            Rename
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </footer>
      </form>
    </li>
  );
}
