import { CircleAlert, CircleCheck, CircleDashed, Clock, type LucideIcon } from 'lucide-react';
import { useLocation } from 'wouter';
import type { NextStep } from '../../../shared/views/desk.ts';
import { Button } from '../../kit/button.tsx';
import { writeFile } from '../../kit/perform.ts';

const urgencies: Readonly<Record<NextStep['urgency'], { readonly icon: LucideIcon; readonly word: string }>> = {
  now: { icon: CircleAlert, word: 'Now' },
  soon: { icon: Clock, word: 'Soon' },
  calm: { icon: CircleDashed, word: 'When there’s time' },
};

/** Does what needs no screen of its own; false: there is a screen for it. */
function doHere(key: string): boolean {
  if (key === 'back-up') void writeFile('desk.backUp', {});
  else if (key === 'cloud-folder') void writeFile('desk.saveCopy', {});
  else return false;
  return true;
}

/** To do for a lead, a sentence each, with the way to do it. */
export function NextSteps({ steps }: { readonly steps: readonly NextStep[] }) {
  const [, go] = useLocation();
  if (steps.length === 0) {
    return (
      <p className="today-nothing">
        <CircleCheck aria-hidden="true" />
        Nothing to do right now.
      </p>
    );
  }
  return (
    <section aria-labelledby="today-steps">
      <h2 id="today-steps" className="today-heading">
        To do
      </h2>
      <ul className="today-steps">
        {steps.map(({ key, sentence, action, path, urgency }) => {
          const { icon: Icon, word } = urgencies[urgency];
          return (
            <li key={key} className={`today-step today-${urgency}`}>
              <Icon aria-hidden="true" />
              <p>
                <span className="unseen">{word}: </span>
                {sentence}
              </p>
              <Button onClick={() => doHere(key) || go(path)}>{action}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
