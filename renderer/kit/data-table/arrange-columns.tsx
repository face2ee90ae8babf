import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { ColumnList } from '../../../shared/model/column-sets.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { ColumnSetView } from '../../../shared/views/column-sets.ts';
import { Button } from '../button.tsx';
import { call } from '../client.ts';
import { Dialog } from '../dialog.tsx';
import { Checkbox } from '../fields/checkbox.tsx';
import { TextField } from '../fields/text-field.tsx';
import { perform } from '../perform.ts';
import { ProblemNote } from '../problem.tsx';
import { applyColumnSet, arrangeColumns, forgetChoice, useArrangedColumns } from './choice.ts';
import type { Column } from './column.ts';

/** The columns of a table: which are shown and in which order, and for some lists those saved by name. The table follows at once. */
export function ArrangeColumns<Row>({
  name,
  columns,
  list,
  sets,
  onClose,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly list?: ColumnList | undefined;
  readonly sets: readonly ColumnSetView[];
  readonly onClose: () => void;
}) {
  const arranged = useArrangedColumns(name, columns);
  const shownKeys = arranged.filter(({ shown }) => shown).map(({ column }) => column.key);
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // A line that moves takes the keyboard along: the browser lets go of what is put elsewhere.
    if (focused.current instanceof HTMLElement) focused.current.focus();
    focused.current = null;
  });

  const move = (from: number, step: 1 | -1) => {
    const to = from + step;
    if (!mayMove(arranged, from, to)) return;
    focused.current = document.activeElement;
    const keys = arranged.map(({ column, shown }) => ({ key: column.key, shown }));
    const [moved] = keys.splice(from, 1);
    if (moved) keys.splice(to, 0, moved);
    arrangeColumns(name, columns, keys);
  };
  const turn = (key: string, shown: boolean) =>
    arrangeColumns(
      name,
      columns,
      arranged.map(({ column, shown: was }) => ({ key: column.key, shown: column.key === key ? shown : was })),
    );
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null || !event.altKey) return;
    event.preventDefault();
    move(at, step);
  };

  return (
    <Dialog
      title="Columns"
      keeps
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            Done
          </Button>
          <Button onClick={() => forgetChoice(name)}>Reset</Button>
        </>
      }
    >
      <div className="stack">
        <p className="mute">Exports use these columns in this order. Alt with an arrow key moves a column.</p>
        <ol className="columns-order" aria-label="Columns in order">
          {arranged.map(({ column: { key, title, always, pinned }, shown }, at) => (
            <li key={key} onKeyDown={(event) => onKeyDown(event, at)}>
              <Checkbox label={title} checked={shown} disabled={always === true} onChange={(isOn) => turn(key, isOn)} />
              {!pinned && (
                <span className="row columns-moves">
                  <MoveButton
                    title={title}
                    way="up"
                    off={!mayMove(arranged, at, at - 1)}
                    onClick={() => move(at, -1)}
                  />
                  <MoveButton
                    title={title}
                    way="down"
                    off={!mayMove(arranged, at, at + 1)}
                    onClick={() => move(at, 1)}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
        {list && (
          <SavedSets
            list={list}
            sets={sets}
            shown={shownKeys}
            onApply={(set) => applyColumnSet(name, columns, set.columns)}
          />
        )}
      </div>
    </Dialog>
  );
}

type Arranged<Row> = readonly { readonly column: Column<Row> }[];

/** A pinned column stays the first. */
const mayMove = <Row,>(arranged: Arranged<Row>, from: number, to: number): boolean =>
  arranged[to] !== undefined && !arranged[to].column.pinned && !arranged[from]?.column.pinned;

function MoveButton({
  title,
  way,
  off,
  onClick,
}: {
  readonly title: string;
  readonly way: 'up' | 'down';
  readonly off: boolean;
  readonly onClick: () => void;
}) {
  const Arrow = way === 'up' ? ArrowUp : ArrowDown;
  return (
    <Button
      kind="quiet"
      className="icon-only"
      aria-label={`Move ${title} ${way}`}
      disabledBecause={off ? `${title} can’t move further ${way}` : null}
      onClick={onClick}
    >
      <Arrow aria-hidden="true" />
    </Button>
  );
}

/** The sets of a list: show one, forget one, save what is shown under a name. */
function SavedSets({
  list,
  sets,
  shown,
  onApply,
}: {
  readonly list: ColumnList;
  readonly sets: readonly ColumnSetView[];
  readonly shown: readonly string[];
  readonly onApply: (set: ColumnSetView) => void;
}) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem({ sentence: 'Enter a name for these columns.', reasons: [] });
    const result = await call('columnSets.save', { list, name: name.trim(), columns: [...shown] });
    if (!result.ok) return setProblem(result.problem);
    setProblem(null);
    setName('');
  };
  const isKnown = sets.some((set) => set.name.toLowerCase() === name.trim().toLowerCase());
  return (
    <section className="columns-sets" aria-label="Saved sets">
      <h3>Saved sets</h3>
      {sets.length === 0 && <p className="mute">None yet. A set saves the columns and their order under a name.</p>}
      <ul>
        {sets.map((set) => (
          <li key={set.id}>
            <Button onClick={() => onApply(set)} aria-label={`Show the columns “${set.name}”`}>
              {set.name}
            </Button>
            <span className="mute">{countOf(set.columns.length, 'column')}</span>
            <span className="space" />
            <Button
              kind="quiet"
              className="icon-only"
              aria-label={`Forget “${set.name}”`}
              onClick={() => void perform('columnSets.forget', { columnSetId: set.id })}
            >
              <Trash2 aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <form className="columns-save" onSubmit={(event) => void save(event)}>
        <TextField
          label="Save these columns as"
          value={name}
          onChange={setName}
          maxLength={80}
          placeholder="For the front desk"
        />
        <Button type="submit">{isKnown ? 'Replace' : 'Save'}</Button>
      </form>
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
