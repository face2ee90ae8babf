import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useKeys } from '../../../renderer/kit/commands.ts';
import { recallColumns, shownColumns } from '../../../renderer/kit/data-table/choice.ts';
import { allRows, type Column, type Sort } from '../../../renderer/kit/data-table/column.ts';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { useToasts } from '../../../renderer/kit/toast-store.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { type FakeDesk, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

interface Participant {
  readonly name: string;
}

const columns: readonly Column<Participant>[] = [
  { key: 'name', title: 'Name', width: 200, always: true, text: ({ name }) => name },
  { key: 'system', title: 'School system', width: 160, text: () => 'Huntsville City Schools' },
  { key: 'status', title: 'Status', width: 100, sortable: false, text: () => 'Enrolled' },
  { key: 'phone', title: 'Phone', hidden: true, text: () => '(256) 555-0112' },
];
const pinned = columns.map((column) => (column.key === 'name' ? { ...column, pinned: true } : column));

let sorted: Sort | null = null;

function Roster({ of = columns }: { readonly of?: readonly Column<Participant>[] }) {
  useKeys();
  const [sort, setSort] = useState<Sort | null>(null);
  sorted = sort;
  return (
    <DataTable
      name="roster"
      label="Participants of Foxtrot"
      columns={of}
      rows={allRows([{ name: 'Ann Young' }, { name: 'Ben Amberly' }])}
      idOf={({ name }) => name}
      sort={sort}
      onSort={setSort}
    />
  );
}

/** Lays the headers out as wide as their columns ask, side by side. */
function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    if (this.getAttribute('role') !== 'columnheader') return new DOMRect(0, 0, 1000, 700);
    const all = [...document.querySelectorAll('[role="columnheader"]')];
    const widths = all.map((header) => columns.find(({ title }) => title === header.textContent)?.width ?? 120);
    const at = all.indexOf(this);
    const left = widths.slice(0, at).reduce((sum, width) => sum + width, 0);
    return new DOMRect(left, 0, widths[at] ?? 0, 34);
  });
}

let desk: FakeDesk;
beforeEach(() => {
  desk = fakeDesk();
});

const grid = () => screen.getByRole('grid');
const header = (title: string) => screen.getByRole('columnheader', { name: title });
const titles = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const sentences = () => useToasts.getState().toasts.map(({ text }) => text);
const kept = () => desk.asked('preferences.keepColumns').at(-1)?.choice;
const edgeOf = (title: string) => {
  const edge = header(title).querySelector('.table-edge');
  if (!edge) throw new Error(`no edge at ${title}`);
  return edge;
};
const drag = (target: Element, from: number, to: number) => {
  fireEvent.pointerDown(target, { button: 0, pointerId: 1, clientX: from, clientY: 10 });
  fireEvent.pointerMove(window, { pointerId: 1, clientX: to, clientY: 10 });
  fireEvent.pointerUp(window, { pointerId: 1, clientX: to, clientY: 10 });
};
/** Puts the arrow keys on the header of a column. */
const toHeader = async (steps: number) => {
  grid().focus();
  await userEvent.keyboard('{ArrowUp}');
  for (let step = 0; step < steps; step += 1) await userEvent.keyboard('{ArrowRight}');
};
const openHeaderMenu = async (steps: number) => {
  await toHeader(steps);
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  return screen.findByRole('menu');
};

describe('the width of a column', () => {
  it('is dragged at its edge, and is told to main once it is let go', () => {
    layOut();
    render(<Roster />);
    drag(edgeOf('School system'), 360, 420);
    expect(kept()?.widths).toEqual({ name: 200, system: 220 });
    expect(desk.asked('preferences.keepColumns')).toHaveLength(1);
  });

  it('is never less than can be seen, nor more than a wide screen', () => {
    layOut();
    render(<Roster />);
    drag(edgeOf('Name'), 200, -500);
    expect(kept()?.widths).toEqual({ name: 40 });
    drag(edgeOf('Name'), 200, 9_000);
    expect(kept()?.widths).toEqual({ name: 1_200 });
  });

  it('stays as it was when Escape ends the drag', () => {
    layOut();
    render(<Roster />);
    fireEvent.pointerDown(edgeOf('Name'), { button: 0, pointerId: 1, clientX: 200, clientY: 10 });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 300, clientY: 10 });
    fireEvent.keyDown(window, { key: 'Escape' });
    fireEvent.pointerUp(window, { pointerId: 1, clientX: 300, clientY: 10 });
    expect(desk.asked('preferences.keepColumns')).toEqual([]);
  });

  it('grows and shrinks by keys, and each step is read aloud', async () => {
    render(<Roster />);
    await toHeader(1);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(kept()?.widths).toEqual({ system: 176 });
    expect(screen.getByText('School system is 176 pixels wide.').getAttribute('aria-live')).toBe('polite');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
    expect(kept()?.widths).toEqual({ system: 144 });
  });

  it('fits what it shows by a double click on its edge, and by its menu', async () => {
    layOut();
    Range.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 171, 20);
    render(<Roster />);
    fireEvent.doubleClick(edgeOf('Status'));
    expect(kept()?.widths).toEqual({ status: 171 + 17 });
    const menu = await openHeaderMenu(1);
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Fit every column' }));
    expect(kept()?.widths).toEqual({ name: 188, system: 188, status: 188 });
  });
});

describe('the order of columns', () => {
  it('is changed by dragging a header, which sorts nothing', () => {
    layOut();
    render(<Roster />);
    drag(header('Status'), 400, 210);
    fireEvent.click(header('Status'));
    expect(titles()).toEqual(['Name', 'Status', 'School system']);
    expect(sorted).toBeNull();
    drag(header('School system'), 350, 10);
    expect(titles()).toEqual(['School system', 'Name', 'Status']);
  });

  it('is changed by keys, and the keyboard stays on the column', async () => {
    render(<Roster />);
    await toHeader(0);
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(titles()).toEqual(['School system', 'Name', 'Status']);
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(titles()).toEqual(['School system', 'Status', 'Name']);
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(titles()).toEqual(['School system', 'Status', 'Name']);
    expect(shownColumns('roster', columns).map(({ key }) => key)).toEqual(['system', 'status', 'name']);
  });

  it('leaves a pinned column the first', async () => {
    layOut();
    render(<Roster of={pinned} />);
    drag(header('Status'), 400, 10);
    expect(titles()).toEqual(['Name', 'Status', 'School system']);
    const menu = await openHeaderMenu(1);
    const left = within(menu).getByRole('menuitem', { name: /^Move left/ });
    expect(left.getAttribute('aria-disabled')).toBe('true');
    expect(left.textContent).toContain('It can’t move further left.');
  });
});

describe('the menu of a header', () => {
  it('opens by right-click and by key, sorts, and has no barrier', async () => {
    render(<Roster />);
    fireEvent.contextMenu(header('School system'), { clientX: 250, clientY: 10 });
    const menu = await screen.findByRole('menu', { name: 'Column School system' });
    expect(within(menu).getByRole('menuitem', { name: 'Move right' }).textContent).toBe('Move rightAlt Right');
    await expectNoBarriers();
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Sort descending' }));
    expect(sorted).toEqual({ by: 'system', direction: 'down' });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    const again = await openHeaderMenu(2);
    expect(within(again).queryByRole('menuitem', { name: 'Sort ascending' })).toBeNull();
  });

  it('hides a column, never the name, and brings all of them back', async () => {
    render(<Roster />);
    await userEvent.click(within(await openHeaderMenu(1)).getByRole('menuitem', { name: 'Hide' }));
    expect(titles()).toEqual(['Name', 'Status']);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    const menu = await openHeaderMenu(0);
    const hide = within(menu).getByRole('menuitem', { name: /^Hide/ });
    expect(hide.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Reset the columns' }));
    expect(titles()).toEqual(['Name', 'School system', 'Status']);
  });
});

describe('what was chosen before', () => {
  it('comes back at the next start: order, widths, and what is hidden', async () => {
    desk.answer({
      'preferences.columns': () =>
        done({ roster: { turned: ['status', 'phone'], order: ['phone', 'name', 'system'], widths: { phone: 130 } } }),
    });
    await act(recallColumns);
    render(<Roster />);
    expect(titles()).toEqual(['Phone', 'Name', 'School system']);
    expect(shownColumns('roster', columns).map(({ width }) => width)).toEqual([130, 200, 160]);
  });

  it('says why where it can’t be saved', async () => {
    desk.answer({ 'preferences.keepColumns': () => refuse('The columns could not be saved: the disk refused.') });
    render(<Roster />);
    await toHeader(1);
    await userEvent.keyboard('{Delete}');
    expect(titles()).toEqual(['Name', 'Status']);
    await waitFor(() => expect(sentences()).toEqual(['The columns could not be saved: the disk refused.']));
  });
});
