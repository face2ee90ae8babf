import { useLocation } from 'wouter';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { RulesInForce } from '../../../shared/views/recertification-rules.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { useCall } from '../../kit/query.ts';
import { RulesRead } from '../recertification-rules/rules-read.tsx';
import { useStarting } from '../recertification-rules/rules-store.ts';
import { withRules } from '../recertification-rules/with-rules.ts';
import { Section } from './section.tsx';
import { rulesPath } from './sections.ts';
import { useDraft } from './store.ts';

/** The rules of re-certification in plain words: those in force, or as the draft would have them. */
export function RulesSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const { value: inForce } = useCall('recertification.rules', {});
  const edit = useDraft((draft) => draft.edit);
  const open = useStarting((starting) => starting.open);
  const [, go] = useLocation();
  const own = policy.recertification.rules;
  const changed = JSON.stringify(own) !== JSON.stringify(base.recertification.rules);
  const oneDueDate = async () => {
    const agreed = await confirm({
      title: 'Go back to one due date for each graduate?',
      sentence:
        'The rules of cycles leave your draft, with their clauses. The due dates above hold again once you save the policy.',
      lines: [],
      action: 'Go back to one due date',
      kind: 'danger',
    });
    if (agreed) edit((now) => withRules(now, null));
  };
  const shown = own ?? (changed || !inForce || inForce.from === 'rules' ? null : inForce.rules);
  return (
    <Section
      id="rules"
      title="Re-certification rules"
      about="How a certificate is kept: cycles, last days, what is asked for, and what becomes of those who miss it. A cycle keeps the rules that it began under."
    >
      <p>{changed ? sayDraft(own !== null) : inForce && sayInForce(inForce)}</p>
      <div className="rules-actions">
        <Button onClick={open}>Start from…</Button>
        <Button
          disabledBecause={own === null ? 'No rules with cycles yet. Start from a set of rules first.' : null}
          onClick={() => go(rulesPath)}
        >
          Change the rules…
        </Button>
        {own !== null && (
          <Button kind="quiet" onClick={() => void oneDueDate()}>
            Go back to one due date…
          </Button>
        )}
      </div>
      {shown && <RulesRead rules={shown} />}
    </Section>
  );
}

const sayDraft = (hasRules: boolean): string =>
  hasRules
    ? 'This is your draft. Nothing of it is in force until you save the policy.'
    : 'In your draft there is one due date for each graduate, as above. It isn’t in force until you save the policy.';

function sayInForce({ from, since, version, coming }: RulesInForce): string {
  const held = `since version ${sayNumber(since.number)}, from ${sayDate(since.effectiveOn)}`;
  const same = since.number === version.number ? '' : `; version ${sayNumber(version.number)} left them as they were`;
  const what =
    from === 'rules'
      ? `In force ${held}${same}.`
      : 'The policy has one due date for each graduate, as above. Written as rules with cycles, that is:';
  const next = coming.map(
    ({ number, effectiveOn }) => `Version ${sayNumber(number)} brings other rules from ${sayDate(effectiveOn)}.`,
  );
  return [what, ...next].join(' ');
}
