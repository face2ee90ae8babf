import type { ReactNode } from 'react';
import { SelectAll } from '../select-all.tsx';
import { Selected } from '../selected.tsx';
import type { Listing } from './use-listing.ts';

/** The bar under a list while rows of it are selected, with a way to select all of it. */
export function SelectedRows<Row>({
  label,
  list: { held, clear, table },
  note,
  children,
}: {
  /** Whom a screen reader hears of: `Selected graduates`. */
  readonly label: string;
  readonly list: Listing<Row>;
  readonly note?: ReactNode;
  /** What can be done with them. */
  readonly children?: ReactNode;
}) {
  return (
    <Selected
      label={label}
      count={held.length}
      note={note}
      all={<SelectAll rows={table.rows} idOf={table.idOf} selected={held.length} onSelect={table.onSelect} />}
      onClear={clear}
    >
      {children}
    </Selected>
  );
}
