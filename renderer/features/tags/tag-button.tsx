import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { TagDialog, type Taggable } from './tag-dialog.tsx';

/** Tags whoever is selected in a list, or whose page is open. */
export function TagButton({ people }: { readonly people: readonly Taggable[] }) {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'tags.open',
      label: 'Tag the selection',
      keys: 'Shift+T',
      onRows: { label: 'Tag…' },
      run: () => setOpen(true),
    },
  ]);
  return (
    <>
      <Button keys="Shift+T" onClick={() => setOpen(true)}>
        Tag…
      </Button>
      {open && <TagDialog people={people} onClose={() => setOpen(false)} />}
    </>
  );
}
