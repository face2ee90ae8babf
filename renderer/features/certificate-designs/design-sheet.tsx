import { CircleCheck } from 'lucide-react';
import {
  type CertificateDesignDocument,
  CertificateFileId,
  type DesignFinding,
  sayCertificatePaper,
} from '../../../shared/model/certificate-designs.ts';
import type { DesignsView } from '../../../shared/views/certificate-designs.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { Findings } from './findings.tsx';
import { addDesignFile, useDesigns } from './store.ts';

const drawings = [
  { key: 'engraved', label: 'Engraved border' },
  { key: 'ruled', label: 'Two rules' },
  { key: 'none', label: 'Nothing' },
] as const;

/** The design as a whole, while no field is selected: its sheet, its background, more fonts, and all that should be fixed. */
export function DesignSheet({
  document,
  view,
  drawn,
}: {
  readonly document: CertificateDesignDocument;
  readonly view: DesignsView;
  readonly drawn: { readonly findings: readonly DesignFinding[]; readonly isCurrent: boolean };
}) {
  const { edit, look } = useDesigns();
  const { background } = document;
  const backgrounds = view.files.filter(({ kind }) => kind === 'png' || kind === 'jpeg' || kind === 'page');
  const fonts = view.files.filter(({ kind }) => kind === 'font');
  const setFile = (file: CertificateFileId) => edit((now) => ({ ...now, background: { kind: 'file', file } }));
  const chooseFile = async () => {
    const file = await addDesignFile('background');
    if (file) setFile(file.id);
  };
  const addFont = async () => {
    const font = await addDesignFile('font');
    if (font) edit((now) => ({ ...now, fonts: [...new Set([...now.fonts, font.id])] }));
  };
  const show = (field: string) => {
    look({ selected: field });
    window.document.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  };
  return (
    <aside className="designs-sheet" aria-label="The design">
      <header className="designs-sheet-head">
        <h2>The design</h2>
      </header>
      {drawn.findings.length > 0 ? (
        <Findings of={drawn.findings} onShow={show} />
      ) : (
        drawn.isCurrent && (
          <p className="designs-sound">
            <CircleCheck aria-hidden="true" /> Every field fits and can be read.
          </p>
        )
      )}
      <SelectField
        label="Paper"
        value={document.paper}
        options={(['letter', 'a4'] as const).map((key) => ({ key, label: sayCertificatePaper[key] }))}
        onChange={(paper) => edit((now) => ({ ...now, paper }))}
      />
      <div className="designs-file">
        <SelectField
          label="Background"
          value={background.kind === 'file' ? background.file : background.drawing}
          options={[...drawings, ...backgrounds.map(({ id, name }) => ({ key: id, label: name }))]}
          onChange={(key) => {
            const drawing = drawings.find((each) => each.key === key)?.key;
            const file = CertificateFileId.safeParse(key).data;
            if (drawing) edit((now) => ({ ...now, background: { kind: 'drawn', drawing } }));
            else if (file) setFile(file);
          }}
        />
        <Button onClick={() => void chooseFile()}>Choose a file…</Button>
      </div>
      <fieldset className="designs-fonts">
        <legend>Fonts for letters that the app’s own lack</legend>
        {fonts.map(({ id, name, facts }) => (
          <Checkbox
            key={id}
            label={facts.note ?? name}
            checked={document.fonts.includes(id)}
            onChange={(isUsed) =>
              edit((now) => ({
                ...now,
                fonts: isUsed ? [...now.fonts, id] : now.fonts.filter((each) => each !== id),
              }))
            }
          />
        ))}
        <Button onClick={() => void addFont()}>Add a font…</Button>
      </fieldset>
      <p className="mute designs-keys">Press Tab on the page, or click a field, to move and change it.</p>
    </aside>
  );
}
