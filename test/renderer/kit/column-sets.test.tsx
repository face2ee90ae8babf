import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useKeys } from '../../../renderer/kit/commands.ts';
import { shownColumns } from '../../../renderer/kit/data-table/choice.ts';
import { allRows, type Column } from '../../../renderer/kit/data-table/column.ts';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { ColumnSetId } from '../../../shared/model/ids.ts';
import { done } from '../../../shared/model/result.ts';
import type { ColumnSetView } from '../../../shared/views/column-sets.ts';
import { type FakeDesk, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

interface Participant {
  readonly name: string;
  readonly phone: string;
}

const columns: readonly Column<Participant>[] = [
  { key: 'name', title: 'Name', always: true, text: ({ name }) => name },
  { key: 'system', title: 'School system', text: () => 'Huntsville City Schools' },
  { key: 'status', title: 'Status', text: () => 'Enrolled' },
  { key: 'phone', title: 'Phone', hidden: true, text: ({ phone }) => phone },
];
const pinned = columns.map((column) => (column.key === 'name' ? { ...column, pinned: true, width: 160 } : column));

function Roster({ of = columns }: { readonly of?: readonly Column<Participant>[] }) {
  useKeys();
  return (
    <DataTable
      name="roster"
      label="Participants of Foxtrot"
      columns={of}
      columnSets="roster"
      rows={allRows([{ name: 'Ann Young', phone: '(256) 555-0112' }])}
      idOf={({ name }) => name}
    />
  );
}

const frontDesk: ColumnSetView = {
  id: ColumnSetId.parse('0190163d-0000-7000-8000-000000000001'),
  name: 'Front desk',
  columns: ['phone', 'name', 'of an older version'],
};

/** A desk that keeps what is saved and forgotten. */
function aDesk(first: readonly ColumnSetView[] = []): FakeDesk {
  let sets = first;
  const desk: FakeDesk = fakeDesk({
    'columnSets.list': () => done(sets),
    'columnSets.save': ({ name, columns: keys }) => {
      sets = [...sets, { ...frontDesk, name, columns: keys }];
      desk.tell({ kind: 'changed', tables: ['columnSet'], commandId: null, label: '' });
      return done({ columnSetId: frontDesk.id });
    },
    'columnSets.forget': ({ columnSetId }) => {
      sets = sets.filter(({ id }) => id !== columnSetId);
      desk.tell({ kind: 'changed', tables: ['columnSet'], commandId: null, label: '' });
      return done(null);
    },
  });
  return desk;
}

const headers = () => screen.getAllByRole('columnheader').map((header) => header.textContent);
const open = async () => {
  await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  return screen.findByRole('dialog', { name: 'Columns' });
};

describe('the columns of a list', () => {
  it('are moved by keyboard and button, the keyboard stays on the column, and the export has the same order', async () => {
    aDesk();
    render(<Roster />);
    const dialog = await open();
    within(dialog).getByRole('checkbox', { name: 'Status' }).focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(document.activeElement).toBe(within(dialog).getByRole('checkbox', { name: 'Status' }));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(document.activeElement).toBe(within(dialog).getByRole('checkbox', { name: 'Status' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Move Status up' }));
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Phone' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(headers()).toEqual(['Name', 'Status', 'School system', 'Phone']);
    expect(shownColumns('roster', columns).map(({ key }) => key)).toEqual(['name', 'status', 'system', 'phone']);
  });

  it('stay as arranged on the next visit, and go back to how they were', async () => {
    aDesk();
    const { unmount } = render(<Roster />);
    await userEvent.click(within(await open()).getByRole('button', { name: 'Move School system down' }));
    unmount();
    render(<Roster />);
    expect(headers()).toEqual(['Name', 'Status', 'School system']);
    await userEvent.click(within(await open()).getByRole('button', { name: 'Reset' }));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(headers()).toEqual(['Name', 'School system', 'Status']);
  });

  it('keep a pinned column first', async () => {
    aDesk([frontDesk]);
    render(<Roster of={pinned} />);
    const dialog = await open();
    expect(within(dialog).queryByRole('button', { name: 'Move Name down' })).toBeNull();
    expect(
      within(dialog)
        .getByRole('button', { name: /^Move School system up/ })
        .getAttribute('aria-disabled'),
    ).toBe('true');
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Show the columns “Front desk”' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(headers()).toEqual(['Name', 'Phone']);
  });
});

describe('a column set', () => {
  it('is saved under a name and shows in the menu as the one in use', async () => {
    const desk = aDesk();
    render(<Roster />);
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Status' }));
    await userEvent.type(within(dialog).getByRole('textbox', { name: 'Save these columns as' }), 'Front desk');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    await within(dialog).findByText('2 columns');
    await expectNoBarriers();
    expect(desk.asked('columnSets.save')).toEqual([
      { list: 'roster', name: 'Front desk', columns: ['name', 'system'] },
    ]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    const item = await screen.findByRole('menuitemradio', { name: 'Front desk' });
    expect(item.getAttribute('aria-checked')).toBe('true');
    await expectNoBarriers();
  });

  it('asks for a name', async () => {
    const desk = aDesk();
    render(<Roster />);
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Enter a name');
    expect(desk.asked('columnSets.save')).toEqual([]);
  });

  it('shows its columns in its order from the menu, and is forgotten from the dialog', async () => {
    const desk = aDesk([frontDesk]);
    render(<Roster />);
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Front desk' }));
    expect(headers()).toEqual(['Phone', 'Name']);
    const dialog = await open();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Forget “Front desk”' }));
    await waitFor(() => expect(within(dialog).queryByText('Front desk')).toBeNull());
    expect(desk.asked('columnSets.forget')).toEqual([{ columnSetId: frontDesk.id }]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(headers()).toEqual(['Phone', 'Name']);
  });
});
