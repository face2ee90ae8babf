import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useApplicants } from '../../../../renderer/features/applicants/store.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { ApplicantRow, DeferralView } from '../../../../shared/views/applicants.ts';
import type { CohortsView } from '../../../../shared/views/cohorts.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, detailOf, foxtrot, pageOf, rows } from './sample.ts';

const start = useApplicants.getState();
beforeEach(() => useApplicants.setState(start, true));

const [ada, ben, cleo] = rows as readonly [ApplicantRow, ApplicantRow, ApplicantRow, ...ApplicantRow[]];
const [, golf] = cohorts.cohorts as readonly [CohortsView['cohorts'][number], CohortsView['cohorts'][number]];
const to = { id: golf.id, name: golf.name };

async function open(answers: Answers) {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'applicants.list': (input) => done(pageOf(rows, input)),
    'applicants.show': ({ applicationId }) => {
      const row = rows.find((each) => each.applicationId === applicationId);
      return row ? done(detailOf(row)) : refuse('This application is not there any more.');
    },
    'applicants.replay': () => done(null),
    'offers.show': () => refuse('Nothing is offered.'),
    'applicants.defer': () => done({ applicationIds: [], next: null }),
    'applicants.setStatus': () => done({ changed: 1, next: null }),
    ...answers,
  });
  return { desk, user: await openApp('/applicants') };
}

const plan = (part: Partial<DeferralView>): Answers => ({
  'applicants.deferral': () => done({ to, can: [], cannot: [], accepted: 0, offered: 0, ...part }),
});

type User = Awaited<ReturnType<typeof open>>['user'];

async function deferAda(user: User) {
  await user.click(await screen.findByText('Ada One'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Ada One' }));
  await user.click(await inspector.findByRole('button', { name: 'More…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Defer to a later cohort…' }));
  return within(await screen.findByRole('dialog', { name: 'Defer Ada One' }));
}

async function deferSeveral(user: User, names: readonly string[]) {
  await screen.findByText('Ada One');
  await user.keyboard('{Control>}');
  for (const name of names) await user.click(screen.getByText(name));
  await user.keyboard('{/Control}');
  const bar = within(await screen.findByRole('region', { name: 'Selected applicants' }));
  await user.click(bar.getByRole('button', { name: 'Change…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Defer…' }));
  return within(await screen.findByRole('dialog', { name: `Defer ${names.length} applicants` }));
}

describe('Deferring', () => {
  it('defers one applicant from the inspector to the cohort that is chosen, with the reason', async () => {
    const { desk, user } = await open(plan({ can: [ada.applicationId], accepted: 1 }));
    const dialog = await deferAda(user);
    expect(await dialog.findByText('1 is accepted: the seat goes to the next in order.')).toBeTruthy();
    expect(dialog.getByLabelText('To')).toHaveProperty('value', golf.id);
    await user.type(dialog.getByLabelText(/Reason/), 'A new baby');
    await expectNoBarriers();
    await user.click(dialog.getByRole('button', { name: 'Defer' }));
    expect(desk.asked('applicants.defer')).toEqual([
      { applicationIds: [ada.applicationId], cohortId: golf.id, reason: 'A new baby' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('defers those of a selection who can go, and says first who can’t and why', async () => {
    const why = 'Ben Two has applied to Golf already. Withdraw or defer here without a new application.';
    const cannot = [{ applicationId: ben.applicationId, why }];
    const { desk, user } = await open(plan({ can: [ada.applicationId, cleo.applicationId], cannot, offered: 1 }));
    const dialog = await deferSeveral(user, ['Ada One', 'Ben Two', 'Cleo Three']);
    const lines = within(await dialog.findByRole('list', { name: 'What will happen' }));
    expect(lines.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Ada One, Cleo Three will move to Golf.',
      '1 has an open offer, which counts as declined.',
      `Stays: ${why}`,
    ]);
    expect(desk.asked('applicants.deferral')[0]?.applicationIds).toHaveLength(3);
    await user.click(dialog.getByRole('button', { name: 'Defer 2' }));
    expect(desk.asked('applicants.defer')).toEqual([
      { applicationIds: [ada.applicationId, cleo.applicationId], cohortId: golf.id, reason: null },
    ]);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Selected applicants' })).toBeNull());
  });

  it('only sets the status where the later cohort is not open yet', async () => {
    const { desk, user } = await open(plan({}));
    const dialog = await deferSeveral(user, ['Ada One', 'Ben Two']);
    const noOne = await dialog.findByRole('button', { name: /^Defer 0/ });
    expect(noOne.getAttribute('aria-disabled')).toBe('true');
    await user.selectOptions(dialog.getByLabelText('To'), 'A cohort that isn’t open yet');
    await user.click(dialog.getByRole('button', { name: 'Defer 2' }));
    expect(desk.asked('applicants.defer')).toEqual([]);
    expect(desk.asked('applicants.setStatus')).toEqual([
      { applicationIds: [ada.applicationId, ben.applicationId], status: 'deferred', reason: null },
    ]);
  });

  it('keeps the dialog, with the reason, where main says no after all', async () => {
    const { user } = await open({
      ...plan({ can: [ada.applicationId] }),
      'applicants.defer': () => refuse('Golf is finished. Choose a cohort that is still to come.'),
    });
    const dialog = await deferAda(user);
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Defer' }).getAttribute('aria-disabled')).toBeNull());
    await user.click(dialog.getByRole('button', { name: 'Defer' }));
    expect(await dialog.findByText('Golf is finished. Choose a cohort that is still to come.')).toBeTruthy();
  });
});
