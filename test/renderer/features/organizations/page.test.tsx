import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OrganizationId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { OrganizationRow } from '../../../../shared/views/organizations.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const id = (number: number) => OrganizationId.parse(`018f0000-0000-7000-8000-00000000000${number}`);
const listed: OrganizationRow = {
  organizationId: id(1),
  name: 'Jefferson County Schools',
  kind: 'school-system',
  people: 12,
  alike: [],
};
const typed: OrganizationRow = {
  organizationId: id(2),
  name: 'Jeferson County Schools',
  kind: 'school-system',
  people: 1,
  alike: [{ organizationId: id(1), name: 'Jefferson County Schools', people: 12 }],
};

function open() {
  const rows = [typed, listed];
  const counts = { everything: 2, 'in-use': 2, 'school-system': 2, college: 0, other: 0, alike: 1 };
  const desk = fakeDesk({
    'organizations.list': () => done({ total: 2, offset: 0, rows, counts, missing: 3 }),
    'organizations.revise': () => refuse('“Jefferson County Schools” is on the list as well. Merge the two instead.'),
    'organizations.merge': () => done({ moved: 1 }),
    'organizations.add': () => done({ organizationId: id(3) }),
    'organizations.addShipped': () => done({ added: 3 }),
  });
  return { desk, opened: openApp('/organizations') };
}

describe('School systems', () => {
  it('lists them with their people and what they may be another spelling of', async () => {
    await open().opened;
    const grid = within(await screen.findByRole('grid', { name: 'School systems and other employers' }));
    const cells = within((await grid.findAllByRole('row'))[1] ?? document.body).getAllByRole('gridcell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      'Jeferson County Schools',
      'School system',
      '1',
      'Jefferson County Schools',
    ]);
    await expectNoBarriers();
  });

  it('merges another spelling after saying what it does', async () => {
    const { desk, opened } = open();
    const user = await opened;
    await user.click(await screen.findByText('Jeferson County Schools'));
    await user.click(await screen.findByRole('button', { name: 'Merge into this' }));
    const question = within(await screen.findByRole('alertdialog'));
    expect(
      question.getByText(/1 person of Jeferson County Schools will be with Jefferson County Schools/),
    ).toBeTruthy();
    await user.click(question.getByRole('button', { name: 'Merge' }));
    await waitFor(() => expect(desk.asked('organizations.merge')).toEqual([{ keptId: id(1), goneId: id(2) }]));
  });

  it('shows a refusal to rename where the name stands', async () => {
    const { desk, opened } = open();
    const user = await opened;
    await user.click(await screen.findByText('Jeferson County Schools'));
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(field);
    await user.type(field, 'Jefferson County Schools');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/is on the list as well/)).toBeTruthy();
    expect(desk.asked('organizations.revise')).toHaveLength(1);
    await expectNoBarriers();
  });

  it('adds one by the key A, and what is missing of the list', async () => {
    const { desk, opened } = open();
    const user = await opened;
    await user.click(await screen.findByRole('button', { name: /Add 3 of Alabama’s list/ }));
    expect(desk.asked('organizations.addShipped')).toHaveLength(1);
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('a');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Bayside Academy');
    await user.click(dialog.getByRole('button', { name: 'Add' }));
    expect(desk.asked('organizations.add')).toEqual([{ name: 'Bayside Academy', kind: 'school-system' }]);
  });
});
