import { useLocation } from 'wouter';
import { sayCount } from '../../../shared/model/counts.ts';
import { CohortId } from '../../../shared/model/ids.ts';
import type { ImportReading } from '../../../shared/views/imports.ts';
import { useCall } from '../../kit/query.ts';
import { Chips } from '../../kit/toolbar.tsx';
import { takeAs } from './choose-file.ts';
import { sayKind, useImport } from './store.ts';

/** `form.csv, 73 rows, UTF-8`. */
export function sayFile({ file, sheets, encoding }: ImportReading): string {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  const parts = sheets.length > 1 ? `${sheets.length} sheets` : `${sayCount(rows)} rows`;
  return [file, parts, encoding].filter(Boolean).join(', ');
}

/** What the file is taken for, and which cohort its applications are for. */
export function FileHead({
  reading,
  cohortId,
}: {
  readonly reading: ImportReading;
  readonly cohortId: CohortId | null;
}) {
  const { look } = useImport();
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {});
  const cohorts = value?.cohorts ?? [];
  return (
    <div className="imports-head">
      <Chips
        label="Import as"
        value={reading.kind}
        options={(['applications', 'graduates'] as const).map((key) => ({ key, label: sayKind[key] }))}
        onChange={(kind) => void takeAs(kind)}
      />
      {reading.kind === 'graduates' && <span className="mute">The file names their cohorts.</span>}
      {reading.kind === 'applications' && cohorts.length > 0 && (
        <label className="imports-cohort">
          to
          <select
            className="input select"
            aria-label="Cohort"
            value={cohortId ?? ''}
            onChange={(event) => look({ cohortId: CohortId.safeParse(event.target.value).data ?? null })}
          >
            {cohortId === null && <option value="">Choose a cohort</option>}
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {reading.kind === 'applications' && value && cohorts.length === 0 && (
        <span>
          There is no cohort to apply to yet.{' '}
          <button type="button" className="link" onClick={() => go('/cohorts')}>
            Add a cohort
          </button>
        </span>
      )}
    </div>
  );
}
