import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { isGroup } from './requirement-tree.ts';
import { RequirementTree } from './requirement-tree-field.tsx';

/** What a cycle asks for, as a tree whose parts can be added, moved, and removed. */
export function AskedForm() {
  const { rules, base, change } = useRulesForm();
  return (
    <FormPart part="asked">
      <Ruled clauses={clausesOf(rules.requirement)} of={[rules.requirement, base?.requirement]}>
        <RequirementTree
          label="What a cycle asks for"
          at="requirement"
          tree={rules.requirement}
          onChange={(requirement) => change(() => ({ requirement }))}
        />
      </Ruled>
    </FormPart>
  );
}

/** Every clause of a tree, each once. */
export const clausesOf = (tree: Requirement): string[] => [
  ...new Set([tree.clause, ...(isGroup(tree) ? tree.of.flatMap(clausesOf) : [])]),
];
