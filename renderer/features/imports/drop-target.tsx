import './drop-target.css';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { sayRefused } from '../../kit/toast-store.ts';
import { isPaperFile, useChecking } from '../certificates/store.ts';
import { chooseLog, isScanLog } from '../scan-log/choose-log.ts';
import { chooseFile } from './choose-file.ts';

/** Takes a spreadsheet that is dropped anywhere on the window to the import, a scanner log and a certificate to their own; while it is held there, says so. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  const [, go] = useLocation();
  const take = useRef<(files: readonly File[]) => void>(() => undefined);
  useEffect(() => {
    take.current = (files) => {
      const problem = whyNot(files);
      if (problem !== null) {
        sayRefused({ sentence: problem, reasons: [] });
        return;
      }
      const [file] = files;
      if (file) void takeFile(file, go);
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
        <b>Drop the spreadsheet or scanner log to see its rows</b>
        <span>Nothing is saved until you confirm.</span>
      </p>
    </div>
  );
}

async function takeFile(file: File, go: (path: string) => void): Promise<void> {
  const path = await window.desk.pathOf(file);
  if (path === '') {
    sayRefused({
      sentence: 'What was dropped isn’t a file on this laptop. Save it as a file first, then drop that.',
      reasons: [],
    });
    return;
  }
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
  if (document.querySelector('[data-modal]')) return 'A question is open. Answer it first, then drop the file.';
  return null;
}
