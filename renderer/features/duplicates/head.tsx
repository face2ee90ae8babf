import type { DuplicateSide } from '../../../shared/views/duplicates.ts';
import { CorrectButton } from '../people/correct-dialog.tsx';
import { PersonName } from '../people/person-name.tsx';

/** Whose record a column is: the name, the school system, and the place in the program. */
export const Head = ({ side }: { readonly side: DuplicateSide }) => (
  <div>
    <b>
      <PersonName personId={side.personId} name={side.name} />
    </b>
    <div>{side.organization || <span className="mute">No school system</span>}</div>
    <div className="mute">{side.standing || 'In no cohort'}</div>
    <CorrectButton personId={side.personId} name={side.name} />
  </div>
);
