import { Redo2, Save, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sayCertificatePaper } from '../../../shared/model/certificate-designs.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { ParticipantId } from '../../../shared/model/ids.ts';
import type { DesignSample, DesignsView } from '../../../shared/views/certificate-designs.ts';
import { Button } from '../../kit/button.tsx';
import { type ScreenCommand, useCommands } from '../../kit/commands.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { Menu } from '../../kit/menu.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Back, Toolbar } from '../../kit/toolbar.tsx';
import { DesignSheet } from './design-sheet.tsx';
import { type DesignDraft, isChanged, withoutField } from './draft.ts';
import { useDrawn } from './drawn.ts';
import { FieldSheet } from './field-sheet.tsx';
import { findingsAt } from './findings.tsx';
import { type Addable, addables } from './new-field.ts';
import { SaveDesignDialog } from './save-dialog.tsx';
import { Stage } from './stage.tsx';
import { useDesigns } from './store.ts';

/** The editor of a draft: the page as it prints with its fields over it, and beside it the numbers of what is selected. */
export function DesignEditor({ draft, view }: { readonly draft: DesignDraft; readonly view: DesignsView }) {
  const { selected, sample, look, edit, undo, redo } = useDesigns();
  const [, go] = useLocation();
  const [saving, setSaving] = useState(false);
  const { document } = draft;
  const drawn = useDrawn(document, sample);
  const field = document.fields.find(({ id }) => id === selected);
  const changed = isChanged(draft);
  const save = () => setSaving(true);
  const back = () => go('/certificate-designs');
  const adding = addables(view.signatories);
  const add = (addable: Addable) => {
    const added = addable.field(document);
    edit((now) => ({ ...now, fields: [...now.fields, added] }));
    look({ selected: added.id });
  };
  const remove = (id: string) => edit((now) => withoutField(now, id));
  useCommands([
    { id: 'designs.save', label: 'Save the certificate design', keys: 'Mod+S', run: save },
    { id: 'designs.back', label: 'Back to the designs', keys: 'Alt+ArrowLeft', run: back },
    ...stepCommands(draft, undo, redo),
    ...adding.map((addable) => ({
      id: `designs.add.${addable.id}`,
      label: `Add to the design: ${addable.label}`,
      run: () => add(addable),
    })),
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title={draft.name}
          sub={`${draft.version === null ? 'New design' : `From version ${sayCount(draft.version)}`} · ${sayCertificatePaper[document.paper]}`}
          actions={
            <>
              <Back to="Certificate designs" onClick={back} />
              <Button
                className="icon-only"
                aria-label="Undo in this design"
                icon={<Undo2 aria-hidden="true" />}
                disabledBecause={draft.past.length === 0 ? 'Nothing was changed yet.' : null}
                onClick={undo}
              />
              <Button
                className="icon-only"
                aria-label="Redo in this design"
                icon={<Redo2 aria-hidden="true" />}
                disabledBecause={draft.future.length === 0 ? 'Nothing was undone.' : null}
                onClick={redo}
              />
              <Menu
                label="Add a field"
                items={adding.map((addable) => ({ id: addable.id, label: addable.label, run: () => add(addable) }))}
              >
                Add a field…
              </Menu>
              <Button
                kind="primary"
                keys="Mod+S"
                icon={<Save aria-hidden="true" />}
                disabledBecause={changed || draft.version === null ? null : 'Nothing was changed yet.'}
                onClick={save}
              >
                Save…
              </Button>
            </>
          }
        >
          <SampleSelect value={sample} onChange={(next) => look({ sample: next })} />
          {changed && <span className="mute">Not saved yet</span>}
        </Toolbar>
      }
    >
      <div className="designs-editor">
        <div className="designs-desk">
          {drawn.problem && <ProblemNote problem={drawn.problem} />}
          <Stage document={document} drawn={drawn} selected={selected} onRemove={remove} />
        </div>
        {field ? (
          <FieldSheet
            key={field.id}
            field={field}
            view={view}
            findings={findingsAt(drawn.findings, field.id)}
            onRemove={() => remove(field.id)}
          />
        ) : (
          <DesignSheet document={document} view={view} drawn={drawn} />
        )}
      </div>
      {saving && <SaveDesignDialog draft={draft} onClose={() => setSaving(false)} />}
    </Screen>
  );
}

/** While the draft has steps, undo and redo are about them; before its first and after its last, about the desk. */
function stepCommands({ past, future }: DesignDraft, undo: () => void, redo: () => void): readonly ScreenCommand[] {
  return [
    ...(past.length > 0 ? [{ id: 'undo', label: 'Undo in this design', keys: 'Mod+Z', run: undo }] : []),
    ...(future.length > 0
      ? [
          { id: 'redo', label: 'Redo in this design', keys: 'Mod+Shift+Z', run: redo },
          { id: 'redo.windows', label: 'Redo in this design', keys: 'Mod+Y', hidden: true, run: redo },
        ]
      : []),
  ];
}

/** Whose certificate is looked at: someone made up, or one of the program's own people. */
function SampleSelect({
  value,
  onChange,
}: {
  readonly value: DesignSample;
  readonly onChange: (sample: DesignSample) => void;
}) {
  const people = useCall('certificateDesigns.samples', {}).value ?? [];
  const options = [
    { key: 'usual', label: 'A usual name' },
    { key: 'long', label: 'A very long name' },
    ...people.map(({ participantId, name, cohort }) => ({ key: participantId, label: `${name} (${cohort})` })),
  ];
  return (
    <div className="designs-sample">
      <SelectField
        label="Preview with"
        value={value}
        options={options}
        onChange={(key) =>
          onChange(key === 'usual' || key === 'long' ? key : (ParticipantId.safeParse(key).data ?? 'usual'))
        }
      />
    </div>
  );
}
