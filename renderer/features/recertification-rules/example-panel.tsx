import './example-panel.css';
import { useState } from 'react';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { monthOptions } from '../../../shared/model/months.ts';
import type { Credit } from '../../../shared/model/recertification/amounts.ts';
import { noCredit } from '../../../shared/model/recertification/amounts.ts';
import type { ExampleCycle, RecertificationExample } from '../../../shared/model/recertification/example.ts';
import { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { sayLife } from '../../../shared/model/recertification/standing.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useToday } from '../../kit/status-store.ts';
import { CreditField } from './amount-fields.tsx';
import { exampleLines } from './example-lines.ts';
import { useRulesForm } from './form-context.ts';
import { sayCertified } from './words.ts';

/** What the draft would mean for somebody whom the lead makes up: it follows every change of the rules. */
export function ExamplePanel({ contradicts }: { readonly contradicts: boolean }) {
  const { rules } = useRulesForm();
  const today = useToday();
  const [certifiedOn, setCertifiedOn] = useState<CivilDate | null>(today);
  const [on, setOn] = useState<CivilDate | null>(null);
  const [cohort, setCohort] = useState('');
  const [birthMonth, setBirthMonth] = useState(1);
  const [earned, setEarned] = useState<Readonly<Record<string, Credit>>>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [paid, setPaid] = useState(false);
  const [doneOn, setDoneOn] = useState<CivilDate | null>(null);
  const isWhole = RecertificationRules.safeParse(rules).success;
  const kinds = rules.categories.length === 0 ? [{ key: '', title: rules.unit.many }] : rules.categories;
  const { value, problem } = useCall(
    'recertification.example',
    certifiedOn === null || !isWhole || contradicts
      ? null
      : {
          rules,
          certifiedOn,
          cohort,
          birthMonth: rules.cycle.ends.kind === 'birth-month' ? birthMonth : null,
          earned: kinds.flatMap(({ key }) => {
            const credit = earned[key] ?? noCredit;
            return credit === 0 ? [] : [{ category: key === '' ? null : key, credit }];
          }),
          ticked: rules.checklist.flatMap(({ key }) => (ticked.includes(key) ? key : [])),
          paid,
          doneOn,
          on,
        },
  );
  return (
    <section className="rules-example" aria-labelledby="rules-example-title">
      <h2 id="rules-example-title">A live example</h2>
      <DateField
        label={`Somebody who ${sayCertified[rules.cycle.begins]} on`}
        value={certifiedOn}
        onChange={setCertifiedOn}
      />
      {rules.cycle.ends.kind === 'birth-month' && (
        <SelectField
          label="Born in"
          value={String(birthMonth)}
          options={monthOptions}
          onChange={(month) => setBirthMonth(Number(month))}
        />
      )}
      {rules.adjustments.some((line) => line.cohort !== null) && (
        <TextField label="In the cohort" placeholder="any" value={cohort} onChange={setCohort} />
      )}
      <details className="rules-more">
        <summary>With something done</summary>
        {kinds.map(({ key, title }) => (
          <CreditField
            key={key}
            label={`Done: ${title}`}
            value={earned[key] ?? noCredit}
            onChange={(credit) => setEarned({ ...earned, [key]: credit })}
          />
        ))}
        {rules.checklist.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={`Handed in: ${title}`}
            checked={ticked.includes(key)}
            onChange={(checked) => setTicked(checked ? [...ticked, key] : ticked.filter((each) => each !== key))}
          />
        ))}
        {rules.fees.length > 0 && <Checkbox label="The fees are paid" checked={paid} onChange={setPaid} />}
        <DateField
          label="All of it done on"
          hint="If blank, on the day asked about."
          value={doneOn}
          onChange={setDoneOn}
        />
      </details>
      <DateField label="Seen on" hint="If blank, today." value={on} onChange={setOn} />
      {!isWhole && <p className="mute">A field of the rules needs fixing. After that, the example shows here.</p>}
      {contradicts && (
        <p className="mute">The rules contradict themselves. Once that is fixed, the example shows here.</p>
      )}
      {problem && <ProblemNote problem={problem} />}
      {value && certifiedOn !== null && <Answer example={value} certifiedOn={certifiedOn} />}
    </section>
  );
}

function Answer({
  example: { on, standing, cycle, next, asks, steps },
  certifiedOn,
}: {
  readonly example: RecertificationExample;
  readonly certifiedOn: CivilDate;
}) {
  const { rules } = useRulesForm();
  if (cycle === null) return <p role="status">On {sayDate(on)} no cycle has begun.</p>;
  return (
    <div role="status" className="rules-answer">
      <p>
        Somebody who {sayCertified[rules.cycle.begins]} on {sayDate(certifiedOn)} would, on {sayDate(on)}, be{' '}
        <b>{sayLife[standing.life].toLowerCase()}</b> in cycle {cycle.number}.
      </p>
      <Dates cycle={cycle} rules={rules} />
      {asks.length > 0 && <Sentences title="The cycle asks for" sentences={asks.map(({ sentence }) => sentence)} />}
      {standing.needs.length > 0 && (
        <Sentences
          title={`Still needed on ${sayDate(on)}`}
          sentences={standing.needs.map(({ sentence }) => sentence)}
        />
      )}
      {steps.length > 0 && (
        <Sentences
          title="If nothing more comes in"
          sentences={steps.map((step) => `${sayLife[step.life]} from ${sayDate(step.from)}`)}
        />
      )}
      {next?.endsOn != null && (
        <Sentences
          title="The next cycle"
          sentences={[
            `${next.beginsOn === null ? '' : `From ${sayDate(next.beginsOn)} `}to ${sayDate(next.endsOn)}, if this one is completed${cycle.completedOn === null ? ' by its end' : ''}`,
          ]}
        />
      )}
    </div>
  );
}

const Dates = ({ cycle, rules }: { readonly cycle: ExampleCycle; readonly rules: RecertificationRules }) => (
  <dl className="rules-dates">
    {exampleLines(cycle, rules).map(([what, day]) => (
      <div key={what}>
        <dt>{what}</dt>
        <dd>{day}</dd>
      </div>
    ))}
  </dl>
);

const Sentences = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) => (
  <>
    <h3>{title}</h3>
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </>
);
