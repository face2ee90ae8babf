import type { CalendarEntry, CalendarFile } from '../../../shared/model/calendars.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { WrittenFile } from '../../../shared/views/page.ts';
import { calendarFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { fileName } from '../../call/save-sheet.ts';
import { cancelled } from '../../files/cancelled.ts';
import { fileNames } from '../../files/file-names.ts';
import { breathe } from '../../files/progress.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { type NewFile, writeFolder } from '../letters/drafts-folder.ts';
import { calendarText } from './icalendar.ts';
import { calendarPeople, cohortEntries, personEntries } from './queries.ts';

/** After so many calendars the app may answer something else. */
const atOnce = 10;

const saveCohort: Errand<'calendars.saveCohort'> = async (desk, { cohortId, conferences }) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const entries = cohortEntries(facts, cohortId, conferences);
  if (entries.length === 0) return refuse(noSessions(cohort.name));
  return saveCalendar(desk, { name: named(desk, cohort.name), entries });
};

const savePerson: Errand<'calendars.savePerson'> = async (desk, { personId, conferences }) => {
  const facts = desk.facts();
  const person = facts.database.get<{ givenName: string; familyName: string }>(
    'SELECT givenName, familyName FROM person WHERE id = ?',
    personId,
  );
  if (!person) return refuse('That person is no longer on record. Search for them by name.');
  const entries = personEntries(facts, personId, conferences);
  if (entries.length === 0) {
    return refuse(
      `${sayName(person)} has no sessions: their cohort has no schedule yet, and they have no make-ups. Add a session first.`,
    );
  }
  return saveCalendar(desk, { name: named(desk, sayName(person)), entries });
};

const savePeople: Errand<'calendars.savePeople'> = async (desk, { cohortId, conferences }) => {
  const facts = desk.facts();
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const people = calendarPeople(facts, cohortId);
  if (people.length === 0) return refuse(`No one is in ${cohort.name} yet. Accept applicants first.`);
  if (cohortEntries(facts, cohortId, false).length === 0) return refuse(noSessions(cohort.name));
  const parent = await desk.dialogs.chooseFolder({ title: `Choose a folder for the calendars of ${cohort.name}` });
  if (parent === null) return done(null);
  const label = `Writing the calendars of ${cohort.name}`;
  const names = fileNames(
    people.map(({ name }) => name),
    'ics',
  );
  const files: NewFile[] = [];
  for (const [at, { personId, name }] of people.entries()) {
    const entries = personEntries(facts, personId, conferences);
    files.push({ name: names[at] ?? '', text: calendarText({ name: named(desk, name), entries }) });
    if (at % atOnce !== 0) continue;
    desk.progress(label, at / people.length / 2);
    await breathe(desk.signal).catch(() => undefined);
    if (desk.signal.aborted) return cancelled();
  }
  const placed = await writeFolder(parent, fileName(`${named(desk, cohort.name)} calendars ${facts.today}`), files, {
    signal: desk.signal,
    onProgress: ({ done: written, total }) => desk.progress(label, 0.5 + written / total / 2),
  });
  if (!placed.ok) return placed;
  await placed.value.keep();
  desk.written.add(placed.value.path);
  const holds = countOf(files.length, 'calendar');
  return done({ file: placed.value.path, holds, notes: [] });
};

/** Asks where to, and saves one calendar; null where the person thought better of it. */
async function saveCalendar(desk: Workbench, calendar: CalendarFile): Promise<Result<WrittenFile | null>> {
  const file = await desk.dialogs.saveFile({
    title: `Save the calendar ${calendar.name}`,
    suggestedName: `${fileName(calendar.name)}.ics`,
    filters: [calendarFilter],
  });
  if (file === null) return done(null);
  const written = await replaceFile(file, (handle) => handle.writeFile(calendarText(calendar)), desk.signal);
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: sayEntries(calendar.entries), notes: [] });
}

/** What a calendar holds: `6 sessions and 3 conferences, 1 canceled`. */
function sayEntries(entries: readonly CalendarEntry[]): string {
  const count = (kind: CalendarEntry['when']['kind'], word: string): string[] => {
    const many = entries.filter((entry) => entry.when.kind === kind && !entry.canceled).length;
    return many === 0 ? [] : [countOf(many, word)];
  };
  const standing = [...count('hours', 'session'), ...count('days', 'conference')].join(' and ');
  const canceled = entries.filter((entry) => entry.canceled).length;
  return [standing, canceled > 0 ? `${canceled} canceled` : ''].filter((part) => part !== '').join(', ');
}

const named = (desk: Workbench, of: string): string =>
  [desk.facts().inForce?.policy.program.name ?? '', of].filter((part) => part !== '').join(' ');

const noSessions = (cohort: string): string =>
  `${cohort} has no sessions yet, so its calendar would be empty. Schedule its sessions first.`;

export const calendarErrands: Pick<Handlers, 'calendars.saveCohort' | 'calendars.savePeople' | 'calendars.savePerson'> =
  {
    'calendars.saveCohort': saveCohort,
    'calendars.savePeople': savePeople,
    'calendars.savePerson': savePerson,
  };
