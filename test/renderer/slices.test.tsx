import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DataTable } from '../../renderer/components/data-table/data-table.tsx';
import { useSlices } from '../../renderer/slices.ts';
import { Instant } from '../../shared/model/dates.ts';
import { CommandId } from '../../shared/model/ids.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { HistoryRow } from '../../shared/views/history.ts';
import { fakeDesk } from './fake-desk.ts';

const step = (at: number, label = `Step ${at}`): HistoryRow => ({
  commandId: CommandId.parse(`018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`),
  label,
  at: Instant.parse('2024-10-21T13:05:00.000Z'),
  device: 'This laptop',
  entries: 1,
  state: 'done',
  undoneBy: null,
});

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
  const rows = useSlices('history.list', (slice) => ({ search, ...slice }), ['person']);
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
});
