import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../../../shared/model/result.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { uuid } from '../cohorts/a-cohort.ts';
import { aDesk, cell, full, golfsLaw, keisha, law, matrix, path } from './a-matrix.ts';

describe('A make-up', () => {
  it('is assigned from the inspector in one step, and a session that is full says why not', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await user.click(await cell('Keisha Garrett'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Keisha Garrett' }));
    const closed = await inspector.findByRole('button', { name: /Assign the session of Tue, Feb 4, 2025/ });
    expect(closed.getAttribute('aria-disabled')).toBe('true');
    expect(closed.title).toBe(full.whyNot);
    await user.click(inspector.getByRole('button', { name: 'Assign the session of Tue, Nov 12, 2024' }));
    expect(desk.asked('progress.assignMakeUp')).toEqual([
      { participantIds: [keisha.participantId], courseId: law, sessionId: golfsLaw.sessionId },
    ]);
    await expectNoBarriers();
  });

  it('is taken back from the inspector', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await user.click(await cell('Marcus Boyd'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Marcus Boyd' }));
    await user.click(await inspector.findByRole('button', { name: 'Remove the make-up on Tue, Nov 12, 2024' }));
    expect(desk.asked('progress.removeMakeUp')).toEqual([{ makeUpIds: [uuid(40)] }]);
  });

  it('is assigned to everyone who waits for it with M, after the dialog has said what will happen', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    expect(await dialog.findByText('1 participant will make up Law on Tue, Nov 12, 2024 with Golf.')).toBeTruthy();
    expect(dialog.getByRole('radio', { name: /Nov 12, 2024 with Golf/ })).toHaveProperty('checked', true);
    expect(dialog.getByRole('radio', { name: /Feb 4, 2025/ })).toHaveProperty('disabled', true);
    expect(dialog.getByRole('checkbox', { name: 'Keisha Garrett, Opelika City Schools' })).toHaveProperty(
      'checked',
      true,
    );
    await user.type(dialog.getByLabelText('Note'), 'Rides along');
    await expectNoBarriers();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.asked('progress.assignMakeUp')).toEqual([
      { participantIds: [keisha.participantId], courseId: law, sessionId: golfsLaw.sessionId, note: 'Rides along' },
    ]);
  });

  it('is assigned to whom a lead selects, and whoever needs none is left out with the reason', async () => {
    const desk = aDesk();
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('{ArrowDown} {Home} m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    const hers = await dialog.findByRole('checkbox', { name: /Renée McAllister/ });
    expect(hers).toHaveProperty('disabled', true);
    expect(dialog.getByText('Renée McAllister has completed Law, Ethics, and Policies already.')).toBeTruthy();
    await user.click(await dialog.findByRole('button', { name: 'Assign 1' }));
    await waitFor(() => expect(desk.asked('progress.assignMakeUp')[0]?.participantIds).toEqual([keisha.participantId]));
  });

  it('keeps the dialog and says why where it is refused', async () => {
    aDesk({ 'progress.assignMakeUp': () => refuse('The room holds 30 and 30 are expected: no seat is left for 1.') });
    const user = await openApp(path);
    await cell('Keisha Garrett');
    (await matrix()).focus();
    await user.keyboard('m');
    const dialog = within(await screen.findByRole('dialog', { name: 'Assign a make-up' }));
    await user.click(await dialog.findByRole('button', { name: 'Assign 1' }));
    expect(await dialog.findByText('The room holds 30 and 30 are expected: no seat is left for 1.')).toBeTruthy();
  });
});
