import { countOf } from '../../../shared/model/counts.ts';
import './badges.css';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { BadgesOf } from '../../../shared/calls/badges.ts';
import { labelsPerSheet, stockOf, whyNotStock } from '../../../shared/model/label-stock.ts';
import type { BadgesView } from '../../../shared/views/badges.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useStatus } from '../../kit/status-store.ts';
import { SheetDrawing } from './sheet-drawing.tsx';
import { StockFields } from './stock-fields.tsx';
import { closeBadges, useBadges } from './store.ts';
import { keyOf, newBlank, whoseOf, whoseOptions } from './whose.ts';

/** How to print badges, asked from anywhere; the app mounts it once. */
export function BadgesDialog() {
  const asked = useBadges((state) => state.asked);
  return asked ? <Question asked={asked} /> : null;
}

function Question({ asked }: { readonly asked: BadgesOf | 'anybody' }) {
  const cohorts = useCall('cohorts.list', {}).value?.cohorts ?? [];
  const sessions = useCall('attendance.sessions', {}).value ?? [];
  const current = useStatus()?.currentCohort;
  const [chosen, setChosen] = useState(keyOf(asked));
  const key = chosen || (current ? `cohort:${current.id}` : newBlank);
  const whose = whoseOf(key, asked);
  const list = useCall('badges.list', whose && { whose });
  const { choice, choose } = useBadges();
  const [blank, setBlank] = useState(10);
  const [from, setFrom] = useState(1);
  const [working, setWorking] = useState(false);

  const stock = stockOf(choice.stock);
  const fault = whyNotStock(stock);
  const each = labelsPerSheet(stock);
  const start = Math.min(from, each);
  const count = key === newBlank ? blank : (list.value?.rows.length ?? 0);
  const why = fault ?? (working ? 'Preparing the badges' : count === 0 ? 'There is no one to print a badge for' : null);

  /** What is printed; blank badges are made first, by a command that Undo takes back. */
  const toPrint = async (): Promise<BadgesOf | null> => {
    if (key !== newBlank) return whose;
    const made = await perform('badges.makeBlank', { count: blank });
    return made.ok ? { of: 'walk-ins', badgeIds: [...made.value.badgeIds] } : null;
  };
  const run = async (does: (input: { whose: BadgesOf; from: number } & typeof choice) => Promise<boolean>) => {
    setWorking(true);
    const wanted = await toPrint();
    const went = wanted !== null && (await does({ whose: wanted, from: start, ...choice }));
    setWorking(false);
    if (went) closeBadges();
  };
  const print = () => void run((input) => printPaper('badges.savePdf', input));
  const save = () =>
    void run(async (input) => {
      await writeFile('badges.savePdf', input);
      return true;
    });
  const outlines = () => void printPaper('badges.saveOutlines', { stock: choice.stock, from: start });

  return (
    <Dialog
      title="Print badges"
      wide
      onClose={closeBadges}
      actions={
        <>
          <Button kind="primary" icon={<Printer aria-hidden="true" />} disabledBecause={why} onClick={print}>
            Print…
          </Button>
          <Button disabledBecause={why} onClick={save}>
            Save as PDF…
          </Button>
          <Button onClick={closeBadges}>Cancel</Button>
          <span className="space" />
          <Button kind="quiet" disabledBecause={fault} onClick={outlines}>
            Outlines only…
          </Button>
        </>
      }
    >
      <div className="badges-question">
        <div className="stack">
          <SelectField
            label="For"
            value={key}
            options={whoseOptions(asked, cohorts, sessions)}
            onChange={setChosen}
            autoFocus
          />
          {key === newBlank ? (
            <NumberField
              label="How many"
              hint="Each has a number and a code, and a line for the name. Print them ahead of time and hand them out at the door."
              value={blank}
              min={1}
              max={500}
              onChange={(value) => value !== null && setBlank(value)}
            />
          ) : (
            <p className="mute" role="status">
              {list.value && sayMade(list.value)}
            </p>
          )}
          {list.problem && <ProblemNote problem={list.problem} />}
          <StockFields stock={choice.stock} onChange={(next) => choose({ stock: next })} />
          <NumberField
            label="Begin with label"
            hint={`A sheet has ${each} labels, counted row by row, so you can use up a partly used sheet.`}
            value={start}
            min={1}
            max={each}
            onChange={(value) => value !== null && setFrom(value)}
          />
          <SelectField
            label="Name"
            value={choice.names}
            options={[
              { key: 'given-first', label: 'First name large, last name below' },
              { key: 'certificate', label: 'As on the certificate' },
            ]}
            onChange={(names) => choose({ names })}
          />
          <Checkbox
            label="Label outlines on the first page, to check the alignment"
            checked={choice.outlines}
            onChange={(checked) => choose({ outlines: checked })}
          />
        </div>
        {!fault && <SheetDrawing stock={stock} from={start} count={count} />}
      </div>
    </Dialog>
  );
}

function sayMade({ rows, missing }: BadgesView): string {
  if (rows.length === 0) return 'No one yet.';
  const people = countOf(rows.length, 'badge');
  if (missing === 0) return `${people}; every number and code stays the same.`;
  return `${people}. ${countOf(missing, 'gets its', 'get their')} number and code now; they keep them.`;
}
