import './evidence.css';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Menu } from '../../kit/menu.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { EvidenceDialog } from './add-dialog.tsx';
import { CorrectDialog, whyNotCorrected } from './correct-dialog.tsx';
import { DocumentView } from './document-view.tsx';
import { EvidenceStatus } from './evidence-status.tsx';
import { type EvidencePerson, useEvidence } from './store.ts';
import { useEvidenceHere } from './use-evidence-here.ts';
import { sayActivity, sayDecided } from './words.ts';

/** What someone handed in, with its state; while it is on the screen, a file dropped on the window is theirs. */
export function EvidenceCard({ person }: { readonly person: EvidencePerson }) {
  const { value } = useCall('evidence.ofPerson', { personId: person.personId });
  const add = useEvidence((state) => state.add);
  useEvidenceHere(person);
  return (
    <Card
      title="Evidence"
      aside={
        <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => add({ kind: 'new', person, files: [] })}>
          Add…
        </Button>
      }
    >
      {value?.items.length === 0 && (
        <p className="mute">Nothing yet. Drop a file on this window, or add a link or a note.</p>
      )}
      {value && value.items.length > 0 && (
        <ul className="evidence-items">
          {value.items.map((row) => (
            <Item key={row.id} row={row} asked={value.asked} />
          ))}
        </ul>
      )}
      <EvidenceDialog />
    </Card>
  );
}

function Item({ row, asked }: { readonly row: EvidenceRow; readonly asked: EvidenceAsked }) {
  const [isOpen, setOpen] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const add = useEvidence((state) => state.add);
  const decided = sayDecided(row, asked);
  const remove = async () => {
    const yes = await confirm({
      title: `Remove “${row.title}”?`,
      sentence: `It is taken off the record of ${row.name}. Undo brings it back.`,
      action: 'Remove',
      kind: 'danger',
    });
    if (yes) await perform('evidence.remove', { itemId: row.id });
  };
  return (
    <li>
      <div className="evidence-item-head">
        <b>{row.title}</b>
        <Menu
          label={`More about “${row.title}”`}
          items={[
            {
              id: 'attach',
              label: 'Add to it…',
              run: () => add({ kind: 'more', itemId: row.id, title: row.title, name: row.name, files: [] }),
            },
            ...(whyNotCorrected(row) === null
              ? [{ id: 'correct', label: 'Correct what is claimed…', run: () => setCorrecting(true) }]
              : []),
            { id: 'remove', label: 'Remove…', danger: true, run: () => void remove() },
          ]}
          className="button button-quiet icon-only"
        >
          <Ellipsis aria-hidden="true" />
        </Menu>
      </div>
      <p className="mute">{sayActivity(row, asked)}</p>
      <EvidenceStatus state={row.state} />
      {decided !== null && <p className="mute">{decided}</p>}
      {row.documents.length > 0 && (
        <Button kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide' : 'Show'} {row.documents.length === 1 ? 'the document' : `${row.documents.length} documents`}
        </Button>
      )}
      {isCorrecting && <CorrectDialog row={row} asked={asked} onClose={() => setCorrecting(false)} />}
      {isOpen && row.documents.map((document) => <DocumentView key={document.id} document={document} />)}
    </li>
  );
}
