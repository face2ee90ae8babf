import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useApplicants } from '../../../../renderer/features/applicants/store.ts';
import { done } from '../../../../shared/model/result.ts';
import type { ApplicantRow } from '../../../../shared/views/applicants.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, foxtrot, pageOf, rows } from './sample.ts';

const start = useApplicants.getState();
beforeEach(() => useApplicants.setState(start, true));

/** Ada’s time is told; Ben’s is missing, Cleo’s can’t be read. */
const dated: readonly ApplicantRow[] = rows.map((row) => {
  if (row.name === 'Ben Two') return { ...row, appliedDoubt: 'missing' };
  return row.name === 'Cleo Three' ? { ...row, appliedDoubt: 'unreadable' } : row;
});

async function select(...names: readonly string[]) {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'applicants.list': (input) => done(pageOf(dated, input)),
    'applicants.setSubmitted': () => done({ changed: 2 }),
  });
  const user = await openApp('/applicants');
  await screen.findByText('Ada One');
  await user.keyboard('{Control>}');
  for (const name of names) await user.click(screen.getByText(name));
  await user.keyboard('{/Control}');
  const bar = within(await screen.findByRole('region', { name: 'Selected applicants' }));
  await user.click(bar.getByRole('button', { name: 'Change…' }));
  await screen.findByRole('menu');
  return { desk, user };
}

describe('Setting the time of several who are selected', () => {
  it('sets that of all who are in doubt at once, with a reason, and leaves the others theirs', async () => {
    const { desk, user } = await select('Ada One', 'Ben Two', 'Cleo Three');
    await user.click(screen.getByRole('menuitem', { name: 'Set the time…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Set when 2 applicants applied' }));
    expect(dialog.getByText(/1 of the selection has a time that can be relied on/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Set the time' }));
    expect(desk.asked('applicants.setSubmitted')).toEqual([]);
    await expectNoBarriers();
    await user.type(dialog.getByLabelText('Day'), 'Apr 3, 2024');
    await user.type(dialog.getByLabelText('Time'), '16:33');
    await user.type(dialog.getByLabelText('Reason'), 'The sign-up sheet');
    await user.click(dialog.getByRole('button', { name: 'Set the time' }));
    const applicationIds = dated.slice(1, 3).map(({ applicationId }) => applicationId);
    await waitFor(() =>
      expect(desk.asked('applicants.setSubmitted')).toEqual([
        { applicationIds, day: '2024-04-03', time: '16:33', reason: 'The sign-up sheet' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Selected applicants' })).toBeNull());
  });

  it('is not offered where every time can be relied on', async () => {
    await select('Ada One');
    expect(screen.queryByRole('menuitem', { name: 'Set the time…' })).toBeNull();
  });
});
