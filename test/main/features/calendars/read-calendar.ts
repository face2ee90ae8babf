import ICAL from 'ical.js';

/** An entry as a reader that is not ours understands it. */
export interface ReadEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** ISO: a moment in UTC, or a day. */
  readonly starts: string;
  readonly ends: string;
  readonly lastModified: string;
}

/** A calendar file as a reader that is not ours understands it. */
export interface ReadCalendar {
  readonly name: string;
  readonly method: string;
  readonly entries: readonly ReadEntry[];
}

const textOf = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? '');

const momentOf = (component: ICAL.Component, name: string): string => {
  const time = component.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time.`);
  if (time.isDate) return time.toString();
  if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} floats.`);
  return time.toJSDate().toISOString();
};

/** Reads a calendar file with ical.js, by the format's own rules. Throws where it breaks them. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    name: textOf(calendar, 'x-wr-calname'),
    method: textOf(calendar, 'method'),
    entries: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: textOf(event, 'uid'),
      sequence: Number(textOf(event, 'sequence')),
      status: textOf(event, 'status'),
      summary: textOf(event, 'summary'),
      location: textOf(event, 'location'),
      description: textOf(event, 'description'),
      starts: momentOf(event, 'dtstart'),
      ends: momentOf(event, 'dtend'),
      lastModified: momentOf(event, 'last-modified'),
    })),
  };
}

/** What of the format no reader complains about: lines of 75 bytes at most, each ended by CRLF. */
export function brokenLines(text: string): readonly string[] {
  if (!text.endsWith('\r\n')) return ['The last line has no end.'];
  const lines = text.slice(0, -2).split('\r\n');
  return lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75);
}
