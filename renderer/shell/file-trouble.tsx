import { TriangleAlert } from 'lucide-react';
import { Button } from '../kit/button.tsx';
import { writeFile } from '../kit/perform.ts';

/** Stands above everything while the database's file is not in its place: nothing can be saved, and what can be done. */
export function FileTrouble({ sentence }: { readonly sentence: string }) {
  return (
    <div className="file-trouble" role="alert">
      <TriangleAlert aria-hidden="true" />
      <p>{sentence}</p>
      <Button onClick={() => void writeFile('desk.saveCopy', {})}>Save a copy…</Button>
    </div>
  );
}
