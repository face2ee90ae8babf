import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCommands, useKeys } from '../../../renderer/kit/commands.ts';
import { allRows, type Column } from '../../../renderer/kit/data-table/column.ts';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { useToasts } from '../../../renderer/kit/toast-store.ts';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

const people = ['Ann Young', 'Ben Amberly', 'Cora Pike'];
const columns: readonly Column<string>[] = [
  { key: 'name', title: 'Name', always: true, text: (name) => name },
  { key: 'system', title: 'School system', text: () => 'Huntsville City Schools' },
];

/** Whom the payment was recorded for. */
let paid: readonly string[] = [];

function Fees() {
  useKeys();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useCommands([
    {
      id: 'fees.receive',
      label: 'Record payment',
      keys: 'R',
      onRows: { label: 'Record payment…' },
      run: () => {
        paid = [...selected];
      },
    },
    {
      id: 'fees.waive',
      label: 'Waive the fee',
      keys: 'W',
      onRows: { label: 'Waive the fee…', whyNot: selected.size > 1 ? 'One at a time.' : null },
      run: () => {},
    },
    { id: 'fees.invoices', label: 'Every invoice', keys: 'L', run: () => {} },
  ]);
  return (
    <DataTable
      name="fees"
      label="Fees"
      columns={columns}
      rows={allRows(people)}
      idOf={(name) => name}
      selected={selected}
      onSelect={setSelected}
    />
  );
}

beforeEach(() => {
  paid = [];
  fakeDesk();
});

const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const selectedNames = () => people.filter((name) => rowOf(name).getAttribute('aria-selected') === 'true');
const menuOf = async (name: string) => {
  fireEvent.contextMenu(rowOf(name), { clientX: 40, clientY: 60 });
  return screen.findByRole('menu', { name: 'What can be done here' });
};
const choose = (menu: HTMLElement, name: RegExp | string) =>
  userEvent.click(within(menu).getByRole('menuitem', { name }));

describe('the menu of a row', () => {
  it('selects its row, and says each action of the screen that is about rows, with its key', async () => {
    render(<Fees />);
    const menu = await menuOf('Ben Amberly');
    const lines = within(menu).getAllByRole('menuitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Record payment…R',
      'Waive the fee…W',
      'Select allCtrl A',
      'Clear the selectionEsc',
      'CopyCtrl C',
      'Copy with titlesCtrl Shift C',
    ]);
    await expectNoBarriers();
    await choose(menu, 'Record payment…');
    expect(paid).toEqual(['Ben Amberly']);
    expect(selectedNames()).toEqual(['Ben Amberly']);
  });

  it('is about the whole selection on a row of it, and about its own row alone beside it', async () => {
    render(<Fees />);
    fireEvent.click(rowOf('Ann Young'), { ctrlKey: true });
    fireEvent.click(rowOf('Ben Amberly'), { ctrlKey: true });
    const menu = await menuOf('Ben Amberly');
    const waive = within(menu).getByRole('menuitem', { name: /^Waive the fee/ });
    expect(waive.getAttribute('aria-disabled')).toBe('true');
    expect(waive.textContent).toContain('One at a time.');
    await choose(menu, 'Record payment…');
    expect(paid).toEqual(['Ann Young', 'Ben Amberly']);
    await choose(await menuOf('Cora Pike'), 'Record payment…');
    expect(paid).toEqual(['Cora Pike']);
  });

  it.each([
    ['Shift F10', '{Shift>}{F10}{/Shift}'],
    ['Alt Down', '{Alt>}{ArrowDown}{/Alt}'],
    ['the menu key', '{ContextMenu}'],
  ])('opens by %s for the row that the arrow keys are on', async (_, keys) => {
    render(<Fees />);
    screen.getByRole('grid').focus();
    await userEvent.keyboard(`{ArrowDown}${keys}`);
    await choose(await screen.findByRole('menu'), 'Record payment…');
    expect(paid).toEqual(['Ben Amberly']);
  });

  it('copies the selected rows with their titles, by menu and by key', async () => {
    const copied: string[] = [];
    // jsdom has no clipboard: the page’s own copy asks whoever listens for it, as a browser does.
    Reflect.set(document, 'execCommand', () => {
      const event = new Event('copy', { bubbles: true, cancelable: true });
      Reflect.set(event, 'clipboardData', { setData: (_: string, text: string) => copied.push(text) });
      return !document.dispatchEvent(event);
    });
    try {
      render(<Fees />);
      await choose(await menuOf('Ann Young'), 'Copy with titles');
      screen.getByRole('grid').focus();
      await userEvent.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
      const cells = 'Name\tSchool system\nAnn Young\tHuntsville City Schools';
      expect(copied).toEqual([cells, cells]);
      expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(['Copied 1 row with titles.']);
    } finally {
      Reflect.deleteProperty(document, 'execCommand');
    }
  });
});
