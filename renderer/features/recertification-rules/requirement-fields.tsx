import type { CreditOf, Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { CreditField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { isGroup } from './requirement-tree.ts';

const joints = { all: 'All of these', any: 'Any one of these', some: 'Several of these' } as const;

/** What one part of a tree asks for: how many of a group, how much of what, or which item. */
export function RequirementFields({
  node,
  named,
  set,
  problem,
}: {
  readonly node: Requirement;
  readonly named: string;
  readonly set: (next: Requirement) => void;
  readonly problem: string | null;
}) {
  const { rules } = useRulesForm();
  if (isGroup(node)) {
    const joint = node.kind === 'all' ? 'all' : node.count === 1 ? 'any' : 'some';
    const { of, clause } = node;
    return (
      <>
        <SelectField
          bare
          label={`How many of ${named}`}
          value={joint}
          options={(['all', 'any', 'some'] as const).map((key) => ({ key, label: joints[key] }))}
          onChange={(chosen) =>
            set(
              chosen === 'all'
                ? { kind: 'all', of, clause }
                : { kind: 'some', count: chosen === 'any' ? 1 : 2, of, clause },
            )
          }
        />
        {node.kind === 'some' && node.count > 1 && (
          <NumberField
            bare
            min={2}
            max={40}
            label={`Number of parts asked of ${named}`}
            unit={`of ${of.length}`}
            problem={problem}
            value={node.count}
            onChange={(count) => count !== null && set({ ...node, count })}
          />
        )}
      </>
    );
  }
  if (node.kind === 'item') {
    return (
      <SelectField
        bare
        label={`Item of the checklist: ${named}`}
        problem={problem}
        value={node.item}
        options={rules.checklist.map(({ key, title }) => ({ key, label: title || 'An item without a title' }))}
        onChange={(item) => set({ ...node, item })}
      />
    );
  }
  return (
    <>
      <CreditField
        bare
        label={`Least of ${named}`}
        problem={problem}
        value={node.least}
        onChange={(least) => set({ ...node, least })}
      />
      <SelectField
        bare
        label={`Counted in: ${named}`}
        value={keyOf(node.of)}
        options={creditOptions(rules)}
        onChange={(key) => set({ ...node, of: creditFor(key) })}
      />
      <SelectField
        bare
        label={`Time for ${named}`}
        value={node.per}
        options={[
          { key: 'cycle', label: 'in the cycle' },
          { key: 'year', label: 'in each year' },
        ]}
        onChange={(per) => set({ ...node, per })}
      />
    </>
  );
}

const keyOf = (of: CreditOf): string => {
  if (of.kind === 'total') return 'total';
  return of.kind === 'category' ? `category ${of.category}` : `strand ${of.strand}`;
};

function creditFor(key: string): CreditOf {
  const [kind, name = ''] = key.split(' ');
  if (kind === 'category') return { kind: 'category', category: name };
  return kind === 'strand' ? { kind: 'strand', strand: name } : { kind: 'total' };
}

const creditOptions = ({ categories, strands }: RecertificationRules) => [
  { key: 'total', label: 'in all' },
  ...categories.map(({ key, title }) => ({ key: `category ${key}`, label: `in ${title}` })),
  ...strands.map(({ key, title }) => ({ key: `strand ${key}`, label: `in the strand ${title}` })),
];
