import type { ImportRow } from '../../../shared/model/imports.ts';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';

const about: Readonly<Record<ImportRow['outcome'], string>> = {
  create: 'This application is new: it is added.',
  update: 'This person is already here: what is new is added, and every submission is kept.',
  same: 'This row was imported before: nothing is saved.',
  'needs-a-look': 'It is imported with what was understood; the rest is left open for you to answer.',
  'cannot-be-used': 'It stays out. Save these rows with their reasons, correct them, and import that file.',
};

/** What would become of one row, and why. */
export function RowDetail({ row, file }: { readonly row: ImportRow; readonly file: string }) {
  // A text file has one sheet, which is called after it.
  const sheet = file.startsWith(row.sheet) ? [] : [['Sheet', row.sheet] as const];
  return (
    <>
      <p>{about[row.outcome]}</p>
      {row.notes.length > 0 && (
        <Card title="Good to know">
          <ul className="imports-reasons">
            {row.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      )}
      {row.differences.length > 0 && (
        <Card title="What changes">
          <FactList
            of={row.differences.map(({ field, before, after }) => [
              field,
              `${before || 'empty'} → ${after || 'empty'}`,
            ])}
          />
        </Card>
      )}
      <Card title="Where it is">
        <FactList of={[['File', file], ...sheet, ['Row', String(row.row)]]} />
      </Card>
    </>
  );
}
