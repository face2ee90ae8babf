import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { ProgramView } from '../../../shared/views/desk.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { sayRefused } from '../../kit/toast-store.ts';
import { Back, Toolbar } from '../../kit/toolbar.tsx';
import { changesBetween } from '../policy-words/policy-words.ts';
import { ExamplePanel } from '../recertification-rules/example-panel.tsx';
import { type RulesForm, RulesFormContext } from '../recertification-rules/form-context.ts';
import { RulesFormParts } from '../recertification-rules/rules-form.tsx';
import { useStarting } from '../recertification-rules/rules-store.ts';
import { ruleParts, sayRulePart } from '../recertification-rules/sentences.ts';
import { ClauseNote } from './clause.tsx';
import { SaveDialog, tidied } from './save.tsx';
import { StartRules } from './start-rules.tsx';
import { addRuleClause, editRules, useDraft } from './store.ts';
import './settings.css';
import './tiers.css';

/** The rules of re-certification in the draft of the policy, by form, with a live example beside them. */
export function RecertificationRulesPage() {
  const { value, problem } = useCall('program.show', {});
  if (!value) {
    return (
      <Screen toolbar={<Toolbar title="Re-certification rules" />}>
        {problem && <ProblemNote problem={problem} />}
      </Screen>
    );
  }
  return <RulesPage program={value} />;
}

function RulesPage({ program }: { readonly program: ProgramView }) {
  const { base, policy, begin, discard } = useDraft();
  const [saving, setSaving] = useState(false);
  const [, go] = useLocation();
  const form = useRef<HTMLDivElement>(null);
  const startRules = useStarting((starting) => starting.open);
  useEffect(() => begin(program.policy), [begin, program.policy]);
  const rules = policy?.recertification.rules ?? null;
  const isWhole = rules !== null && RecertificationRules.safeParse(rules).success;
  const { value: contradictions = [] } = useCall('recertification.contradictions', isWhole ? { rules } : null);
  const changes = base && policy ? changesBetween(base, tidied(policy)) : [];

  const save = () => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) {
      wrong.scrollIntoView({ block: 'center' });
      wrong.focus();
      sayRefused({ sentence: 'A field needs fixing. Fix it, then save.', reasons: [] });
    } else if (contradictions.length > 0) {
      sayRefused({
        sentence: 'The rules contradict themselves. Change what is marked, then save.',
        reasons: contradictions.map(({ sentence }) => sentence),
      });
    } else setSaving(changes.length > 0);
  };
  useCommands([
    { id: 'settings.save', label: 'Save the policy as a new version', keys: 'Mod+S', run: save },
    { id: 'rules.start', label: 'Start re-certification rules from another program’s', keys: 'R', run: startRules },
    { id: 'rules.back', label: 'Back to Settings', run: () => go('/settings?section=rules') },
  ]);
  if (!base || !policy) return null;
  const context: RulesForm | null = rules && {
    rules,
    base: base.recertification.rules,
    change: editRules,
    problemAt: (path) => contradictions.find(({ at }) => at === path)?.sentence ?? null,
    notes: (clauses, changed) => clauses.map((id) => <ClauseNote key={id} id={id} changed={changed} repeated />),
    newClause: addRuleClause,
  };
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Re-certification rules"
          sub={`Draft on version ${sayNumber(program.number)}`}
          actions={
            <>
              <Back to="Settings" onClick={() => go('/settings?section=rules')} />
              <Button onClick={startRules} keys="R">
                Start from…
              </Button>
              {changes.length > 0 && (
                <>
                  <span className="mute">{countOf(changes.length, 'change')}</span>
                  <Button onClick={discard}>Discard</Button>
                  <Button kind="primary" keys="Mod+S" onClick={save}>
                    Save…
                  </Button>
                </>
              )}
            </>
          }
        />
      }
    >
      {context === null ? (
        <Empty title="No rules with cycles yet" actions={<Button onClick={startRules}>Start from…</Button>}>
          The policy has one due date for each graduate. Start from another program’s rules, or from this program’s own
          page, and change what is different.
        </Empty>
      ) : (
        <RulesFormContext value={context}>
          <div className="rules-screen">
            <PartButtons />
            <div className="scroll settings-form" ref={form}>
              {contradictions.length > 0 && (
                <ProblemNote
                  problem={{
                    sentence:
                      'These rules contradict themselves, so that no one could meet them. They can’t be adopted.',
                    reasons: contradictions.map(({ sentence }) => sentence),
                  }}
                />
              )}
              <RulesFormParts />
            </div>
            <ExamplePanel contradicts={contradictions.length > 0} />
          </div>
        </RulesFormContext>
      )}
      <StartRules />
      {saving && (
        <SaveDialog
          base={base}
          policy={tidied(policy)}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            discard();
          }}
        />
      )}
    </Screen>
  );
}

/** The parts of the form, each a press away. */
const PartButtons = () => (
  <nav className="settings-nav" aria-label="Parts of the rules">
    {ruleParts.map((part) => (
      <button
        key={part}
        type="button"
        onClick={() => {
          const section = document.getElementById(`rules-${part}`);
          section?.scrollIntoView();
          section?.focus({ preventScroll: true });
        }}
      >
        {sayRulePart[part]}
      </button>
    ))}
  </nav>
);
