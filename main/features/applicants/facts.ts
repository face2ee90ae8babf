import { Answers, type Application } from '../../../shared/model/applicants.ts';
import { fromJson, toJson } from '../../../shared/model/json.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { update } from '../../log/change.ts';
import { gone, namedApplications } from '../selection/named.ts';

const settled = ['membership', 'highestPost', 'yearsInEducation'] as const;
type Settled = Pick<Application, (typeof settled)[number]>;

/**
 * Settles what a form left open: the membership, the post, the years. What was typed stays in the submission as it
 * was sent; the application forgets it for the settled field, so that no reason quotes it as the ground of a lead's word.
 */
export const answer: Command<'applicants.answer'> = (facts, { applicationId, ...given }) => {
  const { inForce } = facts;
  if (!inForce) return noProgram();
  const [application] = namedApplications(facts, [applicationId]);
  if (!application) return refuse(gone);
  const { membership } = given;
  const memberships = inForce.policy.memberships;
  if (typeof membership === 'string' && !memberships.some(({ id }) => id === membership)) {
    return refuse(
      'This membership is not one of the policy’s. Choose one of these.',
      memberships.map(({ name }) => name),
    );
  }
  const changed = settled.filter((field) => given[field] !== undefined && given[field] !== application[field]);
  if (changed.length === 0) return refuse(`${application.name} already has this.`);
  const after: Settled = {
    membership: given.membership === undefined ? application.membership : given.membership,
    highestPost: given.highestPost === undefined ? application.highestPost : given.highestPost,
    yearsInEducation: given.yearsInEducation === undefined ? application.yearsInEducation : given.yearsInEducation,
  };
  const answers = { ...fromJson(Answers, application.answers) };
  for (const field of changed) answers[field] = '';
  const words = changed.map((field) => sayFact(inForce.policy, field, after));
  return {
    ok: true,
    label: `Set ${words.join(', ')} of ${application.name}`,
    changes: [update('application', application.id, { ...after, answers: toJson(answers) })],
    value: null,
  };
};

/** Sets a lead's decision against the rule, or takes it back. */
export const overrule: Command<'applicants.overrule'> = (facts, { applicationId, overrule }) => {
  const { inForce } = facts;
  if (!inForce) return noProgram();
  const [application] = namedApplications(facts, [applicationId]);
  if (!application) return refuse(gone);
  const { name } = application;
  if (overrule === null && application.overrule === null) return refuse(`The rule already decides for ${name}.`);
  const tiers = inForce.policy.admission.tiers.map(({ rank }) => rank);
  if (overrule && overrule.tier !== null && !tiers.includes(overrule.tier)) {
    return refuse(`There is no tier ${overrule.tier}. Choose one of ${tiers.join(', ')}.`);
  }
  const tier = overrule?.tier ?? null;
  return {
    ok: true,
    label: overrule
      ? `Overruled the rule for ${name}: ${tier === null ? 'not eligible' : `tier ${tier}`}`
      : `Removed the overrule for ${name}`,
    changes: [update('application', application.id, { overrule: overrule && toJson(overrule) })],
    value: null,
  };
};

/** A fact of an applicant in words: `the years (5)`. */
export function sayFact(
  policy: Policy,
  field: keyof Settled,
  { membership, highestPost, yearsInEducation }: Settled,
): string {
  switch (field) {
    case 'membership': {
      const known = policy.memberships.find(({ id }) => id === membership);
      return `the membership (${known?.shortName ?? 'not known'})`;
    }
    case 'highestPost':
      return `the highest position (${highestPost ?? 'not known'})`;
    case 'yearsInEducation':
      return `the years (${yearsInEducation ?? 'not known'})`;
  }
}
