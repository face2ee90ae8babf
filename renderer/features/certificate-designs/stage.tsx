import './stage.css';
import { type KeyboardEvent, useRef } from 'react';
import {
  type CertificateDesignDocument,
  certificatePapers,
  type DesignField,
  type DesignFinding,
  sayField,
} from '../../../shared/model/certificate-designs.ts';
import { inInches, moved, type Pull, pulled } from './boxes.ts';
import { withField } from './draft.ts';
import { findingsAt } from './findings.tsx';
import { useDesigns } from './store.ts';
import { type Dragging, useDragging } from './use-dragging.ts';

/** The page as it prints, and over it each field as a frame that the mouse, a finger, or the arrow keys move. */
export function Stage({
  document,
  drawn,
  selected,
  onRemove,
}: {
  readonly document: CertificateDesignDocument;
  readonly drawn: {
    readonly page: string | null;
    readonly behind: string | null;
    readonly findings: readonly DesignFinding[];
  };
  readonly selected: string | null;
  readonly onRemove: (id: string) => void;
}) {
  const page = useRef<HTMLDivElement>(null);
  const dragging = useDragging(document, page);
  const { width, height } = certificatePapers[document.paper];
  const { guide } = dragging;
  return (
    <div className="designs-stage">
      {/* biome-ignore lint/a11y/useSemanticElements: a group of frames on a page, not of a form's fields */}
      <div
        className="designs-page"
        ref={page}
        role="group"
        aria-label="Fields on the page"
        style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, calc(100cqh * ${width / height}))` }}
      >
        {drawn.behind && <img className="designs-layer" src={drawn.behind} alt="" draggable={false} />}
        {drawn.page && (
          <img className="designs-layer" src={drawn.page} alt="The certificate as it prints" draggable={false} />
        )}
        {guide?.x != null && <span className="designs-guide designs-guide-x" style={{ left: share(guide.x, width) }} />}
        {guide?.y != null && <span className="designs-guide designs-guide-y" style={{ top: share(guide.y, height) }} />}
        {document.fields.map((field) => (
          <FieldFrame
            key={field.id}
            field={field}
            document={document}
            isSelected={field.id === selected}
            findings={findingsAt(drawn.findings, field.id)}
            dragging={dragging}
            onRemove={onRemove}
          />
        ))}
      </div>
    </div>
  );
}

const share = (points: number, of: number): string => `${(points / of) * 100}%`;

const arrows: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const handles: readonly { readonly name: string; readonly pull: Pull }[] = [
  { name: 'nw', pull: { x: 'left', y: 'top' } },
  { name: 'n', pull: { x: null, y: 'top' } },
  { name: 'ne', pull: { x: 'right', y: 'top' } },
  { name: 'e', pull: { x: 'right', y: null } },
  { name: 'se', pull: { x: 'right', y: 'bottom' } },
  { name: 's', pull: { x: null, y: 'bottom' } },
  { name: 'sw', pull: { x: 'left', y: 'bottom' } },
  { name: 'w', pull: { x: 'left', y: null } },
];

function FieldFrame({
  field,
  document,
  isSelected,
  findings,
  dragging,
  onRemove,
}: {
  readonly field: DesignField;
  readonly document: CertificateDesignDocument;
  readonly isSelected: boolean;
  readonly findings: readonly DesignFinding[];
  readonly dragging: Dragging;
  readonly onRemove: (id: string) => void;
}) {
  const { look, edit } = useDesigns();
  const { paper } = document;
  const { width, height } = certificatePapers[paper];
  const box = dragging.boxOf(field);
  const said = sayField(field);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const arrow = arrows[event.key];
    if (arrow && !event.altKey) {
      event.preventDefault();
      const step = event.shiftKey ? 10 : 1;
      const by = [arrow[0] * step, arrow[1] * step] as const;
      const resizes = event.ctrlKey || event.metaKey;
      edit(
        (now) =>
          withField(now, field.id, (each) => ({
            ...each,
            box: resizes
              ? pulled(each.box, paper, { x: arrow[0] === 0 ? null : 'right', y: arrow[1] === 0 ? null : 'bottom' }, by)
              : moved(each.box, paper, by),
          })),
        `${resizes ? 'size' : 'place'} of ${field.id}`,
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(field.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      window.document.querySelector<HTMLElement>('.designs-sheet input')?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (dragging.isUnderWay) dragging.stop();
      else look({ selected: null });
    }
  };
  return (
    <button
      type="button"
      className={['designs-frame', isSelected && 'designs-frame-selected', findings.length > 0 && 'designs-frame-wrong']
        .filter(Boolean)
        .join(' ')}
      style={{
        left: share(box.x, width),
        top: share(box.y, height),
        width: share(box.width, width),
        height: share(box.height, height),
      }}
      aria-label={`${said}: ${inInches(box.x)} in from the left, ${inInches(box.y)} in from the top${findings.length > 0 ? `; ${findings.map(({ sentence }) => sentence).join(' ')}` : ''}`}
      aria-pressed={isSelected}
      data-field={field.id}
      onFocus={() => look({ selected: field.id })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => dragging.begin(event, field, null)}
    >
      <span className="designs-frame-name">{said}</span>
      {isSelected &&
        handles.map(({ name, pull }) => (
          <span
            key={name}
            className={`designs-handle designs-handle-${name}`}
            data-handle={name}
            onPointerDown={(event) => {
              event.stopPropagation();
              dragging.begin(event, field, pull);
            }}
          />
        ))}
    </button>
  );
}
