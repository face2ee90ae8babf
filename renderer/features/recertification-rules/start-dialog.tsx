import { useState } from 'react';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { RulesTemplate } from '../../../shared/views/recertification-rules.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { RulesRead } from './rules-read.tsx';

/** The rules that a lead can start from, each to be read before it is chosen. */
export function StartDialog({
  current,
  onStart,
  onClose,
}: {
  /** The draft’s own rules, which what is chosen takes the place of; null: it has none. */
  readonly current: RecertificationRules | null;
  readonly onStart: (rules: RecertificationRules) => void;
  readonly onClose: () => void;
}) {
  const { value: templates, problem } = useCall('recertification.templates', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const template = templates?.find(({ key }) => key === chosen) ?? templates?.[0];
  return (
    <Dialog
      title="Start re-certification rules from…"
      wide
      keeps
      onClose={onClose}
      actions={
        <>
          {template && (
            <Button kind="primary" onClick={() => onStart(template.rules)}>
              Start from these
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {template && templates && (
        <div className="rules-start">
          <fieldset className="rules-templates">
            <legend className="unseen">Rules to start from</legend>
            {templates.map((each) => (
              <TemplateChoice
                key={each.key}
                template={each}
                isChosen={each.key === template.key}
                onChoose={() => setChosen(each.key)}
              />
            ))}
          </fieldset>
          {/* A long text scrolls by itself, and so must be reached by the keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <section className="rules-template" aria-label={template.title} tabIndex={0} key={template.key}>
            <h3>{template.title}</h3>
            <p className="mute">Source: {template.source}</p>
            {template.notes.map((note) => (
              <p key={note} className="rules-note">
                {note}
              </p>
            ))}
            <RulesRead rules={template.rules} />
          </section>
        </div>
      )}
      <p className="mute">
        {current === null
          ? 'They go into your draft, where you can change every part. Nothing is in force until you save the policy.'
          : 'They take the place of the rules in your draft. Nothing is in force until you save the policy.'}
      </p>
    </Dialog>
  );
}

const TemplateChoice = ({
  template: { key, title, source },
  isChosen,
  onChoose,
}: {
  readonly template: RulesTemplate;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) => (
  <label className="rules-choice">
    <input type="radio" name="rules-template" value={key} checked={isChosen} onChange={onChoose} />
    <span>
      <span className="rules-choice-title">{title}</span>
      <span className="mute">{source}</span>
    </span>
  </label>
);
