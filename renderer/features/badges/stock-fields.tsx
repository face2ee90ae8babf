import {
  type ChosenStock,
  type LabelStock,
  LabelStockKey,
  labelStockKeys,
  labelStocks,
  stockOf,
  whyNotStock,
} from '../../../shared/model/label-stock.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { ownMeasures } from './store.ts';

const measures: readonly { readonly key: keyof LabelStock; readonly label: string; readonly whole?: true }[] = [
  { key: 'pageWidth', label: 'Page width' },
  { key: 'pageHeight', label: 'Page length' },
  { key: 'columns', label: 'Labels across', whole: true },
  { key: 'rows', label: 'Labels down', whole: true },
  { key: 'width', label: 'Label width' },
  { key: 'height', label: 'Label length' },
  { key: 'left', label: 'Left margin' },
  { key: 'top', label: 'Top margin' },
  { key: 'across', label: 'Label to label, across' },
  { key: 'down', label: 'From label to label, down' },
];

const options = [
  ...labelStockKeys.map((key) => ({ key, label: labelStocks[key].name })),
  { key: 'own' as const, label: 'Other labels, by size' },
];

/** Which labels are in the printer: by the number on their box, or by their measures. */
export function StockFields({
  stock,
  onChange,
}: {
  readonly stock: ChosenStock;
  readonly onChange: (stock: ChosenStock) => void;
}) {
  const own = typeof stock === 'string' ? null : stock;
  const fault = own && whyNotStock(stockOf(own));
  return (
    <>
      <SelectField
        label="Labels"
        value={typeof stock === 'string' ? stock : 'own'}
        options={options}
        onChange={(key) => onChange(key === 'own' ? ownMeasures() : LabelStockKey.parse(key))}
      />
      {own && (
        <fieldset className="badges-measures">
          <legend className="unseen">Sheet measurements</legend>
          {measures.map(({ key, label, whole }) => (
            <NumberField
              key={key}
              label={label}
              value={own[key]}
              fractions={whole !== true}
              min={whole ? 1 : key === 'left' || key === 'top' ? 0 : 0.1}
              max={whole ? (key === 'rows' ? 50 : 20) : 60}
              {...(whole ? {} : { unit: 'in' })}
              onChange={(value) => value !== null && onChange({ ...own, [key]: value })}
            />
          ))}
          {fault && (
            <p className="field-problem" role="alert">
              {fault}
            </p>
          )}
        </fieldset>
      )}
    </>
  );
}
