import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Article } from './article.tsx';
import type { HelpPage } from './pages.ts';

/** A page of help as the printer gets it: nothing else of the window is printed. Opens the system's dialog once. */
export function PrintedPage({ page, onDone }: { readonly page: HelpPage; readonly onDone: () => void }) {
  const ground = useRef<HTMLDivElement>(null);
  const done = useRef(onDone);
  useEffect(() => {
    let live = true;
    const images = [...(ground.current?.querySelectorAll('img') ?? [])];
    // A picture that can't be drawn must not keep the words from paper.
    void Promise.allSettled(images.map((image) => image.decode())).then(() => {
      if (!live) return;
      window.print();
      done.current();
    });
    return () => {
      live = false;
    };
  }, []);
  return createPortal(
    <div className="print-pages help-printed" ref={ground} aria-hidden="true">
      <Article page={page} />
    </div>,
    document.body,
  );
}
