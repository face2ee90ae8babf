import alCto from '../../../resources/programs/al-cto.json' with { type: 'json' };
import { sayDate } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { CohortId, type CourseId, PolicyVersionId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { foldName } from '../../../shared/model/people.ts';
import { Policy, type PolicyVersion } from '../../../shared/model/program.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { policyNumbers } from '../../log/numbers.ts';
import { ownDesign } from '../../rules/graduates/certificate-words.ts';
import { shippedChanges } from '../organizations/commands.ts';
import { whyNotAdopted } from './adoption.ts';

const programs = { 'al-cto': alCto };

const establish: Command<'program.establish'> = (facts, { program, cohorts }) => {
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
      ...courseChanges(facts, policy, true),
      ...(cohorts === 'as-stated' ? statedCohorts(facts, policy) : []),
      ...shippedChanges(facts),
    ],
    value: null,
  };
};

/** The cohorts that the program's page names, without the days that it does not give; one that is there already stays. */
function statedCohorts({ database, newId }: Facts, { cohorts, admission, fee }: Policy): Change[] {
  const known = new Set(database.all<{ name: string }>('SELECT name FROM cohort').map(({ name }) => foldName(name)));
  return cohorts
    .filter(({ name }) => !known.has(foldName(name)))
    .map(({ name, status }) =>
      insert('cohort', {
        id: CohortId.parse(newId()),
        name,
        status,
        opensOn: null,
        closesOn: null,
        seats: admission.seats,
        fee: fee.amount,
        startsOn: null,
        endsOn: null,
      }),
    );
}

const revise: Command<'program.revise'> = (facts, { policy, effectiveOn, note }) => {
  if (!facts.inForce) return noProgram();
  const design = ownDesign(policy.certificate.design);
  if (design !== null && !facts.database.get('SELECT 1 FROM certificateDesign WHERE id = ?', design)) {
    return refuse(
      'The policy names a certificate design that was removed, maybe by undoing the step that saved it. Choose another design under Certificate.',
    );
  }
  const number = policyNumbers(facts).next().value;
  const changes = adopted(facts, policy, { number, effectiveOn, note });
  if (!changes.ok) return changes;
  return {
    ok: true,
    label:
      effectiveOn < facts.today
        ? `Corrected the policy from ${sayDate(effectiveOn)} on, as version ${sayNumber(number)}`
        : `Adopted version ${sayNumber(number)} of the policy, from ${sayDate(effectiveOn)}`,
    changes: changes.value,
    value: { number },
  };
};

/** What it takes to adopt a policy from today on, where nothing speaks against it: for a feature that changes its part. */
export const adopting = (facts: Facts, policy: Policy, note: string): Result<readonly Change[]> =>
  adopted(facts, policy, { number: policyNumbers(facts).next().value, effectiveOn: facts.today, note });

function adopted(
  facts: Facts,
  policy: Policy,
  { number, effectiveOn, note }: Pick<PolicyVersion, 'number' | 'effectiveOn' | 'note'>,
): Result<readonly Change[]> {
  const refusal = whyNotAdopted(facts, policy, effectiveOn);
  return (
    refusal ??
    done([
      versionOf(facts, policy, number, effectiveOn, note),
      ...courseChanges(facts, policy, effectiveOn <= facts.today),
    ])
  );
}

function versionOf(facts: Facts, policy: Policy, number: number, effectiveOn: Facts['today'], note: string): Change {
  const id = PolicyVersionId.parse(facts.newId());
  return insert('policyVersion', {
    id,
    number,
    effectiveOn,
    document: toJson(policy),
    note,
    adoptedAt: facts.now,
    designId: ownDesign(policy.certificate.design),
  });
}

/**
 * Has every course of a version on record, so that it can be planned. What the record calls it follows a version in
 * force today only: screens read the version that holds for what they show. None ever goes, for earlier cohorts had it.
 */
function courseChanges({ database }: Facts, policy: Policy, isInForce: boolean): Change[] {
  const known = new Set(database.all<{ id: CourseId }>('SELECT id FROM course').map(({ id }) => id));
  return policy.courses.flatMap(({ id, number, title }) => {
    if (!known.has(id)) return [insert('course', { id, number, title })];
    return isInForce ? [update('course', id, { number, title })] : [];
  });
}

export const programCommands: Pick<Handlers, 'program.establish' | 'program.revise'> = {
  'program.establish': establish,
  'program.revise': revise,
};
