import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry, CalendarFile } from '../../../shared/model/calendars.ts';
import { addDays, type CivilDate } from '../../../shared/model/dates.ts';

/**
 * A calendar as an iCalendar file. Hours are moments in UTC, which every calendar program shows on its own clock, so
 * that no table of zones and no daylight saving can move them. The same entries give the same text, byte for byte.
 */
export function calendarText({ name, entries }: CalendarFile): string {
  const calendar = ical({
    // Readers disagree on whether these signs are escaped in a calendar's name, so that it has none of them.
    name: line(name.replace(/[\\;,]/g, ' ')),
    prodId: { company: 'Cohort Desk', product: 'Calendar', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const entry of entries) addEntry(calendar, entry);
  return `${calendar.toString()}\r\n`;
}

function addEntry(calendar: ICalCalendar, entry: CalendarEntry): void {
  const { uid, sequence, changedAt, canceled, isTheirs, when, title, location, description } = entry;
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: new Date(changedAt),
    lastModified: new Date(changedAt),
    ...(when.kind === 'hours'
      ? { start: new Date(when.startsAt), end: new Date(when.endsAt) }
      : // The end of whole days is the first day after them.
        { allDay: true, start: midnight(when.startsOn), end: midnight(addDays(when.endsOn, 1)) }),
    // Said in the title too, for programs that show canceled entries like any other.
    summary: line(canceled ? `${isTheirs ? 'Canceled' : 'No longer yours'}: ${title}` : title),
    status: canceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: canceled || when.kind === 'days' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  if (location !== '') event.location(line(location));
  if (description !== '') event.description(lines(description));
}

const midnight = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);

const controls = /(?!\n)\p{Cc}/gu;

/** Text as a line-based format can hold it. */
const lines = (text: string): string => text.replace(/\r\n?/g, '\n').toWellFormed().replace(controls, ' ');

const line = (text: string): string => lines(text).replace(/\s+/g, ' ').trim();
