import type { Cohort } from '../../shared/model/cohorts.ts';
import type { Facts } from '../facts.ts';
import { applicantList } from './applicant-rows.ts';
import { currentCohort } from './current-cohort.ts';
import { readAhead } from './ranked-rows.ts';
import { rankedCohort } from './ranking.ts';

/**
 * Works out what the first screens will ask for, a short step at a time: the applications of the current cohort, their
 * ranking, the list. Whoever asks in between is answered, and finds what is done already.
 */
export function* warmUp(factsNow: () => Facts): Generator<void> {
  const facts = factsNow();
  const current = currentCohort(facts);
  const cohort =
    current && facts.inForce && facts.database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', current.id);
  if (!cohort) return;
  while (!readAhead(factsNow(), cohort)) yield;
  yield;
  rankedCohort(factsNow(), cohort.id);
  yield;
  applicantList(factsNow(), cohort.id);
}
