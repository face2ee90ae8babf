import { type ReactNode, useId } from 'react';

/** What every field has beside its value. */
export interface FieldProps {
  readonly label: string;
  /** A sentence under the field. */
  readonly hint?: ReactNode;
  /** What is wrong with the value; said at once. */
  readonly problem?: string | null | undefined;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** Hides the label from sight where the surroundings say it, as in a table of fields. */
  readonly bare?: boolean;
}

/** The attributes that tie a control to its label, hint and problem. */
interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a control, and what is said about it. */
export function Field({
  label,
  hint,
  problem,
  bare,
  children,
}: FieldProps & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={bare ? 'unseen' : undefined}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {problem && (
        <div id={`${id}-problem`} className="field-problem" role="alert">
          {problem}
        </div>
      )}
    </div>
  );
}
