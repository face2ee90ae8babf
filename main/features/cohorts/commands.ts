import type { Cohort, CohortStatus } from '../../../shared/model/cohorts.ts';
import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import { CohortId } from '../../../shared/model/ids.ts';
import { foldName } from '../../../shared/model/people.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { insert, update } from '../../log/change.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { cohortOf, noSuchCohort } from '../courses/queries.ts';
import { nextCohortName } from './queries.ts';

type Refusal = { readonly ok: false; readonly problem: Problem };
type Facets = Pick<Cohort, 'name' | 'opensOn' | 'closesOn' | 'startsOn' | 'endsOn'>;

const create: Command<'cohorts.create'> = (facts, input) => {
  const { inForce, today, newId } = facts;
  if (!inForce) return noProgram();
  const { name, opensOn, startsOn, endsOn } = input;
  const { windowDays } = inForce.policy.admission;
  const closesOn =
    input.closesOn ?? (opensOn === null || windowDays === null ? null : addDays(opensOn, windowDays - 1));
  const refusal = whyNot(facts, { ...input, closesOn }, null);
  if (refusal) return refusal;
  const cohort: Cohort = {
    id: CohortId.parse(newId()),
    name,
    status: input.status ?? statusOn(today, opensOn, closesOn),
    opensOn,
    closesOn,
    seats: input.seats ?? inForce.policy.admission.seats,
    fee: input.fee ?? inForce.policy.fee.amount,
    startsOn,
    endsOn,
  };
  return {
    ok: true,
    label: `Added cohort ${name}`,
    changes: [insert('cohort', cohort)],
    value: { cohortId: cohort.id },
  };
};

/** What a new cohort's window says of it: before, during or after. */
function statusOn(today: CivilDate, opensOn: CivilDate | null, closesOn: CivilDate | null): CohortStatus {
  if (opensOn === null || today < opensOn) return 'planned';
  return closesOn === null || today <= closesOn ? 'open' : 'selecting';
}

const revise: Command<'cohorts.revise'> = (facts, { cohortId, ...given }) => {
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const { id, ...now } = { ...cohort, ...defined(given) };
  const refusal = whyNot(facts, now, cohort);
  if (refusal) return refusal;
  const label =
    given.status !== undefined && given.status !== cohort.status && Object.keys(defined(given)).length === 1
      ? `Set ${now.name} to “${sayStatusQuietly[given.status]}”`
      : `Changed the cohort ${now.name}`;
  return { ok: true, label, changes: [update('cohort', id, now)], value: null };
};

const sayStatusQuietly: Record<CohortStatus, string> = {
  planned: 'planned',
  open: 'open for applications',
  selecting: 'selecting',
  running: 'running',
  finished: 'finished',
};

type Defined<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** Only what was given: a key that is there and undefined says nothing. */
function defined<Given extends object>(given: Given): Defined<Given> {
  // fromEntries forgets which keys it was given.
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<Given>;
}

function whyNot(facts: Facts, cohort: Facets, self: Cohort | null): Refusal | null {
  const names = facts.database.all<Pick<Cohort, 'id' | 'name'>>('SELECT id, name FROM cohort');
  const same = names.find(({ id, name }) => id !== self?.id && foldName(name) === foldName(cohort.name));
  if (same) {
    const next = facts.inForce && nextCohortName(facts.inForce.policy, [...names.map(({ name }) => name)]);
    return refuse(
      `There is already a cohort named ${same.name}. Choose another name${next ? `; the next name in line is ${next}` : ''}.`,
    );
  }
  const { opensOn, closesOn, startsOn, endsOn } = cohort;
  const [first, ...rest] = datesReversed([
    { pair: 'window opens, closes', days: [opensOn, closesOn] },
    { pair: 'cohort starts, ends', days: [startsOn, endsOn] },
    { pair: 'window opens, cohort ends', days: [opensOn, endsOn] },
  ]);
  return first === undefined ? null : refuse(first, rest);
}

export const cohortCommands: Pick<Handlers, 'cohorts.create' | 'cohorts.revise'> = {
  'cohorts.create': create,
  'cohorts.revise': revise,
};
