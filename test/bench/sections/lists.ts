import Database from 'better-sqlite3';
import type { InputOf, NamesOf } from '../../../shared/api.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { type BenchDesk, fillWithApplicants, openBenchDesk } from '../bench-desk.ts';
import { effortOf, percentile, type Report, timed } from '../measure.ts';

const RUNS = 5;

/** A list that a screen asks for. */
type Asked = { readonly [Name in NamesOf<'reads'>]: readonly [Name, InputOf<Name>] }[NamesOf<'reads'>];

const listsOf = (cohortId: CohortId): readonly Asked[] => [
  ['applicants.list', { cohortId }],
  ['applicants.list', { cohortId, sort: { by: 'name', direction: 'up' } }],
  ['applicants.list', { cohortId, search: 'okafor' }],
  ['applicants.whatIf', { cohortId, seats: 31 }],
  ['applicants.fairness', { cohortId }],
  ['offers.list', { cohortId }],
  ['letters.list', { cohortId }],
  ['cohorts.list', {}],
  ['cohorts.participants', { cohortId }],
  ['progress.list', { cohortId }],
  ['graduates.list', { cohortId }],
  ['recertification.list', {}],
  ['fees.list', {}],
  ['organizations.list', {}],
  ['history.list', {}],
  ['desk.status', {}],
  ['today.show', {}],
];

/**
 * Every list of a desk with 100,000 applicants after one small write, the slowest of three kinds: somebody leaves, comes
 * back, gets another phone number. And how long the first question to a cold desk holds everything else up.
 */
export async function lists(report: Report): Promise<void> {
  const desk = openBenchDesk();
  const cohortId = await fillWithApplicants(desk, 100_000, 30);
  const bare = new Database(desk.databaseFile, { readonly: true });
  const slice = bare.prepare(
    'SELECT application.*, person.* FROM application JOIN person ON person.id = personId WHERE cohortId = ? LIMIT 200',
  );
  const whole = bare.prepare(
    'SELECT application.*, person.* FROM application JOIN person ON person.id = personId WHERE cohortId = ?',
  );
  const everything = await timed(() => whole.all(cohortId));
  const cold = await desk.openAgain();
  const first = await effortOf(() => cold.call('applicants.list', { cohortId }));
  const floorIs = 'a bare query of 100,000 applicants with their people';
  const say = (name: string, ours: number) =>
    report({ name: `a cold desk at 100,000: ${name}`, unit: 'ms', ours, floor: everything, floorIs });
  say('applicants in order, first asked', first.wall);
  say('… its longest turn, which holds all else up', first.longestTurn);
  await cold.close();

  const floors: number[] = [];
  for (let run = 0; run < RUNS; run += 1) floors.push(await timed(() => slice.all(cohortId)));
  const floor = percentile(floors, 0.5);
  for (const question of listsOf(cohortId)) {
    const [name, input] = question;
    const ours = await afterOneWrite(desk, cohortId, question);
    const words = Object.entries(input).flatMap(([key, value]) => (key === 'cohortId' ? [] : [JSON.stringify(value)]));
    const said = [`at 100,000, after a small write: ${name}`, ...words].join(' ');
    report({ name: said, unit: 'ms', ours, floor, floorIs: 'a bare query of 200 applicants with their people' });
  }
  bare.close();
  await desk.close();
}

/** How long a list takes after one small write, of three kinds the slowest; each the median of some runs. */
async function afterOneWrite(desk: BenchDesk, cohortId: CohortId, [name, input]: Asked): Promise<number> {
  const { rows } = await desk.call('applicants.list', { cohortId, offset: 20_000, limit: RUNS });
  const ask = () => timed(() => desk.call(name, input));
  await ask();
  const times = { left: [] as number[], back: [] as number[], revised: [] as number[] };
  for (const [run, { applicationId, personId }] of rows.entries()) {
    await desk.call('applicants.setStatus', { applicationIds: [applicationId], status: 'withdrawn' });
    times.left.push(await ask());
    await desk.call('history.undo', {});
    times.back.push(await ask());
    await desk.call('people.revise', { personId, phone: `256555${Math.floor(performance.now()) % 1_000}${run}` });
    times.revised.push(await ask());
  }
  return Math.max(...Object.values(times).map((each) => percentile(each, 0.5)));
}
