import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { PaperPreview } from '../../shared/views/papers.ts';

/**
 * The pages as the printer gets them: nothing else of the window is printed, each page as large as its paper, no
 * margins. Calls `onReady` once every page is drawn.
 */
export function PrintPages({
  paper,
  pages,
  onReady,
}: {
  readonly paper: PaperPreview;
  readonly pages: readonly string[];
  readonly onReady: () => void;
}) {
  const ground = useRef<HTMLDivElement>(null);
  const ready = useRef(onReady);
  const { width, height } = paper;
  useEffect(() => {
    const size = new CSSStyleSheet();
    size.replaceSync(
      `@page { size: ${width}pt ${height}pt; margin: 0 } .print-pages img { width: ${width}pt; height: ${height}pt }`,
    );
    document.adoptedStyleSheets.push(size);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== size);
    };
  }, [width, height]);
  useEffect(() => {
    let live = true;
    const images = [...(ground.current?.querySelectorAll('img') ?? [])];
    void Promise.all(images.map((image) => image.decode())).then(() => live && ready.current());
    return () => {
      live = false;
    };
  }, []);
  return createPortal(
    <div className="print-pages" ref={ground} aria-hidden="true">
      {pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
        <img key={at} src={page} alt="" />
      ))}
    </div>,
    document.body,
  );
}
