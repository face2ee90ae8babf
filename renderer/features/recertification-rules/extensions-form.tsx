import { Cents } from '../../../shared/model/money.ts';
import type { AuditRules, ExtensionRules } from '../../../shared/model/recertification/life.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { SpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { FormPart, Ruled } from './form-part.tsx';
import { optionsOf } from './options.ts';
import { sayAfterExtension, sayMeanwhile, saySilence, sayTwiceInARow } from './words.ts';

/** More time for a cycle, and a closer look at some. */
export function ExtensionsForm() {
  return (
    <FormPart part="extensions">
      <Extensions />
      <Audits />
    </FormPart>
  );
}

function Extensions() {
  const { rules, base, change, problemAt, newClause } = useRulesForm();
  const { extension } = rules.life;
  const put = (next: ExtensionRules | null) => change((now) => ({ life: { ...now.life, extension: next } }));
  const set = (part: Partial<ExtensionRules>) => extension !== null && put({ ...extension, ...part });
  const begin = () => {
    const clause = newClause('Extensions', 'The page doesn’t mention extensions. The leads decided it.');
    put({
      longest: { unit: 'months', count: 6 },
      fee: Cents.parse(0),
      twiceInARow: 'not-allowed',
      next: 'from-old-end',
      clause,
    });
  };
  return (
    <>
      <Checkbox
        label="A lead can extend a cycle"
        checked={extension !== null}
        onChange={(can) => (can ? begin() : put(null))}
      />
      {extension !== null && (
        <Ruled clauses={[extension.clause]} of={[extension, base?.life.extension]}>
          <div className="settings-fields">
            <SpanField
              label="An extension is no longer than"
              problem={problemAt('life.extension')}
              value={extension.longest}
              onChange={(longest) => set({ longest })}
            />
            <NumberField
              fractions
              max={100_000}
              label="Fee of an extension"
              unit="dollars"
              value={extension.fee / 100}
              onChange={(dollars) => dollars !== null && set({ fee: Cents.parse(Math.round(dollars * 100)) })}
            />
            <SelectField
              label="Twice in a row"
              value={extension.twiceInARow}
              options={optionsOf(sayTwiceInARow)}
              onChange={(twiceInARow) => set({ twiceInARow })}
            />
            <SelectField
              label="After an extension"
              value={extension.next}
              options={optionsOf(sayAfterExtension)}
              onChange={(next) => set({ next })}
            />
          </div>
        </Ruled>
      )}
    </>
  );
}

function Audits() {
  const { rules, base, change, problemAt, newClause } = useRulesForm();
  const { audit } = rules.life;
  const put = (next: AuditRules | null) => change((now) => ({ life: { ...now.life, audit: next } }));
  const set = (part: Partial<AuditRules>) => audit !== null && put({ ...audit, ...part });
  const begin = () => {
    const clause = newClause('Audits', 'The page doesn’t mention audits. The leads decided it.');
    put({
      share: 500,
      answerWithin: { unit: 'days', count: 30 },
      meanwhile: 'counts',
      silence: 'not-completed',
      clause,
    });
  };
  return (
    <>
      <Checkbox
        label="Completed cycles are audited"
        checked={audit !== null}
        onChange={(are) => (are ? begin() : put(null))}
      />
      {audit !== null && (
        <Ruled clauses={[audit.clause]} of={[audit, base?.life.audit]}>
          <div className="settings-fields">
            <NumberField
              fractions
              max={100}
              label="Share that is drawn for an audit"
              unit="percent"
              value={audit.share / 100}
              onChange={(percent) => percent !== null && set({ share: Math.round(percent * 100) })}
            />
            <SpanField
              label="Time to answer an audit"
              problem={problemAt('life.audit')}
              value={audit.answerWithin}
              onChange={(answerWithin) => set({ answerWithin })}
            />
            <SelectField
              label="During an audit"
              value={audit.meanwhile}
              options={optionsOf(sayMeanwhile)}
              onChange={(meanwhile) => set({ meanwhile })}
            />
            <SelectField
              label="Without an answer, or if it fails"
              value={audit.silence}
              options={optionsOf(saySilence)}
              onChange={(silence) => set({ silence })}
            />
          </div>
        </Ruled>
      )}
    </>
  );
}
