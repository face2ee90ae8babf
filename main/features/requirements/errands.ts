import type { CohortId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { readFile } from '../imports/settle.ts';
import { checkedAmong, requirementsOf } from './checklist.ts';
import { type Listable, readRequirementSheet } from './list.ts';

const readList: Errand<'requirements.readList'> = async (desk, { cohortId, requirementId }) => {
  if (!desk.facts().inForce) return noProgram();
  const requirement = requirementsOf(desk.facts(), cohortId).find(({ id }) => id === requirementId);
  if (!requirement) {
    return refuse('This cohort was not promised that requirement: a cohort keeps the policy that it began with.');
  }
  const read = await readFile(desk, null, `A list for “${requirement.title}”`);
  if (!read.ok || read.value === null) return read.ok ? done(null) : read;
  const people = listableIn(desk.facts(), cohortId);
  const sheets = read.value.sheets.map((sheet) => readRequirementSheet(sheet, requirement.title, people));
  // The sheet that names most people is the list; a workbook may hold others beside it.
  const [best] = sheets.toSorted((a, b) => b.people.length - a.people.length || b.leftOut.length - a.leftOut.length);
  if (!best || (best.people.length === 0 && best.leftOut.length === 0)) {
    return refuse(
      `“${read.value.file}” doesn’t name anyone in this cohort. A list needs names or e-mail addresses, one on each line.`,
    );
  }
  const checked = checkedAmong(
    desk.facts(),
    best.people.map(({ id }) => id),
  );
  const ticked = new Set(checked.flatMap(({ id, met }) => (met.has(requirementId) ? [id] : [])));
  const listed = best.people.map(({ id, name, metOn }) => ({ participantId: id, name, metOn }));
  return done({
    file: read.value.file,
    column: best.column,
    found: listed.filter(({ participantId }) => !ticked.has(participantId)),
    already: listed.filter(({ participantId }) => ticked.has(participantId)),
    leftOut: best.leftOut,
  });
};

const listableIn = ({ database }: Facts, cohortId: CohortId): readonly Listable[] =>
  database
    .all<Omit<Listable, 'name'>>(
      `SELECT participant.id, givenName, familyName, email FROM participant JOIN person ON person.id = personId
       WHERE cohortId = ? AND status IN ('enrolled', 'graduated')`,
      cohortId,
    )
    .map((person) => ({ ...person, name: sayName(person) }));

export const requirementErrands: Pick<Handlers, 'requirements.readList'> = { 'requirements.readList': readList };
