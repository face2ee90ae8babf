import { CircleHelp } from 'lucide-react';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { RuleSentence } from './rule-sentence.ts';
import { ruleParts, sayRulePart, sayRules } from './sentences.ts';
import './recertification-rules.css';

/** Rules in plain words, part by part, and below them the clauses in their own words. */
export function RulesRead({ rules }: { readonly rules: RecertificationRules }) {
  const said = sayRules(rules);
  const silent = rules.clauses.filter(({ source }) => source === 'silent');
  const isSilent = new Set(silent.map(({ id }) => id));
  return (
    <div className="rules-read">
      {silent.length > 0 && (
        <p className="mute rules-legend">
          <CircleHelp aria-hidden="true" /> marks what the source leaves open and somebody had to choose.
        </p>
      )}
      {ruleParts.map((part) => (
        <section key={part} className="rules-part" aria-label={sayRulePart[part]}>
          <h3>{sayRulePart[part]}</h3>
          <ul>
            {said[part].map((line, at) => (
              // Two lines can say the same: their place is what tells them apart.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <Sentence key={at} line={line} silent={isSilent.has(line.clause)} />
            ))}
          </ul>
        </section>
      ))}
      <details className="rules-clauses">
        <summary>The {rules.clauses.length} clauses in their own words</summary>
        <dl>
          {rules.clauses.map(({ id, title, text, source }) => (
            <div key={id}>
              <dt>
                {title}
                {source === 'silent' && <SilentMark />}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

const Sentence = ({ line, silent }: { readonly line: RuleSentence; readonly silent: boolean }) => (
  <li className={`rules-depth-${Math.min(line.depth, 4)}${line.clause === '' ? ' mute' : ''}`}>
    {line.sentence}
    {silent && <SilentMark />}
  </li>
);

const SilentMark = () => (
  <span className="rules-silent">
    <CircleHelp aria-hidden="true" />
    <span className="unseen">The source leaves this open.</span>
  </span>
);
