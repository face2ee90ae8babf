// Run by bulk-accept.test.ts as a process of its own: accepts everyone, takes it back, and again, until it is killed.
// Told a statement, counted from its first command, it says when that is about to run, or kills itself right there.
import { CohortId } from '../../../shared/model/ids.ts';
import { beforeEachWrite, openChildDesk, say } from './child-desk.ts';

const [databaseFile = '', cohort = '', statement = '', killer = ''] = process.argv.slice(2);
const desk = openChildDesk(databaseFile);
const cohortId = CohortId.parse(cohort);
const last = Number(statement);

let statements = 0;
beforeEachWrite(() => {
  statements += 1;
  if (statements !== last) return;
  if (killer === 'itself') process.kill(process.pid, 'SIGKILL');
  say('reached');
});
for (;;) {
  const accepted = await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  // Refused only where a run before was killed after its accept: then there is something to take back first.
  if (accepted.ok) say(`acknowledged ${statements}`);
  const undone = await desk.call('history.undo', {});
  if (!undone.ok) throw new Error(undone.problem.sentence);
  say(`acknowledged ${statements}`);
}
