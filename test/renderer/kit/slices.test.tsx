import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { heldRows } from '../../../renderer/kit/held-rows.ts';
import { SelectAll } from '../../../renderer/kit/select-all.tsx';
import { useSlices } from '../../../renderer/kit/slices.ts';
import { Instant } from '../../../shared/model/dates.ts';
import { CommandId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { HistoryRow } from '../../../shared/views/history.ts';
import { fakeDesk } from '../fake-desk.ts';

const step = (at: number, label = `Step ${at}`): HistoryRow => ({
  commandId: CommandId.parse(`018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`),
  label,
  at: Instant.parse('2024-10-21T13:05:00.000Z'),
  who: 'Mara Lindqvist',
  device: 'This laptop',
  entries: 1,
  state: 'done',
  undoneBy: null,
});

const stepId = ({ commandId }: HistoryRow): string => commandId;

/** A list in which rows are selected, and how many of the selected are here. */
function Chosen() {
  const rows = useSlices('history.list', (slice) => ({ ...slice }));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const held = heldRows(rows, selected, stepId).length;
  return (
    <>
      <DataTable
        name="steps"
        label="Steps"
        columns={[{ key: 'label', title: 'What', text: ({ label }) => label }]}
        rows={rows}
        idOf={stepId}
        selected={selected}
        onSelect={setSelected}
      />
      <p>{`${held} of ${selected.size} held`}</p>
      <SelectAll rows={rows} idOf={stepId} selected={held} onSelect={setSelected} />
    </>
  );
}

const deskOf = (total: number) =>
  fakeDesk({
    'history.list': ({ offset = 0, limit = 200, search = '' }) =>
      done({
        total,
        offset,
        rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) =>
          step(offset + at, `${search}Step ${offset + at}`),
        ),
      }),
  });

function Steps({ search = '' }: { search?: string }) {
  const rows = useSlices('history.list', (slice) => ({ search, ...slice }));
  if (rows.problem) return <p>{rows.problem.sentence}</p>;
  return (
    <DataTable
      name="steps"
      label="Steps"
      columns={[{ key: 'label', title: 'What', text: ({ label }) => label }]}
      rows={rows}
      idOf={({ commandId }) => commandId}
    />
  );
}

describe('A list in slices', () => {
  it('asks for 200 rows at the top, and for those at the end once they are in view', async () => {
    const desk = deskOf(100_000);
    const user = userEvent.setup();
    render(<Steps />);
    expect(await screen.findByText('Step 0')).toBeTruthy();
    expect(desk.asked('history.list')).toEqual([{ search: '', offset: 0, limit: 200 }]);
    await user.tab();
    await user.keyboard('{End}');
    expect(await screen.findByText('Step 99999')).toBeTruthy();
    expect(desk.asked('history.list').at(-1)).toEqual({ search: '', offset: 99_800, limit: 200 });
  });

  it('shows the old list until the new one is there', async () => {
    deskOf(300);
    const { rerender } = render(<Steps />);
    await screen.findByText('Step 0');
    rerender(<Steps search="Undo " />);
    expect(screen.getByText('Step 0')).toBeTruthy();
    expect(await screen.findByText('Undo Step 0')).toBeTruthy();
    expect(screen.queryByText('Step 0')).toBeNull();
  });

  it('asks again what is in view when one of its tables changes', async () => {
    const desk = deskOf(300);
    render(<Steps />);
    await screen.findByText('Step 0');
    desk.answer({ 'history.list': ({ offset = 0 }) => done({ total: 1, offset, rows: [step(7, 'A new step')] }) });
    act(() => desk.tell({ kind: 'changed', tables: ['person'], label: 'Renamed', commandId: null }));
    expect(await screen.findByText('A new step')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('2'));
  });

  it('says why it is refused', async () => {
    fakeDesk({ 'history.list': () => refuse('The database is locked by another program.') });
    render(<Steps />);
    expect(await screen.findByText('The database is locked by another program.')).toBeTruthy();
  });

  it('selects everything that the filter shows, also what never came into view, and keeps it over a change', async () => {
    const desk = deskOf(5_000);
    const user = userEvent.setup();
    render(<Chosen />);
    await screen.findByText('Step 0');
    await user.tab();
    await user.keyboard('{Control>}a{/Control}');
    expect(await screen.findByText('5000 of 5000 held')).toBeTruthy();
    expect(desk.asked('history.list').every(({ limit = 0 }) => limit <= 1_000)).toBe(true);
    act(() => desk.tell({ kind: 'changed', tables: ['person'], label: 'Renamed', commandId: null }));
    await waitFor(() => expect(desk.asked('history.list').length).toBeGreaterThan(10));
    expect(await screen.findByText('5000 of 5000 held')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
  });

  it('selects a range with Shift over rows that never came into view', async () => {
    deskOf(5_000);
    const user = userEvent.setup();
    render(<Chosen />);
    await screen.findByText('Step 0');
    await user.tab();
    await user.keyboard('{ArrowDown}{Shift>}{End}{/Shift}');
    expect(await screen.findByText('4999 of 4999 held')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Select all 5,000/ }));
    expect(await screen.findByText('5000 of 5000 held')).toBeTruthy();
  });

  it('forgets a selection that was still being gathered when another one is made', async () => {
    const desk = deskOf(5_000);
    const user = userEvent.setup();
    render(<Chosen />);
    await screen.findByText('Step 0');
    let go: () => void = () => undefined;
    const later = new Promise<void>((resolve) => {
      go = resolve;
    });
    desk.answer({
      'history.list': async ({ offset = 0, limit = 200 }) => {
        await later;
        const rows = Array.from({ length: Math.min(limit, 5_000 - offset) }, (_, at) => step(offset + at));
        return done({ total: 5_000, offset, rows });
      },
    });
    await user.tab();
    await user.keyboard('{Control>}a{/Control}');
    await user.keyboard(' ');
    expect(await screen.findByText('1 of 1 held')).toBeTruthy();
    await act(async () => {
      go();
      await later;
    });
    await waitFor(() => expect(desk.asked('history.list').length).toBeGreaterThan(2));
    expect(screen.getByText('1 of 1 held')).toBeTruthy();
  });
});
