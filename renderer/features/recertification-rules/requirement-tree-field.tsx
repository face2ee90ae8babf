import './requirement-tree.css';
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Credit } from '../../../shared/model/recertification/amounts.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import { Button } from '../../kit/button.tsx';
import { sayAsked } from './asked-sentences.ts';
import { useRulesForm } from './form-context.ts';
import { RequirementFields } from './requirement-fields.tsx';
import {
  isGroup,
  type Moved,
  movedBy,
  movedIn,
  movedOut,
  type Place,
  partAt,
  replaced,
  withMore,
  without,
} from './requirement-tree.ts';

interface TreeProps {
  readonly label: string;
  /** The tree’s own path in the rules, by which contradictions find their part. */
  readonly at: string;
  readonly tree: Requirement;
  readonly onChange: (tree: Requirement) => void;
}

interface NodeProps {
  readonly at: string;
  readonly tree: Requirement;
  readonly place: Place;
  readonly onChange: (tree: Requirement) => void;
  /** A move, by which button: the keyboard follows the part. */
  readonly onMove: (moved: Moved | null, button: string) => void;
}

/** A tree of what is asked; each part says where it is. */
export function RequirementTree({ label, at, tree, onChange }: TreeProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [moved, setMoved] = useState<{ readonly place: Place; readonly button: string } | null>(null);
  useEffect(() => {
    if (moved === null) return;
    box.current
      ?.querySelector<HTMLElement>(`[data-place="${moved.place.join('.')}"] [data-move="${moved.button}"]`)
      ?.focus();
    setMoved(null);
  }, [moved]);
  const onMove: NodeProps['onMove'] = (to, button) => {
    if (to === null) return;
    onChange(to.tree);
    setMoved({ place: to.place, button });
  };
  return (
    <fieldset className="settings-choice rules-tree" ref={box}>
      <legend>{label}</legend>
      <Node at={at} tree={tree} place={[]} onChange={onChange} onMove={onMove} />
      {!isGroup(tree) && <Additions at={at} tree={tree} place={[]} onChange={onChange} onMove={onMove} />}
    </fieldset>
  );
}

function Node({ at, tree, place, onChange, onMove }: NodeProps) {
  const { rules, problemAt } = useRulesForm();
  const node = partAt(tree, place);
  if (node === undefined) return null;
  const path = [at, ...place.map((index) => `of.${index}`)].join('.');
  const set = (next: Requirement) => onChange(replaced(tree, place, next));
  const problem = problemAt(path);
  const named = place.length === 0 ? 'the whole' : sayAsked(rules, node);
  return (
    <div className={isGroup(node) ? 'rules-group' : 'rules-leaf'} data-place={place.join('.')}>
      <div className="rules-node">
        <RequirementFields node={node} named={named} set={set} problem={problem} />
        {place.length > 0 && <Moves tree={tree} place={place} named={named} onChange={onChange} onMove={onMove} />}
      </div>
      {isGroup(node) && (
        <>
          <ul className="rules-parts">
            {node.of.map((_, index) => (
              // A part has no name of its own: its place in the tree is what it is known by.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <li key={index}>
                <Node at={at} tree={tree} place={[...place, index]} onChange={onChange} onMove={onMove} />
              </li>
            ))}
          </ul>
          <Additions at={at} tree={tree} place={place} onChange={onChange} onMove={onMove} />
        </>
      )}
    </div>
  );
}

function Moves({ tree, place, named, onChange, onMove }: Omit<NodeProps, 'at'> & { readonly named: string }) {
  const up = movedBy(tree, place, -1);
  const down = movedBy(tree, place, 1);
  const into = movedIn(tree, place);
  const out = movedOut(tree, place);
  const left = without(tree, place);
  const moves = [
    { key: 'up', word: 'up', icon: <ArrowUp aria-hidden="true" />, to: up, why: 'It is first already.' },
    { key: 'down', word: 'down', icon: <ArrowDown aria-hidden="true" />, to: down, why: 'It is last already.' },
    {
      key: 'in',
      word: 'into the group above',
      icon: <ArrowRight aria-hidden="true" />,
      to: into,
      why: 'There is no group right above it.',
    },
    {
      key: 'out',
      word: 'out of its group',
      icon: <ArrowLeft aria-hidden="true" />,
      to: out,
      why: 'It is in no group within another.',
    },
  ];
  return (
    <span className="rules-moves">
      {moves.map(({ key, word, icon, to, why }) => (
        <Button
          key={key}
          kind="quiet"
          className="icon-only"
          data-move={key}
          aria-label={`Move ${named} ${word}`}
          disabledBecause={to === null ? why : null}
          icon={icon}
          onClick={() => onMove(to, key)}
        />
      ))}
      <Button
        kind="quiet"
        className="icon-only"
        aria-label={`Remove ${named}`}
        disabledBecause={left === null ? 'A cycle asks for at least one thing.' : null}
        icon={<Trash2 aria-hidden="true" />}
        onClick={() => left !== null && onChange(left)}
      />
    </span>
  );
}

/** What can be added to a group; to a single thing, which then becomes a group of both. */
function Additions({ tree, place, onChange }: NodeProps) {
  const { rules } = useRulesForm();
  const clause = partAt(tree, place)?.clause ?? tree.clause;
  const [first] = rules.checklist;
  const add = (part: Requirement) => onChange(withMore(tree, place, part));
  const credit: Requirement = { kind: 'credit', of: { kind: 'total' }, least: Credit.parse(100), per: 'cycle', clause };
  return (
    <div className="rules-actions">
      <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => add(credit)}>
        Ask for {rules.unit.many}
      </Button>
      <Button
        kind="quiet"
        icon={<Plus aria-hidden="true" />}
        disabledBecause={first === undefined ? 'The checklist is empty. Add an item to it below.' : null}
        onClick={() => first && add({ kind: 'item', item: first.key, clause })}
      >
        Ask for an item
      </Button>
      <Button
        kind="quiet"
        icon={<Plus aria-hidden="true" />}
        onClick={() => add({ kind: 'some', count: 1, of: [credit], clause })}
      >
        Add a group
      </Button>
    </div>
  );
}
