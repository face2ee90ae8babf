import { Plus, Trash2 } from 'lucide-react';
import type { Membership, Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { Section } from './section.tsx';
import { useDraft } from './store.ts';

/** Lines as a person types them: what is empty stays only while it is being written. */
const linesOf = (text: string): string[] => text.split('\n');

/** The kinds of membership, and how people write them on a form. */
export function MembershipsSection({ policy }: { readonly policy: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const used = new Set(policy.admission.tiers.flatMap(({ paths }) => paths.map(({ membership }) => membership)));
  const set = (id: string, part: Partial<Membership>) =>
    edit((now) => ({ memberships: now.memberships.map((each) => (each.id === id ? { ...each, ...part } : each)) }));
  const add = () =>
    edit((now) => {
      let number = now.memberships.length + 1;
      while (now.memberships.some(({ id }) => id === `member-${number}`)) number += 1;
      const name = 'Another membership';
      return {
        memberships: [...now.memberships, { id: `member-${number}`, name, shortName: 'Another', spokenAs: [name] }],
      };
    });
  return (
    <Section
      id="memberships"
      title="Memberships"
      about="The kinds of membership an applicant can have. An import recognizes the wording below; anything else is shown for a look, never guessed."
    >
      {policy.memberships.map(({ id, name, shortName, spokenAs }) => (
        <fieldset key={id} className="card settings-membership">
          <legend className="unseen">{name}</legend>
          <TextField required label="Name" value={name} onChange={(text) => set(id, { name: text })} />
          <TextField required label="In tables" value={shortName} onChange={(text) => set(id, { shortName: text })} />
          <TextArea
            label="Also written as, one per line"
            rows={3}
            value={spokenAs.join('\n')}
            onChange={(text) => set(id, { spokenAs: linesOf(text) })}
          />
          <Button
            kind="quiet"
            className="icon-only"
            aria-label={`Remove ${name}`}
            disabledBecause={used.has(id) ? 'A tier names it. Take it out of the tiers first.' : null}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => edit((now) => ({ memberships: now.memberships.filter((each) => each.id !== id) }))}
          />
        </fieldset>
      ))}
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          Add a membership
        </Button>
      </div>
    </Section>
  );
}
