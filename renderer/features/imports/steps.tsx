import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Step, useImport } from './store.ts';

const steps: readonly (readonly [step: Step, name: string])[] = [
  ['file', 'The file'],
  ['columns', 'The columns'],
  ['rows', 'The rows'],
];

/** Where an import stands of its three steps, and below, the step's own tools. Whoever goes back finds every choice. */
export function ImportSteps({
  now,
  because = {},
  children,
}: {
  /** Null: no file is chosen yet. */
  readonly now: Step | null;
  /** Why a step can't be gone to. */
  readonly because?: Partial<Readonly<Record<Step, string | null>>>;
  readonly children?: ReactNode;
}) {
  const { look } = useImport();
  const at = steps.findIndex(([step]) => step === now);
  return (
    <div className="imports-bar">
      <ol className="imports-steps" aria-label="Steps of an import">
        {steps.map(([step, name], index) => {
          const reason = now === null ? 'Choose a file first.' : (because[step] ?? null);
          return (
            <li key={step}>
              <button
                type="button"
                aria-current={step === now ? 'step' : undefined}
                aria-disabled={(reason !== null && step !== now) || undefined}
                title={step === now ? undefined : (reason ?? undefined)}
                onClick={() => reason === null && look({ step })}
              >
                <span className="imports-step-mark" data-done={index < at || undefined}>
                  {index < at ? <Check aria-hidden /> : index + 1}
                </span>
                {name}
              </button>
            </li>
          );
        })}
      </ol>
      {children && <div className="imports-tools">{children}</div>}
    </div>
  );
}
