// Run by bulk-accept.test.ts as a process of its own: accepts everyone, takes it back, and again, until it is killed.
import { CohortId } from '../../../shared/model/ids.ts';
import { openChildDesk } from './child-desk.ts';

const [databaseFile = '', cohort = ''] = process.argv.slice(2);
const desk = openChildDesk(databaseFile);
const cohortId = CohortId.parse(cohort);

process.send?.('ready');
for (;;) {
  const accepted = await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  // Refused only where a run before was killed after its accept: then there is something to take back first.
  if (accepted.ok) process.send?.('acknowledged');
  const undone = await desk.call('history.undo', {});
  if (!undone.ok) throw new Error(undone.problem.sentence);
  process.send?.('acknowledged');
}
