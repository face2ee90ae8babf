import { countOf } from '../../../shared/model/counts.ts';
import { type Result, refuse } from '../../../shared/model/result.ts';
import { settable } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { drawTranscript, transcriptPage } from './page.ts';
import type { Transcript } from './transcript.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeTranscripts: {
      readonly input: PaperJob & { readonly transcripts: readonly Transcript[] };
      readonly output: { readonly pages: number };
    };
  }
}

/** Writes transcripts as a PDF on portrait Letter pages, one after the other, tagged, with a bookmark a person. */
export async function writeTranscripts(
  file: string,
  transcripts: readonly Transcript[],
  options: PaperOptions = {},
): Promise<Result<{ readonly pages: number }>> {
  const [first] = transcripts;
  if (!first) return refuse('Nothing was printed: choose at least one person.');
  return writePaper(
    file,
    {
      title:
        transcripts.length === 1 ? `Transcript of ${settable(first.name)}` : countOf(transcripts.length, 'transcript'),
      author: settable(first.organization),
      size: transcriptPage,
      now: options.now,
    },
    async (pen) => {
      let pages = 0;
      for (const [at, transcript] of transcripts.entries()) {
        pages += await drawTranscript(pen, printed(transcript));
        options.onProgress?.({ done: at + 1, total: transcripts.length });
      }
      return { pages };
    },
    options,
  );
}

const printed = (transcript: Transcript): Transcript => ({
  organization: settable(transcript.organization),
  program: settable(transcript.program),
  title: settable(transcript.title),
  contact: settable(transcript.contact),
  name: settable(transcript.name),
  facts: transcript.facts.map(([term, fact]) => [term, settable(fact)]),
  courses: transcript.courses.map((course) => ({
    ...course,
    title: settable(course.title),
    dates: course.dates.map(settable),
  })),
  totalHours: transcript.totalHours,
  notes: transcript.notes.map(settable),
  signatory: transcript.signatory && {
    name: settable(transcript.signatory.name),
    role: settable(transcript.signatory.role),
  },
  madeOn: transcript.madeOn,
});
