import { Plus, Trash2 } from 'lucide-react';
import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { options, sayFeeAtGraduation } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

type Graduation = Policy['graduation'];

/** A key for a new requirement that none has; an earlier version may have used one that was removed, so none comes again. */
function newRequirementId(...policies: readonly Policy[]): string {
  const taken = new Set(policies.flatMap(({ graduation }) => graduation.requirements.map(({ id }) => id)));
  let id: string;
  do id = `asked-${crypto.randomUUID().slice(0, 8)}`;
  while (taken.has(id));
  return id;
}

/** What a graduate needs besides the courses: the fee, and a checklist that the leads tick off. */
export function GraduationSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { graduation } = policy;
  const { requirements } = graduation;
  const set = (part: Partial<Graduation>) => edit((now) => ({ graduation: { ...now.graduation, ...part } }));
  const add = () => set({ requirements: [...requirements, { id: newRequirementId(policy, base), title: '' }] });
  return (
    <Section
      id="graduation"
      title="Graduation"
      about="What a graduate needs besides the courses. A cohort that has begun keeps what it began with."
    >
      <Governed clauses={[graduation.feeClause]} changed={graduation.fee !== base.graduation.fee}>
        <SelectField
          label="The course fee, at graduation"
          value={graduation.fee}
          options={options(sayFeeAtGraduation)}
          onChange={(fee) => set({ fee })}
        />
      </Governed>
      <Governed
        clauses={[graduation.requirementsClause]}
        changed={JSON.stringify(requirements) !== JSON.stringify(base.graduation.requirements)}
      >
        <fieldset className="settings-choice">
          <legend>Checklist for each participant</legend>
          {requirements.length === 0 && (
            <p className="mute">
              Nothing yet. Examples: pre-work handed in, evaluation filled in, a letter of recommendation.
            </p>
          )}
          {requirements.map(({ id, title }, at) => (
            <div key={id} className="settings-line">
              <span className="mute number">{at + 1}</span>
              <TextField
                bare
                required
                label={`Requirement ${at + 1}`}
                value={title}
                placeholder="Pre-work handed in"
                onChange={(text) =>
                  set({ requirements: requirements.map((each) => (each.id === id ? { ...each, title: text } : each)) })
                }
              />
              <Button
                kind="quiet"
                className="icon-only"
                aria-label={`Remove ${title || `requirement ${at + 1}`}`}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => set({ requirements: requirements.filter((each) => each.id !== id) })}
              />
            </div>
          ))}
          <Button icon={<Plus aria-hidden="true" />} onClick={add}>
            Add a requirement
          </Button>
        </fieldset>
      </Governed>
    </Section>
  );
}
