import { useState } from 'react';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { ParticipantRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Menu } from '../../kit/menu.tsx';
import { Selected } from '../../kit/selected.tsx';
import { sayRefused } from '../../kit/toast-store.ts';
import { OfferDialog } from '../offers/offer-dialog.tsx';
import { PlaceDialog } from '../participant-changes/dialog.tsx';
import { askPlaces, closePlaces, placeActs, usePlaces } from '../participant-changes/store.ts';
import { type Checklist, ChecklistDialog } from '../requirements/checklist-dialog.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { AddCohortDialog } from './add-dialog.tsx';
import { useCohorts } from './store.ts';

/** The acts on places that there are, in the order of a menu. */
const acts = ['move', 'withdraw', 'defer', 'enroll-again'] as const;
type Act = (typeof acts)[number];

/** Whom an act could be done to: those enrolled, or those who have left. */
const mayBe = (act: Act, { status }: ParticipantRow): boolean =>
  act === 'enroll-again' ? status === 'withdrawn' || status === 'deferred' : status === 'enrolled';

/** What can be done with the places of a cohort: by keys, with the selection, and in the dialogs that they open. */
export function Places({
  cohort,
  selected,
  open,
}: {
  readonly cohort: Pick<Cohort, 'id' | 'name'>;
  /** The selected rows that the table holds. */
  readonly selected: readonly ParticipantRow[];
  /** The row that the inspector shows. */
  readonly open: ParticipantRow | null;
}) {
  const look = useCohorts((state) => state.look);
  const asked = usePlaces((state) => state.asked);
  const [checklist, setChecklist] = useState<Checklist | null>(null);
  const meant = selected.length > 0 ? selected : open ? [open] : [];
  const ask = (act: Act) => {
    if (meant.length > 0) return askPlaces(act, idsOf(meant));
    sayRefused({ sentence: 'Open or select people first, then press the key again.', reasons: [] });
  };
  useCommands([
    { id: 'cohorts.add', label: 'Add someone to this cohort', keys: placeActs.add.keys, run: () => askPlaces('add') },
    ...acts.map((act) => ({
      id: `cohorts.${act}`,
      label: `${placeActs[act].label.replace('…', '')}: the selection`,
      keys: placeActs[act].keys,
      onRows: {
        label: placeActs[act].label,
        whyNot: meant.some((row) => mayBe(act, row)) ? null : 'This fits none of these participants.',
      },
      run: () => ask(act),
    })),
  ]);
  const tickOff = () => {
    const [first] = meant;
    if (!first) return sayRefused({ sentence: 'Open or select people first, then press the key again.', reasons: [] });
    const who = meant.length === 1 ? first.name : countOf(meant.length, 'participant');
    setChecklist({ participantIds: idsOf(meant), who, cohortId: cohort.id });
  };
  useCommands([
    {
      id: 'requirements.tick',
      label: 'Checklist of the selection',
      keys: 'K',
      onRows: { label: 'Checklist…' },
      run: tickOff,
    },
  ]);
  const clear = () => look({ selected: new Set() });
  return (
    <>
      <Selected label="Selected participants" count={selected.length} onClear={clear}>
        {acts
          .filter((act) => selected.some((row) => mayBe(act, row)))
          .map((act) => (
            <Button key={act} keys={placeActs[act].keys} onClick={() => ask(act)}>
              {shortLabels[act]}
            </Button>
          ))}
        <TagButton people={selected} />
        <Button keys="K" onClick={tickOff}>
          Checklist…
        </Button>
      </Selected>
      {checklist && <ChecklistDialog checklist={checklist} onClose={() => setChecklist(null)} />}
      {asked?.act === 'add' && <AddCohortDialog cohort={cohort} onClose={closePlaces} />}
      {asked && asked.act !== 'add' && (
        <PlaceDialog
          key={`${asked.act} ${asked.participantIds.join()}`}
          act={asked.act}
          participantIds={asked.participantIds}
          cohortId={cohort.id}
          onClose={closePlaces}
          onDone={() => {
            closePlaces();
            clear();
          }}
        />
      )}
      <OfferDialog />
    </>
  );
}

const shortLabels: Record<Act, string> = {
  move: 'Move…',
  withdraw: 'Withdraw…',
  defer: 'Defer…',
  'enroll-again': 'Enroll again…',
};

const idsOf = (rows: readonly ParticipantRow[]): ParticipantId[] => rows.map(({ participantId }) => participantId);

/** The same for the one person that the inspector shows. */
export function PlaceMenu({ row }: { readonly row: ParticipantRow }) {
  const items = acts
    .filter((act) => mayBe(act, row))
    .map((act) => ({
      id: act,
      ...placeActs[act],
      danger: act === 'withdraw',
      run: () => askPlaces(act, [row.participantId]),
    }));
  // A graduate’s place does not change.
  if (items.length === 0) return null;
  return (
    <Menu label={`The place of ${row.name}`} items={items}>
      Place…
    </Menu>
  );
}
