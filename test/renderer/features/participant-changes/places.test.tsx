import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { useCohorts } from '../../../../renderer/features/cohorts/store.ts';
import { closePlaces } from '../../../../renderer/features/participant-changes/store.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { ParticipantChangePreview } from '../../../../shared/views/participant-changes.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohortAnswers, foxtrot, golf, keisha, omar } from '../cohorts/a-cohort.ts';

const preview = (more: Partial<ParticipantChangePreview> = {}): ParticipantChangePreview => ({
  people: [
    {
      personId: keisha.personId,
      participantId: keisha.participantId,
      name: keisha.name,
      refused: null,
      does: ['goes from Foxtrot to Golf', '2 attended sessions of Foxtrot go on counting'],
      warnings: ['has applied to Hotel too'],
    },
    {
      personId: omar.personId,
      participantId: omar.participantId,
      name: omar.name,
      refused: 'Omar Reyes has graduated with Foxtrot. Undo the graduation first.',
      does: [],
      warnings: [],
    },
  ],
  possible: 1,
  seats: { sentence: 'Golf would have 31 of 30 seats taken.', over: true },
  ...more,
});

const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    ...cohortAnswers,
    'cohorts.previewChange': () => done(preview()),
    'cohorts.moveParticipants': () => done({ changed: 1, next: null }),
    'cohorts.withdrawParticipants': () => done({ changed: 1, next: null }),
    'cohorts.addParticipants': () => done({ changed: 1, next: null }),
    'cohorts.candidates': () => done({ accepted: [], acceptedInAll: 0 }),
    'people.search': () =>
      done([{ personId: omar.personId, name: 'Omar Reyes', organization: '', standing: 'Alpha graduate', path: '/' }]),
    ...more,
  });

beforeEach(() => {
  useCohorts.setState({ side: 'participants', search: '', sort: null, openId: null, selected: new Set() });
  closePlaces();
});

async function openPeople(desk = aDesk()): Promise<FakeDesk> {
  await openApp(`/cohorts/${foxtrot.id}`);
  const grid = await screen.findByRole('grid', { name: 'Participants of Foxtrot' });
  await screen.findByText('Keisha Garrett');
  grid.focus();
  return desk;
}

describe('moving the selected', () => {
  it('says what it does to each before it does it, leaves out who can’t go, and asks for the reason', async () => {
    const desk = await openPeople();
    await userEvent.keyboard(' {ArrowDown} m');
    const dialog = await screen.findByRole('dialog', { name: 'Move 2 people' });
    const effects = await within(dialog).findByRole('list', { name: 'What will happen' });
    expect(effects.textContent).toContain('Keisha Garrett: goes from Foxtrot to Golf; 2 attended sessions');
    expect(effects.textContent).toContain('has applied to Hotel too');
    expect(effects.textContent).toContain('Omar Reyes: left out. Omar Reyes has graduated');
    expect(dialog.textContent).toContain('31 of 30 seats taken. That is over capacity.');
    await expectNoBarriers();
    const move = within(dialog).getByRole('button', { name: 'Move 1' });
    await userEvent.click(move);
    expect(desk.asked('cohorts.moveParticipants'), 'without a reason').toEqual([]);
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Changed schools');
    await userEvent.click(move);
    await waitFor(() =>
      expect(desk.asked('cohorts.moveParticipants')).toEqual([
        { participantIds: [keisha.participantId], cohortId: golf.id, reason: 'Changed schools' },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByRole('region', { name: 'Selected participants' })).toBeNull();
  });

  it('says what to do where no one is meant', async () => {
    await openPeople();
    await userEvent.keyboard('m');
    expect(await screen.findByText(/Open or select people first/)).toBeTruthy();
  });
});

describe('withdrawing the person who is open', () => {
  it('is a line of the inspector’s menu, and a refusal shows in place', async () => {
    const [first] = preview().people;
    if (!first) throw new Error('no one');
    const desk = await openPeople(
      aDesk({
        'cohorts.previewChange': () => done(preview({ people: [first], seats: null })),
        'cohorts.withdrawParticipants': () => refuse('Keisha Garrett is withdrawn from Foxtrot already.'),
      }),
    );
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Place…' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Withdraw/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw Keisha Garrett' });
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Took another job');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    expect(await within(dialog).findByText(/is withdrawn from Foxtrot already/)).toBeTruthy();
    expect(desk.asked('cohorts.withdrawParticipants')).toMatchObject([{ reason: 'Took another job' }]);
  });
});

describe('adding someone', () => {
  it('finds a known person, says what it does, and asks for the reason', async () => {
    const [first] = preview().people;
    if (!first) throw new Error('no one');
    const added = {
      ...first,
      personId: omar.personId,
      participantId: null,
      name: 'Omar Reyes',
      does: ['becomes a participant'],
    };
    const desk = await openPeople(
      aDesk({ 'cohorts.previewChange': () => done(preview({ people: [added], seats: null })) }),
    );
    await userEvent.keyboard('a');
    const dialog = await screen.findByRole('dialog', { name: 'Add to Foxtrot' });
    await userEvent.type(within(dialog).getByLabelText('Who'), 'rey');
    await userEvent.click(await within(dialog).findByRole('button', { name: /Omar Reyes/ }));
    expect(await within(dialog).findByText(/becomes a participant/)).toBeTruthy();
    await expectNoBarriers();
    await userEvent.type(within(dialog).getByLabelText('Reason'), 'Teaches next year');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(desk.asked('cohorts.addParticipants')).toEqual([
        { cohortId: foxtrot.id, personIds: [omar.personId], reason: 'Teaches next year' },
      ]),
    );
  });
});
