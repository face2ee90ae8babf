import { useState } from 'react';
import type { CohortId, PersonId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { writeFile } from '../../kit/perform.ts';
import { CalendarDialog } from './dialog.tsx';
import { useCalendars } from './store.ts';

/** Writes a cohort’s calendar files, after a question. */
export function CalendarButton({ cohortId }: { readonly cohortId: CohortId }) {
  const [asking, setAsking] = useState(false);
  const open = () => setAsking(true);
  useCommands([{ id: 'calendars.open', label: 'Calendar files of this cohort', keys: 'C', run: open }]);
  return (
    <>
      <Button keys="C" onClick={open}>
        Calendar…
      </Button>
      {asking && <CalendarDialog cohortId={cohortId} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Writes one person’s calendar file: their cohort’s sessions and what they make up elsewhere. */
export function PersonCalendarButton({ personId, name }: { readonly personId: PersonId; readonly name: string }) {
  const { conferences } = useCalendars();
  const save = () => void writeFile('calendars.savePerson', { personId, conferences });
  useCommands([{ id: 'calendars.person', label: `Calendar file of ${name}`, keys: 'Mod+D', run: save }]);
  return (
    <Button keys="Mod+D" onClick={save}>
      Calendar…
    </Button>
  );
}
