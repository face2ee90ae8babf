import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import {
  type Box,
  type CertificateDesignDocument,
  certificatePapers,
  type DesignField,
} from '../../../shared/model/certificate-designs.ts';
import { moved, onPage, type Pull, pulled } from './boxes.ts';
import { withField } from './draft.ts';
import { type Snapped, snap, snapSides } from './snap.ts';
import { useDesigns } from './store.ts';

export interface Dragging {
  /** Where a field is seen: where it is dragged to while it is. */
  readonly boxOf: (field: DesignField) => Box;
  readonly guide: Snapped['guide'] | null;
  readonly isUnderWay: boolean;
  /** Takes hold of a field, or of some of its sides. */
  readonly begin: (event: PointerEvent<HTMLElement>, field: DesignField, pull: Pull | null) => void;
  /** Lets go; the field stays where it was. */
  readonly stop: () => void;
}

interface Held {
  readonly field: DesignField;
  readonly pull: Pull | null;
  /** Where the pointer was, in pixels of the window. */
  readonly from: readonly [x: number, y: number];
  readonly box: Box;
  readonly guide: Snapped['guide'] | null;
}

/** So near a line a field is drawn to it, in pixels of the screen: as exact on a large screen as on a small one. */
const reachOnScreen = 6;
/** A hand that only presses moves this far, in pixels. */
const trembling = 3;

/** Moves and resizes fields with the mouse or a finger. Lines draw them near; Alt held down lets them be anywhere. */
export function useDragging(document: CertificateDesignDocument, page: RefObject<HTMLElement | null>): Dragging {
  const [held, setHeld] = useState<Held | null>(null);
  const edit = useDesigns((state) => state.edit);
  const latest = useRef({ document, held });
  useEffect(() => {
    latest.current = { document, held };
  });
  const isUnderWay = held !== null;
  useEffect(() => {
    if (!isUnderWay) return;
    const onMove = (event: globalThis.PointerEvent) => {
      const { held: now, document: on } = latest.current;
      const { width = 0 } = page.current?.getBoundingClientRect() ?? {};
      if (now === null || width === 0) return;
      setHeld({ ...now, ...dragged(on, now, [event.clientX, event.clientY], width, event.altKey) });
    };
    const onUp = () => {
      const { held: now } = latest.current;
      setHeld(null);
      if (now !== null) edit((on) => withField(on, now.field.id, (field) => ({ ...field, box: now.box })));
    };
    const onCancel = () => setHeld(null);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
    };
  }, [isUnderWay, page, edit]);
  return {
    boxOf: (field) => (held?.field.id === field.id ? held.box : field.box),
    guide: held?.guide ?? null,
    isUnderWay,
    begin: (event, field, pull) => {
      if (event.button !== 0) return;
      const next = { field, pull, from: [event.clientX, event.clientY], box: field.box, guide: null } as const;
      latest.current = { ...latest.current, held: next };
      setHeld(next);
    },
    stop: () => setHeld(null),
  };
}

/** Where a held field is while the pointer is here; `width` is the page's on the screen, in pixels. */
function dragged(
  { paper, fields }: CertificateDesignDocument,
  { field, pull, from }: Held,
  [x, y]: readonly [x: number, y: number],
  width: number,
  isFree: boolean,
): Pick<Held, 'box' | 'guide'> {
  const size = certificatePapers[paper];
  const pointsPerPixel = size.width / width;
  const far = [x - from[0], y - from[1]] as const;
  if (Math.hypot(...far) < trembling) return { box: field.box, guide: null };
  const by = [far[0] * pointsPerPixel, far[1] * pointsPerPixel] as const;
  const others = fields.filter(({ id }) => id !== field.id).map((other) => other.box);
  const reach = reachOnScreen * pointsPerPixel;
  if (pull === null) {
    const box = moved(field.box, paper, by);
    if (isFree) return { box, guide: null };
    const snapped = snap(box, size, others, reach);
    return { box: onPage(snapped.box, paper), guide: snapped.guide };
  }
  const box = pulled(field.box, paper, pull, by);
  if (isFree) return { box, guide: null };
  const snapped = snapSides(box, pull, size, others, reach);
  return { box: pulled(box, paper, pull, snapped.by), guide: snapped.guide };
}
