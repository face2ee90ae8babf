import type { CohortId } from '../../../shared/model/ids.ts';
import type { SheetMapping } from '../../../shared/model/imports.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';

/** Why there are no columns to look at; null: there are. */
export const whyNoColumns = (mappings: readonly SheetMapping[]): string | null =>
  mappings.length === 0 ? 'No sheet is chosen: include at least one.' : null;

/** Why there are no rows to look at; null: there are. */
export function whyNoRows(
  { kind }: ImportReading,
  cohortId: CohortId | null,
  mappings: readonly SheetMapping[],
): string | null {
  const none = whyNoColumns(mappings);
  if (none !== null) return none;
  return kind === 'applications' && cohortId === null ? 'Choose the cohort that these applications are for.' : null;
}
