import type { Result } from '../../../shared/model/result.ts';
import type { WorkOptions } from '../../files/progress.ts';
import { writePdf } from '../../papers/pdf.ts';
import { settable, Typesetter } from '../../papers/typesetter.ts';
import { drawProgramme, type Programme, programmePage } from './schedule-page.ts';

/** Writes the schedule of a year as a PDF on portrait Letter pages, tagged and selectable. */
export function writeProgramme(
  file: string,
  programme: Programme,
  options: WorkOptions & { readonly now?: Date | undefined } = {},
): Promise<Result<{ readonly pages: number }>> {
  const clean = printed(programme);
  return writePdf(
    file,
    {
      title: `${clean.title}: ${clean.program}`,
      author: clean.organization,
      size: [programmePage.width, programmePage.height],
      now: options.now,
    },
    async (doc, pause) => {
      await pause();
      return { pages: drawProgramme(new Typesetter(doc), clean) };
    },
    options,
  );
}

const printed = (programme: Programme): Programme => ({
  organization: settable(programme.organization),
  program: settable(programme.program),
  title: settable(programme.title),
  years: settable(programme.years),
  contact: settable(programme.contact),
  asOf: settable(programme.asOf),
  toCome: programme.toCome.map(settable),
  parts: programme.parts.map(({ title, sub, sessions }) => ({
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
