import path from 'node:path';
import { CivilDate, ClockTime, sayDay } from '../../shared/model/dates.ts';
import type { CohortId, SessionId } from '../../shared/model/ids.ts';
import type { WrittenFile } from '../../shared/views/page.ts';
import type { StoryDesk } from './story-desk.ts';

const year = [
  {
    name: 'Fall conference',
    startsOn: '2024-10-22',
    endsOn: '2024-10-23',
    place: 'Montgomery',
    days: ['2024-10-21', '2024-10-24'],
  },
  {
    name: 'Winter conference',
    startsOn: '2025-02-11',
    endsOn: '2025-02-12',
    place: 'Birmingham',
    days: ['2025-02-10', '2025-02-13'],
  },
  {
    name: 'Summer conference',
    startsOn: '2025-06-10',
    endsOn: '2025-06-11',
    place: 'Mobile',
    days: ['2025-06-09', '2025-06-12'],
  },
];

/** Three conferences, a course on the day before and after each. */
export async function planYear(desk: StoryDesk, cohortId: CohortId, say: (line: string) => void): Promise<SessionId[]> {
  const { courses } = await desk.call('courses.year', { cohortId });
  const left = [...courses];
  const sessions: SessionId[] = [];
  for (const { days, ...conference } of year) {
    const { conferenceId } = await desk.call('courses.addConference', {
      ...conference,
      startsOn: CivilDate.parse(conference.startsOn),
      endsOn: CivilDate.parse(conference.endsOn),
    });
    for (const day of days) {
      const course = left.shift();
      if (!course) break;
      const { sessionId } = await desk.call('courses.planSession', {
        courseId: course.id,
        cohortIds: [cohortId],
        conferenceId,
        heldOn: CivilDate.parse(day),
        startsAt: ClockTime.parse('08:00'),
        endsAt: ClockTime.parse('15:30'),
        room: 'Ballroom B',
      });
      sessions.push(sessionId);
      say(`Scheduled ${course.title} on ${sayDay(CivilDate.parse(day))}, by the ${conference.name}.`);
    }
  }
  return sessions;
}

/** What hangs on the wall, on people and in their calendars. */
export async function papersOfTheYear(
  desk: StoryDesk,
  cohortId: CohortId,
  sessions: readonly SessionId[],
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const write = async (file: string, making: () => Promise<WrittenFile | null>) => {
    desk.answer({ saveFile: path.join(folder, file) });
    say(`Wrote ${file}: ${(await making())?.holds}.`);
  };
  await write('foxtrot-schedule.pdf', () => desk.call('papers.schedule', { cohortIds: [cohortId] }));
  await write('foxtrot-badges.pdf', () => desk.call('badges.savePdf', { whose: { of: 'cohort', cohortId } }));
  await write('foxtrot-sign-in.pdf', () => desk.call('papers.signInSheets', { sessionIds: sessions.slice(0, 1) }));
  await write('foxtrot.ics', () => desk.call('calendars.saveCohort', { cohortId }));
}
