import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { mostFilesAtOnce } from '../../../shared/model/evidence.ts';
import { Button } from '../../kit/button.tsx';
import { type ChosenFile, chosenFiles } from './store.ts';

/** The files that show it: those that were dropped, and more that are chosen here. */
export function FilesField({
  files,
  onChange,
}: {
  readonly files: readonly ChosenFile[];
  readonly onChange: (files: readonly ChosenFile[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (chosen: readonly File[]) => {
    const more = await chosenFiles(chosen);
    const known = new Set(files.map(({ path }) => path));
    onChange([...files, ...more.filter(({ path }) => !known.has(path))].slice(0, mostFilesAtOnce));
  };
  return (
    <div className="stack evidence-files">
      {files.length > 0 && (
        <ul className="row" aria-label="Files">
          {files.map(({ path, name }) => (
            <li key={path}>
              <Button
                icon={<X aria-hidden="true" />}
                aria-label={`Leave ${name} out`}
                onClick={() => onChange(files.filter((file) => file.path !== path))}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files of evidence"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file can be chosen again after it was left out.
          event.target.value = '';
          void take(chosen);
        }}
      />
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={() => input.current?.click()}>
          Choose files…
        </Button>
        <span className="mute">They are copied; the originals stay where they are.</span>
      </div>
    </div>
  );
}
