import { type ReactNode, useMemo, useState } from 'react';
import { sayCount } from '../../../shared/model/counts.ts';
import { type ApplicantRow, type ApplicantsAnswer, sayApplicantStanding } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { Selected } from '../../kit/selected.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { type Act, acceptSelected, askAndSetStatus, canSet, nobodyToAccept } from './actions.ts';
import { isAcceptable } from './columns.tsx';
import { DeferDialog } from './defer-dialog.tsx';
import { inDoubt, SubmittedDialog } from './submitted-dialog.tsx';

/** What can be done with those who are selected; it says how they stand before anything happens. */
export function SelectionBar({
  cohort,
  rows,
  more,
  onClear,
}: {
  readonly cohort: ApplicantsAnswer['cohort'];
  /** The selected rows; the table keeps all of them here. */
  readonly rows: readonly ApplicantRow[];
  /** What selects further rows. */
  readonly more: ReactNode;
  readonly onClear: () => void;
}) {
  const [defers, setDefers] = useState(false);
  const [times, setTimes] = useState(false);
  const acceptable = useMemo(() => rows.filter(isAcceptable).length, [rows]);
  const standing = useMemo(() => breakdown(rows), [rows]);
  const then = async (did: Promise<boolean>) => {
    if (await did) onClear();
  };
  const act = (status: Act, label: string, danger = false) => ({
    id: status,
    label,
    danger,
    run: () => void then(askAndSetStatus(rows, status)),
  });
  const setTime = { id: 'submitted-at' as const, label: 'Set the time…', danger: false, run: () => setTimes(true) };
  const statuses = [
    act('waiting', 'Put on the waiting list'),
    act('under-review', 'Put under review'),
    act('submitted', 'Reconsider'),
    { ...act('deferred', 'Defer…'), run: () => setDefers(true) },
    act('declined', 'Decline…', true),
    act('withdrawn', 'Withdraw…', true),
  ].filter(({ id }) => canSet(rows, id));
  const items = [...(inDoubt(rows).length > 0 ? [setTime] : []), ...statuses];
  return (
    <Selected label="Selected applicants" count={rows.length} note={standing} all={more} onClear={onClear}>
      <Button
        kind="primary"
        keys="A"
        disabledBecause={acceptable > 0 ? null : nobodyToAccept}
        onClick={() => void then(acceptSelected(cohort, rows))}
      >
        Accept {sayCount(acceptable)}
      </Button>
      {items.length > 0 && (
        <Menu label="More for the selection" items={items}>
          Change…
        </Menu>
      )}
      <TagButton people={rows} />
      {times && (
        <SubmittedDialog
          rows={rows}
          onClose={(did) => {
            setTimes(false);
            if (did) onClear();
          }}
        />
      )}
      {defers && (
        <DeferDialog
          rows={rows}
          cohort={cohort}
          onClose={(did) => {
            setDefers(false);
            if (did) onClear();
          }}
        />
      )}
    </Selected>
  );
}

/** `2 within seats, 1 needs a look`. */
function breakdown(rows: readonly ApplicantRow[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const word = sayApplicantStanding(row).toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${sayCount(count)} ${word}`).join(', ');
}
