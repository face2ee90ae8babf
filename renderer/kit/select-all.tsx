import { sayCount } from '../../shared/model/counts.ts';
import { Button } from './button.tsx';
import { idsBetween } from './held-rows.ts';
import type { RowSource } from './slices.ts';

/** Selects everything that the filter leaves, also what is not here yet; as Ctrl A in the table. Gone once it is. */
export function SelectAll<Row>({
  rows,
  idOf,
  selected,
  onSelect,
}: {
  readonly rows: RowSource<Row>;
  readonly idOf: (row: Row) => string;
  /** How many are selected. */
  readonly selected: number;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}) {
  if (selected >= rows.total) return null;
  const onClick = () => void idsBetween(rows, idOf, 0, rows.total - 1).then((ids) => ids && onSelect(ids));
  return (
    <Button kind="quiet" keys="Mod+A" onClick={onClick}>
      Select all {sayCount(rows.total)}
    </Button>
  );
}
