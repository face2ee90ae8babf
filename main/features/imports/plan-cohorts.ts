import type { Cohort } from '../../../shared/model/cohorts.ts';
import { CohortId } from '../../../shared/model/ids.ts';
import { foldName } from '../../../shared/model/people.ts';
import { cohortName, cohortReader, cohortsOfPolicy, type ReadCohort, withoutYears } from './cohort-names.ts';
import { Drafts } from './drafts.ts';
import type { PlanInput, PlannedWrite } from './plan-rows.ts';
import type { Understood } from './understood.ts';

/** Finds the cohorts that a list of graduates names, and drafts those that are not there yet, as finished ones. */
export class PlannedCohorts {
  readonly read: (typed: string) => Understood<ReadCohort | null>;
  readonly #input: Pick<PlanInput, 'policy' | 'known' | 'newId'>;
  readonly #drafts = new Drafts<Cohort>();
  readonly #byName = new Map<string, Cohort>();
  readonly #unheard = new Set<string>();

  constructor(input: Pick<PlanInput, 'policy' | 'known' | 'newId'>) {
    this.#input = input;
    const onDesk = [...input.known.cohorts.values()].map(({ name }) => cohortName(name));
    this.read = cohortReader([...onDesk, ...cohortsOfPolicy(input.policy)]);
  }

  /** The cohort of a name that was read; made where no one has it yet. */
  called({ name, isKnown }: ReadCohort): Cohort {
    const find = (key: string): Cohort | undefined => this.#byName.get(key) ?? this.#input.known.cohorts.get(key);
    const found = find(foldName(name)) ?? find(foldName(withoutYears(name)));
    if (found) return found;
    if (!isKnown) this.#unheard.add(name);
    const { policy, newId } = this.#input;
    const cohort = this.#drafts.insert({
      id: CohortId.parse(newId()),
      name,
      status: 'finished',
      opensOn: null,
      closesOn: null,
      seats: policy.admission.seats,
      fee: policy.fee.amount,
      startsOn: null,
      endsOn: null,
    });
    this.#byName.set(foldName(name), cohort);
    return cohort;
  }

  /** A sentence for each cohort that neither the program nor the desk has heard of: it may be misspelled. */
  notes(): string[] {
    return [...this.#unheard].map(
      (name) =>
        `“${name}” isn’t one of the program’s cohorts, and will be added as a finished one. Correct the file first if another cohort is meant.`,
    );
  }

  /** The writes of new cohorts. */
  writes(): Generator<PlannedWrite, void> {
    return this.#drafts.writes<PlannedWrite>(
      (row) => ({ table: 'cohort', kind: 'insert', row }),
      (id, fields) => ({ table: 'cohort', kind: 'update', id, fields }),
    );
  }
}
