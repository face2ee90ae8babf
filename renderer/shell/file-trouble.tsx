import { TriangleAlert } from 'lucide-react';
import type { DeskStatus } from '../../shared/views/desk.ts';
import { Button } from '../kit/button.tsx';
import { writeFile } from '../kit/perform.ts';

type Trouble = NonNullable<DeskStatus['fileTrouble']>;

/** Stands above everything while nothing can be written into the database's file: why, and what can be done. */
export function FileTrouble({ sentence, canSaveCopy }: Trouble) {
  return (
    <div className="file-trouble" role="alert">
      <TriangleAlert aria-hidden="true" />
      <p>{sentence}</p>
      {canSaveCopy && <Button onClick={() => void writeFile('desk.saveCopy', {})}>Save a copy…</Button>}
    </div>
  );
}
