import { countOf, sayCount } from '../../shared/model/counts.ts';
import './print-preview.css';
import { Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { PaperPreview } from '../../shared/views/papers.ts';
import { Button } from '../kit/button.tsx';
import { call } from '../kit/client.ts';
import { isPressed } from '../kit/keys.ts';
import { perform, writeFile } from '../kit/perform.ts';
import { hidePaper, usePaper } from '../kit/print-store.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { sayDone } from '../kit/toast-store.ts';
import { Chips } from '../kit/toolbar.tsx';
import { usePaperPages } from './paper-pages.ts';
import { PrintPages } from './print-pages.tsx';

/** The paper that is looked at, over everything else; the app mounts it once. */
export function PrintPreview() {
  const paper = usePaper((state) => state.paper);
  return paper ? <Preview key={paper.paperId} paper={paper} /> : null;
}

type Zoom = 'page' | 'width';

function Preview({ paper }: { readonly paper: PaperPreview }) {
  const { paperId, title, holds, notes } = paper;
  const loaded = usePaperPages(paper);
  const [zoom, setZoom] = useState<Zoom>('page');
  const [printing, setPrinting] = useState(false);
  const counted = countOf(paper.pages, 'page');

  const close = () => {
    hidePaper();
    void call('papers.close', { paperId });
  };
  const print = () => setPrinting(loaded.isWhole);
  const toDialog = async () => {
    const result = await perform('papers.print', { paperId });
    setPrinting(false);
    if (!result.ok || !result.value.printed) return;
    sayDone(`${title}: ${counted} went to the printer.`);
    close();
  };
  const save = () => void writeFile('papers.save', { paperId });
  const latest = useRef({ print, save });
  useEffect(() => {
    latest.current = { print, save };
  });
  useEffect(() => {
    // The keys of the desk rest behind a dialog; these are the paper's own.
    const onKey = (event: KeyboardEvent) => {
      const key = isPressed(event, 'Mod+P') ? 'print' : isPressed(event, 'Mod+S') ? 'save' : null;
      if (!key) return;
      event.preventDefault();
      latest.current[key]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog print-preview" data-modal="">
        <AriaDialog className="print-preview-box">
          <div className="print-preview-all">
            <header className="print-preview-head">
              <div>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <p className="mute">
                  {holds.includes('page') || holds.includes('sheet') ? holds : `${holds} · ${counted}`}
                </p>
              </div>
              <span className="space" />
              <Chips
                label="How large the pages are shown"
                value={zoom}
                options={[
                  { key: 'page', label: 'Whole page' },
                  { key: 'width', label: 'Page width' },
                ]}
                onChange={setZoom}
              />
            </header>
            {notes.length > 0 && (
              <ul className="print-preview-notes">
                {notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {loaded.problem && <ProblemNote problem={loaded.problem} />}
            {/* A region that scrolls must be reached by keys. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
            <section className={`print-preview-pages print-preview-${zoom}`} aria-label="Pages" tabIndex={0}>
              {loaded.pages.map((page, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pages never change places
                <img key={at} src={page} alt={`Page ${at + 1} of ${paper.pages}`} />
              ))}
              {!loaded.isWhole && !loaded.problem && (
                <p className="mute" role="status">
                  {sayCount(loaded.pages.length)} of {counted} drawn
                </p>
              )}
            </section>
            <footer className="row dialog-actions print-preview-foot">
              <Button
                kind="primary"
                keys="Mod+P"
                icon={<Printer aria-hidden="true" />}
                disabledBecause={
                  loaded.isWhole ? (printing ? 'The system’s dialog is open' : null) : 'The pages are still being drawn'
                }
                onClick={print}
              >
                Print…
              </Button>
              <Button keys="Mod+S" onClick={save}>
                Save as PDF…
              </Button>
              <Button keys="Escape" onClick={close}>
                Close
              </Button>
              <span className="space" />
              <span className="mute print-preview-hint">Print at 100 %, without “fit to page”.</span>
            </footer>
          </div>
          {printing && <PrintPages paper={paper} pages={loaded.pages} onReady={() => void toDialog()} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
