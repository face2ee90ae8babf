import { Download, FileWarning } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { EvidenceDocumentId } from '../../../shared/model/evidence.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { EvidenceDocumentRow, EvidencePreview } from '../../../shared/views/evidence.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { PdfPages } from './pdf-pages.tsx';

interface Shown {
  readonly documentId: EvidenceDocumentId;
  readonly preview: EvidencePreview | null;
  readonly problem: Problem | null;
}

/** One document of evidence: its picture, its pages, its words, or why it isn't shown; and a way to save a copy. */
export function DocumentView({ document }: { readonly document: EvidenceDocumentRow }) {
  const { id, kind, name, text, about } = document;
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (kind !== 'file') return;
    let live = true;
    void call('evidence.preview', { documentId: id }).then((result) => {
      if (!live) return;
      setShown({
        documentId: id,
        preview: result.ok ? result.value : null,
        problem: result.ok ? null : result.problem,
      });
    });
    return () => {
      live = false;
    };
  }, [id, kind]);
  if (kind !== 'file') {
    return (
      <figure className="evidence-document">
        <figcaption>
          <b>{kind === 'link' ? 'Link' : 'Note'}</b>
        </figcaption>
        {/* Never a link to press: nothing leaves the laptop from here. */}
        <p className={kind === 'link' ? 'evidence-link' : 'evidence-text'}>{text}</p>
      </figure>
    );
  }
  // The last one's preview isn't this one's.
  const { preview, problem } = shown?.documentId === id ? shown : { preview: null, problem: null };
  const isSound = preview !== null && preview.kind !== 'lost';
  return (
    <figure className="evidence-document">
      <figcaption>
        <span>
          <b>{name}</b> <span className="mute">{about}</span>
        </span>
        {isSound && (
          <Button
            kind="quiet"
            icon={<Download aria-hidden="true" />}
            aria-label={`Save a copy of ${name}`}
            onClick={() => void writeFile('evidence.save', { documentId: id })}
          >
            Save a copy…
          </Button>
        )}
      </figcaption>
      {problem && <ProblemNote problem={problem} />}
      {preview && <Preview preview={preview} name={name ?? 'File'} />}
    </figure>
  );
}

function Preview({ preview, name }: { readonly preview: EvidencePreview; readonly name: string }) {
  switch (preview.kind) {
    case 'picture':
      // As an image nothing in it runs or asks for anything, whatever it holds.
      return <img className="evidence-picture" src={preview.address} alt={name} />;
    case 'pdf':
      return <PdfPages bytes={preview.bytes} name={name} />;
    case 'text':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        <section className="evidence-text" tabIndex={0} aria-label={name}>
          {preview.text}
        </section>
      );
    case 'not-shown':
      return (
        <p className="evidence-not-shown">
          <FileWarning aria-hidden="true" />
          {preview.because}
        </p>
      );
    case 'lost':
      return <ProblemNote problem={{ sentence: preview.because, reasons: [] }} />;
  }
}
