import { Plus, Trash2 } from 'lucide-react';
import { documentation } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { itemsIn } from './asked-sentences.ts';
import { newKey, useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { withMore, withoutItem } from './requirement-tree.ts';

/** The documents that the leads ask for: each item can be named, asked for, and removed. */
export function ChecklistForm() {
  const { rules, base, change } = useRulesForm();
  const { checklist, requirement } = rules;
  const asked = itemsIn(requirement);
  const add = () => {
    const key = newKey('item');
    change((now) => ({ checklist: [...now.checklist, { key, title: '' }], ...asking(now, key) }));
  };
  return (
    <FormPart part="checklist">
      <Ruled clauses={[...new Set([...asked.values(), requirement.clause])]} of={[checklist, base?.checklist]}>
        <fieldset className="settings-choice">
          <legend>Documents on the checklist</legend>
          {checklist.length === 0 && (
            <p className="mute">Nothing yet. Examples: a log of hours, a letter from the superintendent, a résumé.</p>
          )}
          {checklist.map(({ key, title }, at) => (
            <div key={key} className="settings-line">
              <span className="mute number">{at + 1}</span>
              <TextField
                bare
                required
                label={`Document ${at + 1}`}
                value={title}
                placeholder="Log of continuing work"
                onChange={(text) =>
                  change((now) => ({
                    checklist: now.checklist.map((each) => (each.key === key ? { ...each, title: text } : each)),
                  }))
                }
              />
              {!asked.has(key) && (
                <Button onClick={() => change((now) => asking(now, key))}>
                  Ask for it
                  <span className="unseen">: {title || `document ${at + 1}`}</span>
                </Button>
              )}
              <Button
                kind="quiet"
                className="icon-only"
                aria-label={`Remove ${title || `document ${at + 1}`}`}
                disabledBecause={whyNotRemoved(rules, key)}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => change((now) => removing(now, key))}
              />
            </div>
          ))}
          {checklist.some(({ key }) => key === documentation) && (
            <p className="field-hint">
              Recording documents as received, under Re-certification, checks off “{titleOf(checklist)}”.
            </p>
          )}
          <Button icon={<Plus aria-hidden="true" />} onClick={add}>
            Add a document
          </Button>
        </fieldset>
      </Ruled>
    </FormPart>
  );
}

/** What the item is called that a receipt of documents checks off. */
const titleOf = (checklist: RecertificationRules['checklist']): string =>
  checklist.find(({ key }) => key === documentation)?.title || 'the documentation';

/** The rules with an item of the checklist asked for, besides all else. */
function asking({ requirement }: RecertificationRules, item: string): Pick<RecertificationRules, 'requirement'> {
  const part = { kind: 'item' as const, item, clause: requirement.clause };
  if (requirement.kind === 'all') return { requirement: withMore(requirement, [], part) };
  return { requirement: { kind: 'all', of: [requirement, part], clause: requirement.clause } };
}

/** Why an item can’t leave the checklist; null: it can. */
function whyNotRemoved({ requirement, adjustments, life }: RecertificationRules, item: string): string | null {
  if (withoutItem(requirement, item) === null) {
    return 'A cycle asks for this alone. Ask for something else first.';
  }
  const elsewhere = [...adjustments, ...life.waysBack].some(
    ({ requirement: own }) => own !== null && itemsIn(own).has(item),
  );
  return elsewhere ? 'A line of stated dates, or a way back, asks for it. Change that first.' : null;
}

function removing(rules: RecertificationRules, item: string): Partial<RecertificationRules> {
  const requirement = withoutItem(rules.requirement, item);
  if (requirement === null) return {};
  return { requirement, checklist: rules.checklist.filter(({ key }) => key !== item) };
}
