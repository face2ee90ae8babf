import './drop-target.css';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { mostFilesAtOnce } from '../../../shared/model/evidence.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { takeBackground } from '../certificate-designs/store.ts';
import { isPaperFile, useChecking } from '../certificates/store.ts';
import { chosenFiles, useEvidence } from '../evidence/store.ts';
import { chooseLog, isScanLog } from '../scan-log/choose-log.ts';
import { chooseFile } from './choose-file.ts';

/** Takes a spreadsheet that is dropped anywhere on the window to the import, a scanner log and a certificate to their own; while it is held there, says so. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const [place, go] = useLocation();
  const here = useEvidence((state) => state.here);
  const take = useRef<(files: readonly File[]) => void>(() => undefined);
  useEffect(() => {
    take.current = (files) => {
      const forEvidence = isEvidence(files);
      const problem = forEvidence ? whyNotNow() : whyNot(files);
      if (problem !== null) {
        sayRefused({ sentence: problem, reasons: [] });
        return;
      }
      if (forEvidence) {
        void takeEvidence(files);
        return;
      }
      const [file] = files;
      if (file && isForDesigns(place, file)) void takeDesignFile(file, go);
      else if (file) void takeFile(file, go);
    };
  });
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      // Cells and words that are dragged within a field are none of the window's business.
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-target">
      <p>
        <b>{sayTaken(place, here)}</b>
        <span>Nothing is saved until you confirm.</span>
      </p>
    </div>
  );
}

const isList = ({ name }: File): boolean => /\.(?:xlsx|csv|tsv|txt)$/i.test(name);

/**
 * Evidence where evidence is on the screen: any files but a single list, which goes to the import as ever and is
 * evidence only where someone chooses it as such.
 */
function isEvidence(files: readonly File[]): boolean {
  const [only] = files;
  const { here, adding } = useEvidence.getState();
  return here !== undefined && adding === null && !(files.length === 1 && only && isList(only));
}

async function takeEvidence(dropped: readonly File[]): Promise<void> {
  const files = await chosenFiles(dropped.slice(0, mostFilesAtOnce));
  if (files.length === 0) return sayNoFile();
  const { here, add } = useEvidence.getState();
  add({ kind: 'new', person: here ?? null, files });
}

const sayNoFile = (): void =>
  sayRefused({
    sentence: 'What was dropped isn’t a file on this laptop. Save it as a file first, then drop that.',
    reasons: [],
  });

/** A page or a picture that is dropped on the certificate designs is the background of one. */
const isForDesigns = (place: string, { name }: File): boolean =>
  place.startsWith('/certificate-designs') && /\.(?:pdf|png|jpe?g)$/i.test(name);

async function takeDesignFile(file: File, go: (path: string) => void): Promise<void> {
  const path = await window.desk.pathOf(file);
  if (path === '') return sayNoFile();
  const editor = await takeBackground(path);
  if (editor !== null) go(editor);
}

async function takeFile(file: File, go: (path: string) => void): Promise<void> {
  const path = await window.desk.pathOf(file);
  if (path === '') return sayNoFile();
  // A PDF or a picture holds no list: it is a certificate that someone wants checked.
  if (isPaperFile(file.name)) {
    go('/check-certificate');
    await useChecking.getState().checkFile(path);
    return;
  }
  const isLog = await isScanLog(path);
  go(isLog ? '/scan-log' : '/import');
  await (isLog ? chooseLog(path) : chooseFile(path));
}

function whyNot(files: readonly File[]): string | null {
  if (files.length > 1) {
    return `One file at a time: ${files.length} were dropped. Drop the first, import it, then drop the next.`;
  }
  return whyNotNow();
}

const whyNotNow = (): string | null =>
  document.querySelector('[data-modal]') ? 'A question is open. Answer it first, then drop the file.' : null;

const sayTaken = (place: string, here: { readonly name: string } | null | undefined): string => {
  if (here !== undefined) return sayEvidence(here);
  return place.startsWith('/certificate-designs')
    ? 'Drop a PDF, PNG, or JPEG as the background'
    : 'Drop the spreadsheet or scanner log to see its rows';
};

const sayEvidence = (here: { readonly name: string } | null): string =>
  here === null ? 'Drop files to add them as evidence' : `Drop files to add them as evidence of ${here.name}`;
