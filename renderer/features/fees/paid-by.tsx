import { type FeeMethod, feeMethods, hasNumber, sayFeeMethod } from '../../../shared/model/fees.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';

/** How money came, and the number that a check or a purchase order has. */
export function PaidBy({
  method,
  onMethod,
  reference,
  onReference,
  missing,
}: {
  readonly method: FeeMethod;
  readonly onMethod: (method: FeeMethod) => void;
  readonly reference: string;
  readonly onReference: (reference: string) => void;
  /** Whether the number was asked for and is not there. */
  readonly missing: boolean;
}) {
  return (
    <>
      <SelectField
        label="Paid by"
        value={method}
        options={feeMethods.map((key) => ({ key, label: sayFeeMethod[key] }))}
        onChange={onMethod}
        autoFocus
      />
      {hasNumber(method) && (
        <TextField
          label={`${sayFeeMethod[method]} number`}
          value={reference}
          onChange={onReference}
          maxLength={100}
          problem={missing ? 'The accountant will ask for it.' : null}
        />
      )}
    </>
  );
}
