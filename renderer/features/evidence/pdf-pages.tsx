import { useEffect, useRef, useState } from 'react';
import { sayCount } from '../../../shared/model/counts.ts';
import type { DrawnPage, OpenPdf } from './pdf-drawing.ts';

interface Drawn {
  readonly pages: readonly DrawnPage[];
  /** How many the PDF has; null while it is being opened. */
  readonly total: number | null;
  readonly problem: string | null;
}

/** The pages of a PDF as pictures, one after another as they are drawn; nothing that is in it runs. */
export function PdfPages({ bytes, name }: { readonly bytes: string; readonly name: string }) {
  const [drawn, setDrawn] = useState<Drawn>({ pages: [], total: null, problem: null });
  useEffect(() => {
    let live = true;
    let open: OpenPdf | null = null;
    const draw = async () => {
      try {
        // Only whoever looks at a PDF waits for what draws it.
        const { openPdf, mostPagesDrawn } = await import('./pdf-drawing.ts');
        open = await openPdf(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
        if (!live) return open.close();
        const pages: DrawnPage[] = [];
        for (let number = 1; number <= Math.min(open.pages, mostPagesDrawn); number += 1) {
          const page = await open.draw(number);
          if (!live) return;
          pages.push(page);
          setDrawn({ pages: [...pages], total: open.pages, problem: null });
        }
      } catch (error) {
        if (live) setDrawn((now) => ({ ...now, problem: sayWhyNot(error) }));
      }
    };
    void draw();
    return () => {
      live = false;
      open?.close();
    };
  }, [bytes]);
  const { pages, total, problem } = drawn;
  const left = (total ?? 0) - pages.length;
  return (
    <div className="evidence-pages">
      {pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
        <Page key={at} page={page} label={`${name}, page ${at + 1} of ${total}`} />
      ))}
      {problem !== null && <p className="evidence-not-shown">{problem}</p>}
      {problem === null && pages.length > 0 && left > 0 && (
        <p className="mute">{sayCount(left)} more pages. Save a copy to see them.</p>
      )}
    </div>
  );
}

function Page({ page, label }: { readonly page: DrawnPage; readonly label: string }) {
  const ground = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { canvas } = page;
    canvas.className = 'evidence-page';
    ground.current?.replaceChildren(canvas);
  }, [page]);
  return (
    <>
      <div ref={ground} role="img" aria-label={label} />
      {page.words !== '' && <p className="unseen">{page.words}</p>}
    </>
  );
}

/** Why a PDF isn't drawn, in a lead's words. */
function sayWhyNot(error: unknown): string {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException')
    return 'This PDF asks for a password. Ask for one without, or save a copy to open it.';
  return 'This PDF is damaged or of an unusual kind, and can’t be drawn here. Save a copy to look at it in its own program.';
}
