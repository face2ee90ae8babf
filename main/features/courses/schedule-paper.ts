import type { Result } from '../../../shared/model/result.ts';
import { settable } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { drawSchedule, type Schedule, schedulePage } from './schedule-page.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeSchedule: {
      readonly input: PaperJob & { readonly schedule: Schedule };
      readonly output: { readonly pages: number };
    };
  }
}

/** Writes the schedule of a year as a PDF on portrait Letter pages, tagged and selectable. */
export function writeSchedule(
  file: string,
  schedule: Schedule,
  options: PaperOptions = {},
): Promise<Result<{ readonly pages: number }>> {
  const clean = printed(schedule);
  return writePaper(
    file,
    {
      title: `${clean.title}: ${clean.program}`,
      author: clean.organization,
      size: schedulePage,
      now: options.now,
    },
    async (pen) => ({ pages: await drawSchedule(pen, clean) }),
    options,
  );
}

const printed = (schedule: Schedule): Schedule => ({
  organization: settable(schedule.organization),
  program: settable(schedule.program),
  title: settable(schedule.title),
  years: settable(schedule.years),
  contact: settable(schedule.contact),
  asOf: settable(schedule.asOf),
  toCome: schedule.toCome.map(settable),
  parts: schedule.parts.map(({ title, sub, sessions }) => ({
    title: settable(title),
    sub: settable(sub),
    sessions: sessions.map(({ day, hours, title: course, details }) => ({
      day: settable(day),
      hours: settable(hours),
      title: settable(course),
      details: details.map(settable),
    })),
  })),
});
