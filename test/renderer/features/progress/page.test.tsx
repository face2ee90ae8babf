import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { done } from '../../../../shared/model/result.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { aDesk, cell, keisha, law, matrix, page, path } from './a-matrix.ts';

describe('The matrix', () => {
  it('says in a word how each person stands with each course, with the day for whoever asks', async () => {
    aDesk();
    await openApp(path);
    await cell('Keisha Garrett');
    const row = screen.getByRole('row', { name: /Keisha Garrett/ });
    expect(
      within(row)
        .getAllByRole('gridcell')
        .map(({ textContent }) => textContent),
    ).toEqual(['Keisha Garrett', 'Make-up needed', 'Missed', 'Partly', '0 of 2']);
    expect(within(row).getByTitle('Law, Ethics, and Policies: Missed, Fri, Jul 19, 2024')).toBeTruthy();
    const his = screen.getByRole('row', { name: /Marcus Boyd/ });
    expect(
      within(his).getByTitle('Law, Ethics, and Policies: Missed, Fri, Jul 19, 2024; make-up on Tue, Nov 12, 2024')
        .textContent,
    ).toBe('Make-up');
    await expectNoBarriers();
  });

  it('is gone through by its cells with the arrow keys, and the inspector follows', async () => {
    aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    const grid = await matrix();
    grid.focus();
    const at = () => document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(at()).toBe('Renée McAllister');
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(at()).toBe('Missed');
    await user.keyboard('{Enter}');
    const inspector = within(await screen.findByRole('complementary', { name: 'Keisha Garrett' }));
    expect(inspector.getByText(keisha.sentence)).toBeTruthy();
    const opened = () =>
      inspector.getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'true');
    expect(opened()?.textContent).toContain('Law, Ethics, and Policies');
    await user.keyboard('{ArrowRight}');
    expect(at()).toBe('Partly');
    await waitFor(() => expect(opened()?.textContent).toContain('Data Management and Governance'));
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(at()).toBe('Keisha Garrett');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(at()).toBe('Name');
  });

  it('shows a part of the list, and sorts by a course', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    await user.click(screen.getByRole('radio', { name: /Make-up needed/ }));
    await waitFor(() => expect(screen.queryByRole('gridcell', { name: 'Renée McAllister' })).toBeNull());
    expect(desk.asked('progress.list').at(-1)?.show).toBe('make-up-needed');
    await user.click(screen.getByRole('columnheader', { name: '2 Law, Ethics, and Policies' }));
    await waitFor(() =>
      expect(desk.asked('progress.list').at(-1)?.sort).toEqual({ by: 'courses', direction: 'up', courseId: law }),
    );
  });

  it('opens on the part that Today asks for', async () => {
    const desk = aDesk();
    await openApp(`${path}?show=make-up-needed`);
    await waitFor(() => expect(desk.asked('progress.list').at(-1)?.show).toBe('make-up-needed'));
    await cell('Keisha Garrett');
  });

  it('copies a row as cells, with the day of a make-up', async () => {
    aDesk();
    const user = await openApp(path);
    await cell('Marcus Boyd');
    (await matrix()).focus();
    await user.keyboard('{End}');
    const clipboardData = { setData: vi.fn() };
    fireEvent.copy(await matrix(), { clipboardData });
    expect(clipboardData.setData).toHaveBeenCalledWith(
      'text/plain',
      'Marcus Boyd\tIn progress\tMissed, make-up on Nov 12, 2024\tAttended\t1 of 2',
    );
  });

  it('teaches what it is for while no one is in the cohort', async () => {
    const counts = { ...page.counts, everyone: 0 };
    aDesk({ 'progress.list': () => done({ ...page, rows: [], total: 0, counts, makeUps: [] }) });
    await openApp(path);
    expect(await screen.findByText('No one is in Foxtrot yet')).toBeTruthy();
  });
});
