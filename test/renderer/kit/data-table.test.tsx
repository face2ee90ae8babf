import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useCommands, useKeys } from '../../../renderer/kit/commands.ts';
import { shownColumns } from '../../../renderer/kit/data-table/choice.ts';
import { allRows, type Column, type Sort } from '../../../renderer/kit/data-table/column.ts';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

interface Applicant {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly system: string;
}

const names = ['Adaeze Ashgrove', 'Renée McAllister', 'José De la Cruz', 'Mei Nguyễn', 'Renata Pike', 'Wanda Pettus'];
const applicants = (count: number): Applicant[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    place: at + 1,
    name: names[at] ?? `Applicant ${at + 1}`,
    system: at === 2 ? '=HYPERLINK("x")' : 'Huntsville City Schools',
  }));

const columns: readonly Column<Applicant>[] = [
  { key: 'place', title: 'Place', width: 60, align: 'end', text: ({ place }) => String(place) },
  { key: 'name', title: 'Name', always: true, text: ({ name }) => name },
  { key: 'system', title: 'School system', text: ({ system }) => system },
  { key: 'email', title: 'E-mail', hidden: true, text: ({ id }) => `${id}@example.org` },
];

function List({
  rows,
  onOpen = () => {},
  onSort = () => {},
}: {
  rows: readonly Applicant[];
  onOpen?: (row: Applicant) => void;
  onSort?: (sort: Sort) => void;
}) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [openId, setOpenId] = useState<string | null>(null);
  const [sort, setSort] = useState<Sort | null>(null);
  return (
    <DataTable
      name="applicants"
      label="Applicants of Foxtrot"
      columns={columns}
      rows={allRows(rows)}
      idOf={({ id }) => id}
      selected={selected}
      onSelect={setSelected}
      openId={openId}
      onOpen={(row) => {
        setOpenId(row.id);
        onOpen(row);
      }}
      sort={sort}
      onSort={(next) => {
        setSort(next);
        onSort(next);
      }}
      cut={{ after: ({ place }) => place === 3, label: '3 seats' }}
    />
  );
}

function ListWithCommand({ accept }: { accept: () => void }) {
  useKeys();
  useCommands([{ id: 'accept', label: 'Accept', keys: 'A', run: accept }]);
  return <List rows={applicants(6)} />;
}

const grid = () => screen.getByRole('grid', { name: 'Applicants of Foxtrot' });
const rowOf = (name: string) => {
  const row = screen.getByText(name).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};
const standsOn = () => document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
const selectedNames = () =>
  within(grid())
    .queryAllByRole('row', { selected: true })
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);

beforeEach(() => {
  fakeDesk();
});

describe('A table of applicants', () => {
  it('says how long the whole list is and draws only what is in view', () => {
    render(<List rows={applicants(100_000)} />);
    expect(grid().getAttribute('aria-rowcount')).toBe('100001');
    expect(grid().getAttribute('aria-colcount')).toBe('3');
    expect(within(grid()).getAllByRole('row').length).toBeLessThan(60);
    expect(rowOf('Adaeze Ashgrove').getAttribute('aria-rowindex')).toBe('2');
  });

  it('has no barrier for a screen reader', async () => {
    render(<List rows={applicants(6)} />);
    await expectNoBarriers();
  });

  it('is walked with the arrow keys, and Home and End go to its ends', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(100_000)} />);
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(standsOn()).toBe(rowOf('José De la Cruz'));
    await user.keyboard('{End}');
    expect(await screen.findByText('Applicant 100000')).toBeTruthy();
    await waitFor(() => expect(standsOn()).toBe(rowOf('Applicant 100000')));
    await user.keyboard('{Home}');
    await waitFor(() => expect(standsOn()).toBe(rowOf('Adaeze Ashgrove')));
    await user.keyboard('{PageDown}');
    await waitFor(() => expect(standsOn()).toBe(rowOf('Applicant 19')));
  });

  it('opens the row on Enter, and an open inspector follows the arrows', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    render(<List rows={applicants(6)} onOpen={onOpen} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(onOpen).not.toHaveBeenCalled();
    await user.keyboard('{Enter}{ArrowDown}');
    expect(onOpen.mock.calls.map(([row]) => row.name)).toEqual(['Renée McAllister', 'José De la Cruz']);
    expect(rowOf('José De la Cruz').getAttribute('aria-current')).toBe('true');
  });

  it('selects with Space, a range with Shift, everything with Ctrl A', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(6)} />);
    await user.tab();
    await user.keyboard('{ArrowDown} ');
    expect(selectedNames()).toEqual(['Renée McAllister']);
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selectedNames()).toEqual(['Renée McAllister', 'José De la Cruz', 'Mei Nguyễn']);
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(selectedNames()).toEqual(['Renée McAllister', 'José De la Cruz']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selectedNames()).toHaveLength(6);
  });

  it('keeps the row that was clicked before as the first of a selection with Ctrl', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(6)} />);
    await user.click(screen.getByText('Renée McAllister'));
    expect(selectedNames()).toEqual([]);
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Mei Nguyễn'));
    expect(selectedNames()).toEqual(['Renée McAllister', 'Mei Nguyễn']);
    await user.click(screen.getByText('Renée McAllister'));
    await user.keyboard('{/Control}');
    expect(selectedNames()).toEqual(['Mei Nguyễn']);
  });

  it('marks no row as open beside the rows that are selected', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(6)} />);
    await user.click(screen.getByText('Renée McAllister'));
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Mei Nguyễn'));
    await user.click(screen.getByText('Renée McAllister'));
    await user.keyboard('{/Control}');
    expect(rowOf('Renée McAllister').getAttribute('aria-current')).toBeNull();
  });

  it('selects nothing any more after Escape', async () => {
    const user = userEvent.setup();
    render(<ListWithCommand accept={() => {}} />);
    await user.tab();
    await user.keyboard(' {ArrowDown} ');
    expect(selectedNames()).toHaveLength(2);
    await user.keyboard('{Escape}');
    expect(selectedNames()).toEqual([]);
  });

  it('selects nothing with Ctrl A where nothing is, and asks for nothing', async () => {
    const user = userEvent.setup();
    const gathered: number[][] = [];
    const none = {
      ...allRows<Applicant>([]),
      gather: async (first: number, last: number) => gathered.push([first, last]) > 0,
    };
    const chosen = vi.fn();
    render(
      <DataTable name="none" label="No one" columns={columns} rows={none} idOf={({ id }) => id} onSelect={chosen} />,
    );
    await user.tab();
    await user.keyboard('{Control>}a{/Control}{Shift>}{End}{/Shift}');
    expect(chosen).not.toHaveBeenCalled();
    expect(gathered).toEqual([]);
  });

  it('selects with the mouse: Ctrl adds, Shift takes a range, a plain click opens and selects nothing', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(6)} />);
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Adaeze Ashgrove'));
    await user.click(screen.getByText('Mei Nguyễn'));
    await user.keyboard('{/Control}');
    expect(selectedNames()).toEqual(['Adaeze Ashgrove', 'Mei Nguyễn']);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByText('Wanda Pettus'));
    await user.keyboard('{/Shift}');
    expect(selectedNames()).toEqual(['Mei Nguyễn', 'Renata Pike', 'Wanda Pettus']);
    await user.click(screen.getByText('Renata Pike'));
    expect(selectedNames()).toEqual([]);
    expect(rowOf('Renata Pike').getAttribute('aria-current')).toBe('true');
  });

  it('copies the selected rows as cells, and no formula of a form among them', async () => {
    const user = userEvent.setup();
    render(<List rows={applicants(6)} />);
    await user.tab();
    await user.keyboard('{ArrowDown} {Shift>}{ArrowDown}{/Shift}');
    const clipboardData = { setData: vi.fn() };
    fireEvent.copy(grid(), { clipboardData });
    expect(clipboardData.setData).toHaveBeenCalledWith(
      'text/plain',
      '2\tRenée McAllister\tHuntsville City Schools\n3\tJosé De la Cruz\t"\'=HYPERLINK(""x"")"',
    );
  });

  it('finds a name by its first letters and goes on to the next that fits', async () => {
    const user = userEvent.setup();
    vi.useFakeTimers({ toFake: ['Date'] });
    render(<List rows={applicants(6)} />);
    await user.tab();
    await user.keyboard('ren');
    expect(standsOn()).toBe(rowOf('Renée McAllister'));
    await user.keyboard('a');
    expect(standsOn()).toBe(rowOf('Renata Pike'));
  });

  it('leaves a letter to the command that has it, unless a name is being typed', async () => {
    const user = userEvent.setup();
    const accept = vi.fn();
    vi.useFakeTimers({ toFake: ['Date'] });
    render(<ListWithCommand accept={accept} />);
    await user.tab();
    await user.keyboard('wa');
    expect(accept).not.toHaveBeenCalled();
    expect(standsOn()).toBe(rowOf('Wanda Pettus'));
    vi.setSystemTime(Date.now() + 1_000);
    await user.keyboard('a');
    expect(accept).toHaveBeenCalledOnce();
  });

  it('sorts by a header: up first, then down, by mouse and by keyboard', async () => {
    const user = userEvent.setup();
    const onSort = vi.fn();
    render(<List rows={applicants(6)} onSort={onSort} />);
    await user.click(screen.getByRole('columnheader', { name: 'Name' }));
    await user.click(screen.getByRole('columnheader', { name: 'Name' }));
    expect(onSort.mock.calls).toEqual([[{ by: 'name', direction: 'up' }], [{ by: 'name', direction: 'down' }]]);
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('descending');
    await user.keyboard('{Home}{ArrowUp}{Enter}');
    expect(onSort).toHaveBeenLastCalledWith({ by: 'place', direction: 'up' });
  });

  it('draws the seats line after the last seat', () => {
    render(<List rows={applicants(6)} />);
    expect(within(rowOf('José De la Cruz')).getByText('3 seats')).toBeTruthy();
  });

  it('remembers which columns a person chose, and those are what is exported', async () => {
    const user = userEvent.setup();
    const { unmount } = render(<List rows={applicants(6)} />);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'E-mail' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Place' }));
    unmount();
    render(<List rows={applicants(6)} />);
    expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
      'Name',
      'School system',
      'E-mail',
    ]);
    expect(shownColumns('applicants', columns).map(({ key }) => key)).toEqual(['name', 'system', 'email']);
  });

  it('stays on its row when others come in above it', async () => {
    const user = userEvent.setup();
    const rows = applicants(6);
    const { rerender } = render(<List rows={rows} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    rerender(<List rows={[{ id: 'new', place: 0, name: 'Zoë Lovelace', system: '' }, ...rows]} />);
    expect(standsOn()).toBe(rowOf('Renée McAllister'));
  });
});
