import alCto from '../../../resources/programs/al-cto.json' with { type: 'json' };
import type { Course } from '../../../shared/model/courses.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { PolicyVersionId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { Policy } from '../../../shared/model/program.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type Change, insert, remove, update } from '../../log/change.ts';
import { policyNumbers } from '../../log/numbers.ts';
import { shippedChanges } from '../organizations/commands.ts';

const programs = { 'al-cto': alCto };

const establish: Command<'program.establish'> = (facts, { program }) => {
  if (facts.inForce) {
    return refuse(
      `This file already holds ${facts.inForce.policy.program.name}. Change its policy in Settings, or open a new database for another program.`,
    );
  }
  const policy = Policy.parse(programs[program]);
  return {
    ok: true,
    label: `Started the program ${policy.program.name}`,
    changes: [
      versionOf(facts, policy, policyNumbers(facts).next().value, facts.today, 'From its public page'),
      ...courseChanges(facts, policy),
      ...shippedChanges(facts),
    ],
    value: null,
  };
};

const revise: Command<'program.revise'> = (facts, { policy, effectiveOn, note }) => {
  if (!facts.inForce) return noProgram();
  const gone = coursesInUse(facts, policy);
  if (gone.length > 0) {
    return refuse('A course that has sessions can’t leave the policy. Take its sessions off the schedule first.', gone);
  }
  const number = policyNumbers(facts).next().value;
  return {
    ok: true,
    label: `Adopted version ${sayNumber(number)} of the policy, from ${sayDate(effectiveOn)}`,
    changes: [versionOf(facts, policy, number, effectiveOn, note), ...courseChanges(facts, policy)],
    value: { number },
  };
};

function versionOf(facts: Facts, policy: Policy, number: number, effectiveOn: Facts['today'], note: string): Change {
  const id = PolicyVersionId.parse(facts.newId());
  return insert('policyVersion', { id, number, effectiveOn, document: toJson(policy), note, adoptedAt: facts.now });
}

/** Makes the table of courses what the policy says. */
function courseChanges(facts: Facts, policy: Policy): Change[] {
  const known = new Map(facts.database.all<Course>('SELECT * FROM course').map((course) => [course.id, course]));
  const wanted = new Set(policy.courses.map((course) => course.id));
  return [
    ...policy.courses.map(({ id, number, title }) =>
      known.has(id) ? update('course', id, { number, title }) : insert('course', { id, number, title }),
    ),
    ...[...known.keys()].filter((id) => !wanted.has(id)).map((id) => remove('course', id)),
  ];
}

/** Titles of courses that have sessions and that a new policy would drop. */
function coursesInUse(facts: Facts, policy: Policy): string[] {
  const wanted = new Set(policy.courses.map((course) => course.id));
  return facts.database
    .all<Course>(
      'SELECT DISTINCT course.* FROM course JOIN session ON session.courseId = course.id ORDER BY course.number',
    )
    .filter((course) => !wanted.has(course.id))
    .map((course) => course.title);
}

export const programCommands: Pick<Handlers, 'program.establish' | 'program.revise'> = {
  'program.establish': establish,
  'program.revise': revise,
};
