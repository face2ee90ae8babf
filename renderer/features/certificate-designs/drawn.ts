import { useEffect, useRef, useState } from 'react';
import type {
  CertificateDesignDocument,
  DesignChoice,
  DesignFinding,
} from '../../../shared/model/certificate-designs.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { DesignSample } from '../../../shared/views/certificate-designs.ts';
import { call } from '../../kit/client.ts';
import { useCall } from '../../kit/query.ts';
import { useStable } from '../../kit/stable.ts';

/** A drawing as the address of an image: it can hold no script and ask for nothing. */
const imageOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

interface Asked {
  readonly document: CertificateDesignDocument;
  readonly sample: DesignSample;
}

interface Drawn {
  /** The page without its background, as an image's address; null: nothing is drawn yet. */
  readonly page: string | null;
  /** Its background. */
  readonly behind: string | null;
  readonly findings: readonly DesignFinding[];
  readonly problem: Problem | null;
  /** Whether what is seen is what the document says now. */
  readonly isCurrent: boolean;
}

/**
 * What a document looks like as it is changed. One drawing is under way at a time, and the newest document is drawn
 * next; the last picture stays meanwhile. The background is drawn once, and again only when another is chosen.
 */
export function useDrawn(document: CertificateDesignDocument | null, sample: DesignSample): Drawn {
  const asked = useStable<Asked | null>(document === null ? null : { document, sample });
  const behind = useCall(
    'certificateDesigns.drawBackground',
    document === null ? null : { paper: document.paper, background: document.background },
  );
  const [state, setState] = useState<Omit<Drawn, 'behind' | 'isCurrent'> & { readonly of: unknown }>({
    page: null,
    findings: [],
    problem: null,
    of: null,
  });
  const wanted = useRef<Asked | null>(asked);
  const isDrawing = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => {
    wanted.current = asked;
    if (asked === null || isDrawing.current) return;
    const drawAll = async () => {
      isDrawing.current = true;
      let drawn: Asked | null = null;
      while (wanted.current !== null && wanted.current !== drawn && !isLeft.current) {
        const of: Asked = wanted.current;
        const result = await call('certificateDesigns.draw', of);
        drawn = of;
        setState((now) =>
          result.ok
            ? { page: imageOf(result.value.svg), findings: result.value.findings, problem: null, of }
            : { ...now, problem: result.problem, of },
        );
      }
      isDrawing.current = false;
    };
    void drawAll();
  }, [asked]);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  return {
    page: state.page,
    behind: behind.value ? imageOf(behind.value.svg) : null,
    findings: state.findings,
    problem: state.problem ?? behind.problem,
    isCurrent: state.of === asked,
  };
}

/** What a design that is kept looks like, with the made-up person's name. */
export function useDrawnChoice(choice: DesignChoice): Drawn {
  const opened = useCall('certificateDesigns.open', { choice });
  return useDrawn(opened.value?.document ?? null, 'usual');
}
