import Database from 'better-sqlite3';
import type { InputOf, NamesOf } from '../../../shared/api.ts';
import { type BenchDesk, fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { percentile, type Report, timed } from '../measure.ts';

const RUNS = 7;

/** What every screen asks at 100,000 applicants, the first time and again, beside a bare query of as many rows. */
export async function screens(report: Report): Promise<void> {
  const desk = openBenchDesk();
  const cohortId = await fillWithApplicants(desk, 100_000, 30);
  const bare = new Database(desk.databaseFile, { readonly: true });
  const slice = bare.prepare(
    'SELECT application.*, person.* FROM application JOIN person ON person.id = personId WHERE cohortId = ? LIMIT 200',
  );
  const floors: number[] = [];
  for (let run = 0; run < RUNS; run += 1) floors.push(await timed(() => slice.all(cohortId)));
  const floor = percentile(floors, 0.5);
  const floorIs = 'a bare query of 200 applicants with their people';
  const say = (name: string, ours: number) => report({ name: `at 100,000: ${name}`, unit: 'ms', ours, floor, floorIs });

  say('applicants in order, first asked', await timed(() => desk.call('applicants.list', { cohortId })));
  say('… again', await again(desk, 'applicants.list', { cohortId }));
  say('… a search', await again(desk, 'applicants.list', { cohortId, search: 'okafor' }));
  say(
    '… by name, far down',
    await again(desk, 'applicants.list', { cohortId, sort: { by: 'name', direction: 'down' }, offset: 90_000 }),
  );
  const { rows } = await desk.call('applicants.list', { cohortId });
  const first = rows[0];
  if (!first) throw new Error('Nobody is in order.');
  say('one applicant, with why', await again(desk, 'applicants.show', { applicationId: first.applicationId }));
  await desk.call('applicants.accept', { cohortId, applicationIds: [first.applicationId] });
  say('the frame after accepting one', await timed(() => desk.call('desk.status', {})));
  say('the list after accepting one', await timed(() => desk.call('applicants.list', { cohortId })));
  say('everybody’s letters', await again(desk, 'letters.list', { cohortId }));
  const gone = rows.slice(1, 2).map(({ applicationId }) => applicationId);
  say(
    'withdrawing one',
    await timed(() => desk.call('applicants.setStatus', { applicationIds: gone, status: 'withdrawn' })),
  );
  say('the list after that', await timed(() => desk.call('applicants.list', { cohortId })));
  say('what if there were 31 seats', await timed(() => desk.call('applicants.whatIf', { cohortId, seats: 31 })));
  const fact = { applicationId: first.applicationId, yearsInEducation: 1 };
  say('what if one fact were another', await timed(() => desk.call('applicants.whatIf', { cohortId, facts: [fact] })));
  say('Today', await again(desk, 'today.show', {}));
  say('History', await again(desk, 'history.list', {}));
  say('the frame again', await again(desk, 'desk.status', {}));
  bare.close();
  await desk.close();
}

/** The median of several runs of a query that was asked before. */
async function again<Name extends NamesOf<'reads'>>(
  desk: BenchDesk,
  name: Name,
  input: InputOf<Name>,
): Promise<number> {
  await desk.call(name, input);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => desk.call(name, input)));
  return percentile(times, 0.5);
}
