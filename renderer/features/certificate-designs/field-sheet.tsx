import { Trash2 } from 'lucide-react';
import {
  CertificateFileId,
  DesignColor,
  type DesignField,
  type DesignFinding,
  DesignFont,
  designColors,
  sayField,
  type TextLook,
} from '../../../shared/model/certificate-designs.ts';
import type { DesignFileLine, DesignsView } from '../../../shared/views/certificate-designs.ts';
import { Button } from '../../kit/button.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { Chips } from '../../kit/toolbar.tsx';
import { inInches, inPoints } from './boxes.ts';
import { withField, withFieldOf } from './draft.ts';
import { Findings } from './findings.tsx';
import { addDesignFile, useDesigns } from './store.ts';

/** The selected field in numbers and words: where it is, how it looks, what it says, and what is wrong with it. */
export function FieldSheet({
  field,
  view,
  findings,
  onRemove,
}: {
  readonly field: DesignField;
  readonly view: DesignsView;
  readonly findings: readonly DesignFinding[];
  readonly onRemove: () => void;
}) {
  const edit = useDesigns((state) => state.edit);
  const said = sayField(field);
  return (
    <aside className="designs-sheet" aria-label={said}>
      <header className="designs-sheet-head">
        <h2>{said}</h2>
        <Button kind="quiet" icon={<Trash2 aria-hidden="true" />} onClick={onRemove}>
          Delete
        </Button>
      </header>
      <Findings of={findings} />
      <BoxFields field={field} />
      {field.kind === 'text' && field.source === 'words' && (
        <TextArea
          label="What it says"
          hint="Blanks: {name}, {program}, {cohort}, {date}, {number}."
          rows={3}
          value={field.words}
          onChange={(words) =>
            edit((now) => withFieldOf(now, field.id, 'text', (each) => ({ ...each, words })), `words of ${field.id}`)
          }
        />
      )}
      {field.kind === 'signatory' && (
        <>
          <SelectField
            label="Who signs"
            value={String(field.which)}
            options={signatoryOptions(view.signatories, field.which)}
            onChange={(which) =>
              edit((now) => withFieldOf(now, field.id, 'signatory', (each) => ({ ...each, which: Number(which) })))
            }
          />
          <PictureField
            label="Picture of the signature"
            none="None: signed by hand"
            files={view.files}
            value={field.picture}
            onChange={(picture) =>
              edit((now) => withFieldOf(now, field.id, 'signatory', (each) => ({ ...each, picture })))
            }
          />
        </>
      )}
      {field.kind === 'seal' && (
        <>
          <PictureField
            label="Picture"
            none="The seal that comes with the app"
            files={view.files}
            value={field.picture}
            onChange={(picture) => edit((now) => withFieldOf(now, field.id, 'seal', (each) => ({ ...each, picture })))}
          />
          {field.picture === null && (
            <ColorField
              value={field.color}
              onChange={(color) => edit((now) => withFieldOf(now, field.id, 'seal', (each) => ({ ...each, color })))}
            />
          )}
        </>
      )}
      {(field.kind === 'text' || field.kind === 'signatory') && (
        <LookFields
          id={field.id}
          look={field.look}
          files={view.files}
          onChange={(part, about) =>
            edit(
              (now) =>
                withField(now, field.id, (each) =>
                  each.kind === 'text' || each.kind === 'signatory'
                    ? { ...each, look: { ...each.look, ...part } }
                    : each,
                ),
              about,
            )
          }
        />
      )}
      <p className="mute designs-keys">
        Arrow keys move it by a point, with Shift by ten; with Ctrl they make it larger or smaller. Tab goes to the next
        field.
      </p>
    </aside>
  );
}

const sides = [
  ['x', 'From the left'],
  ['y', 'From the top'],
  ['width', 'Width'],
  ['height', 'Height'],
] as const;

/** Where a field is and how large, in inches; of a code one number, for it is a square. */
function BoxFields({ field }: { readonly field: DesignField }) {
  const edit = useDesigns((state) => state.edit);
  const shown = field.kind === 'code' ? sides.slice(0, 3) : sides;
  return (
    <div className="designs-numbers">
      {shown.map(([side, label]) => {
        const isSize = side === 'width' || side === 'height';
        return (
          <NumberField
            key={side}
            label={field.kind === 'code' && side === 'width' ? 'Size' : label}
            unit="in"
            fractions
            min={isSize ? 0.12 : -2}
            max={isSize ? 14 : 14}
            value={inInches(field.box[side])}
            onChange={(inches) => {
              if (inches === null) return;
              const points = inPoints(inches);
              const part = field.kind === 'code' && isSize ? { width: points, height: points } : { [side]: points };
              edit(
                (now) => withField(now, field.id, (each) => ({ ...each, box: { ...each.box, ...part } })),
                `${side} of ${field.id}`,
              );
            }}
          />
        );
      })}
    </div>
  );
}

const shippedFontOptions = [
  { key: 'serif', label: 'Serif' },
  { key: 'serif-bold', label: 'Serif, bold' },
  { key: 'sans', label: 'Sans' },
  { key: 'sans-bold', label: 'Sans, bold' },
];

const aligns = [
  { key: 'left', label: 'Left' },
  { key: 'center', label: 'Center' },
  { key: 'right', label: 'Right' },
] as const;

function LookFields({
  id,
  look,
  files,
  onChange,
}: {
  readonly id: string;
  readonly look: TextLook;
  readonly files: readonly DesignFileLine[];
  readonly onChange: (part: Partial<TextLook>, about: string | null) => void;
}) {
  const fonts = [
    ...shippedFontOptions,
    ...files
      .filter(({ kind }) => kind === 'font')
      .map((file) => ({ key: file.id, label: file.facts.note ?? file.name })),
  ];
  return (
    <>
      <SelectField
        label="Font"
        value={look.font}
        options={fonts}
        onChange={(key) => {
          const font = DesignFont.safeParse(key).data;
          if (font !== undefined) onChange({ font }, null);
        }}
      />
      <div className="designs-numbers">
        <NumberField
          label="Size"
          unit="pt"
          fractions
          min={5}
          max={120}
          value={look.size}
          onChange={(size) => size !== null && onChange({ size }, `size of the text of ${id}`)}
        />
        <NumberField
          label="Smallest"
          unit="pt"
          fractions
          min={5}
          max={120}
          value={look.smallest}
          onChange={(smallest) => smallest !== null && onChange({ smallest }, `smallest size of ${id}`)}
        />
      </div>
      <ColorField value={look.color} onChange={(color) => onChange({ color }, null)} />
      <div className="field">
        <span className="designs-label">Alignment</span>
        <Chips label="Alignment" value={look.align} options={aligns} onChange={(align) => onChange({ align }, null)} />
      </div>
    </>
  );
}

/** A color of the checked set; one from elsewhere stays until another is chosen. */
function ColorField({ value, onChange }: { readonly value: string; readonly onChange: (color: string) => void }) {
  const known = Object.entries(designColors).map(([key, label]) => ({ key, label }));
  const options = known.some(({ key }) => key === value)
    ? known
    : [...known, { key: value, label: `Other (${value})` }];
  return (
    <div className="designs-color">
      <SelectField
        label="Color"
        value={value}
        options={options}
        onChange={(key) => {
          const color = DesignColor.safeParse(key).data;
          if (color !== undefined) onChange(color);
        }}
      />
      <span className="designs-swatch" style={{ backgroundColor: value }} aria-hidden="true" />
    </div>
  );
}

function PictureField({
  label,
  none,
  files,
  value,
  onChange,
}: {
  readonly label: string;
  readonly none: string;
  readonly files: readonly DesignFileLine[];
  readonly value: CertificateFileId | null;
  readonly onChange: (picture: CertificateFileId | null) => void;
}) {
  const pictures = files.filter(({ kind }) => kind === 'png' || kind === 'jpeg' || kind === 'drawing');
  const add = async () => {
    const file = await addDesignFile('picture');
    if (file) onChange(file.id);
  };
  return (
    <div className="designs-file">
      <SelectField
        label={label}
        value={value ?? ''}
        options={[{ key: '', label: none }, ...pictures.map(({ id, name }) => ({ key: id, label: name }))]}
        onChange={(key) => onChange(CertificateFileId.safeParse(key).data ?? null)}
      />
      <Button onClick={() => void add()}>Choose a file…</Button>
    </div>
  );
}

function signatoryOptions(signatories: readonly string[], which: number) {
  const named = signatories.map((name, at) => ({ key: String(at + 1), label: name }));
  return named.some(({ key }) => key === String(which))
    ? named
    : [...named, { key: String(which), label: `Signatory ${which}, no longer in the policy` }];
}
