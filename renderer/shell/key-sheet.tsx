import { useCommandRegistry } from '../kit/commands.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Kbd } from '../kit/kbd.tsx';

interface Entry {
  readonly keys: readonly string[];
  readonly label: string;
}

/** What a table does with keys, whichever screen it stands on. */
const inTables: readonly Entry[] = [
  {
    keys: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
    label: 'Move through the rows; above the first, the headers',
  },
  { keys: ['Enter'], label: 'Open the row; again to go into the inspector' },
  { keys: ['Space'], label: 'Select the row' },
  { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], label: 'Select a range' },
  { keys: ['Mod+A'], label: 'Select everything loaded' },
  { keys: ['Mod+C'], label: 'Copy the selected rows as cells' },
  { keys: ['A … Z'], label: 'Find a row by its first letters, unless the letter is a command here' },
];

/** Every key that does something now. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const groups = useCommandRegistry((state) => state.groups);
  const sections = new Map<string, Entry[]>();
  for (const { section = 'This screen', keys, label } of groups.flatMap(({ commands }) => commands)) {
    if (keys === undefined) continue;
    const entries = sections.get(section) ?? [];
    const same = entries.findIndex((entry) => entry.label === label);
    if (same === -1) entries.push({ keys: [keys], label });
    else entries[same] = { label, keys: [...(entries[same]?.keys ?? []), keys] };
    sections.set(section, entries);
  }
  return (
    <Dialog title="Keys" wide onClose={onClose}>
      <div className="key-sheet">
        {[...sections, ['In a table', inTables] as const].map(([section, entries]) => (
          <section key={section}>
            <h3>{section}</h3>
            <dl>
              {entries.map(({ keys, label }) => (
                <div key={label}>
                  <dt>
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
