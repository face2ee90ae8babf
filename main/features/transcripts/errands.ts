import { countOf } from '../../../shared/model/counts.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
import { runJob } from '../../jobs/run.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { studentsOf, transcriptsOf } from './write.ts';

const print: Errand<'transcripts.print'> = async (desk, { cohortId, participantIds }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const cohort = facts.database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const wanted = participantIds === 'all' ? null : new Set(participantIds);
  const students = studentsOf(facts, cohortId).filter(({ id }) => wanted === null || wanted.has(id));
  const missing = (wanted?.size ?? students.length) - students.length;
  if (students.length === 0) {
    return refuse(
      wanted === null
        ? `No one is enrolled in ${cohort.name} or has graduated with it, so there is no transcript yet.`
        : 'These people are neither enrolled in the cohort nor graduates of it, so they have no transcript.',
    );
  }
  const transcripts = transcriptsOf(facts, cohortId, students);
  const [first] = transcripts;
  const title = transcripts.length === 1 && first ? `Transcript of ${first.name}` : `Transcripts of ${cohort.name}`;
  const { name: program } = facts.inForce.policy.program;
  const fileName = `${program} t${title.slice(1)} ${facts.today}`;
  const made = await desk.writePaper({ title, fileName }, (target) =>
    runJob('writeTranscripts', { ...target, transcripts }, printing(desk, title)),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  return done({
    file: made.value.file,
    holds: countOf(transcripts.length, 'transcript'),
    notes: missing === 0 ? [] : [countOf(missing, 'of them has left the cohort.', 'of them have left the cohort.')],
  });
};

export const transcriptErrands: Pick<Handlers, 'transcripts.print'> = { 'transcripts.print': print };
