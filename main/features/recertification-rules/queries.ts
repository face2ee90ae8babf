import { done, refuse } from '../../../shared/model/result.ts';
import type { RulesInForce, RulesVersion } from '../../../shared/views/recertification-rules.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { contradictionsIn } from '../../rules/recertification/contradictions.ts';
import { exampleOf } from '../../rules/recertification/example-standing.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import { templates } from '../../rules/recertification/templates/templates.ts';
import { withDocuments } from '../../rules/recertification/with-documents.ts';

const inForceToday: Query<'recertification.rules'> = (facts) => {
  const { inForce } = facts;
  if (!inForce) return done(null);
  return done<RulesInForce>({
    rules: rulesUnder(inForce.policy),
    from: inForce.policy.recertification.rules === null ? 'one-due-date' : 'rules',
    version: versionOf(inForce),
    since: versionOf(sinceWhen(facts, inForce)),
    coming: coming(facts, inForce),
  });
};

const versionOf = ({ number, effectiveOn }: PolicyInForce): RulesVersion => ({ number, effectiveOn });

/** The earliest version from which on the rules have been as they are, without a break. */
function sinceWhen({ policies, policyOn, today }: Facts, inForce: PolicyInForce): PolicyInForce {
  const days = [...new Set(policies.map(({ effectiveOn }) => effectiveOn))].filter((day) => day <= today).toSorted();
  let since = inForce;
  for (const day of days.toReversed()) {
    const held = policyOn(day);
    if (held === null || !isSame(held, inForce)) break;
    since = held;
  }
  return since;
}

/** Adopted versions of later days that bring other rules than those before them. */
function coming({ policies, policyOn, today }: Facts, inForce: PolicyInForce): RulesVersion[] {
  const days = [...new Set(policies.map(({ effectiveOn }) => effectiveOn))].filter((day) => day > today).toSorted();
  let before = inForce;
  return days.flatMap((day) => {
    const version = policyOn(day);
    if (version === null || isSame(version, before)) return [];
    before = version;
    return [versionOf(version)];
  });
}

const isSame = (one: PolicyInForce, other: PolicyInForce): boolean =>
  JSON.stringify(rulesUnder(one.policy)) === JSON.stringify(rulesUnder(other.policy));

/** The templates, of which the program’s own has the documents that the leads have asked for so far. */
const offered: Query<'recertification.templates'> = ({ inForce }) => {
  const documents = inForce?.policy.recertification.documents ?? [];
  return done(templates.map((each) => ({ ...each, rules: withDocuments(each.rules, documents) })));
};

const example: Query<'recertification.example'> = ({ today }, { rules, on, doneOn, ...input }) => {
  const contradictions = contradictionsIn(rules);
  if (contradictions.length > 0) {
    return refuse(
      'The rules contradict themselves, so there’s no example to show. Change what is marked first.',
      contradictions.map(({ sentence }) => sentence),
    );
  }
  const day = on ?? today;
  return done(exampleOf(rules, { ...input, doneOn: doneOn ?? day }, day));
};

export const recertificationRulesQueries: Pick<
  Handlers,
  'recertification.rules' | 'recertification.templates' | 'recertification.contradictions' | 'recertification.example'
> = {
  'recertification.rules': inForceToday,
  'recertification.templates': offered,
  'recertification.contradictions': (_facts, { rules }) => done(contradictionsIn(rules)),
  'recertification.example': example,
};
