import { countOf, wordFor } from '../../../shared/model/counts.ts';
import { sayNearDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { sayList } from '../../rules/words.ts';
import { graduationsOf } from '../presence/queries.ts';
import { coursesOf } from '../program/promised.ts';
import { offersFor } from '../progress/make-ups.ts';
import { makeUpsNeeded } from '../progress/rows.ts';

/** A line for each course that people of a cohort wait for a make-up of, with the next session that is open. */
export function makeUpSteps(facts: Facts, cohort: { readonly id: CohortId; readonly name: string }): NextStep[] {
  // From the decisions alone: Today need not wait until everyone's name is read.
  const enrolled = [...graduationsOf(facts, cohort.id, 'enrolled').values()].filter(
    ({ verdict }) => verdict === 'on-the-way' || verdict === 'courses-missing',
  );
  return makeUpsNeeded(enrolled).flatMap(({ courseId, people }): NextStep[] => {
    const offers = offersFor(facts, cohort.id, new Set([courseId]));
    const open = offers.find(({ whyNot }) => whyNot === null);
    const title = coursesOf(facts, cohort.id).find(({ id }) => id === courseId)?.title ?? courseId;
    const who = `${countOf(people, 'participant')} of ${cohort.name} ${wordFor(people, 'needs', 'need')} a make-up of ${title}`;
    const names = open?.cohorts.map(({ name }) => name) ?? [];
    const whom = names.length === 0 ? '' : ` with ${sayList(names, 'and')}`;
    return [
      {
        key: `make-up ${cohort.id} ${courseId}`,
        sentence: open
          ? `${who}; the session${whom} on ${sayNearDay(open.heldOn)} is open`
          : `${who}; every session that offers it is full`,
        action: open ? 'Assign' : 'Look',
        path: `/progress/${cohort.id}?show=make-up-needed`,
        urgency: 'soon',
      },
    ];
  });
}
