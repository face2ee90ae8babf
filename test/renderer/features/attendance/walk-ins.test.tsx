import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { WalkInRow } from '../../../../shared/views/attendance.ts';
import { type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { keisha, sessionId, view } from './door.tsx';

const anna: WalkInRow = {
  code: 'CDB4F7K9XWM3T',
  number: 61,
  name: 'Anna Ohne',
  organization: 'Opelika City Schools',
  at: [
    {
      sessionId,
      title: 'Data Management and Governance',
      heldOn: CivilDate.parse('2024-10-21'),
      at: Instant.parse('2024-10-21T13:01:00.000Z'),
    },
  ],
};
const code: WalkInRow = { ...anna, code: 'X-9931', number: null, name: '', organization: '' };

async function openWalkIns(): Promise<FakeDesk> {
  const desk = fakeDesk({
    'attendance.session': () => done(view({ walkIns: 1, toMatch: 1 })),
    'attendance.walkIns': () => done([anna, code]),
    'attendance.match': () => done({ sessions: 1 }),
    'people.search': () =>
      done([
        {
          personId: keisha,
          name: 'Anna Oney',
          organization: 'Lee County Schools',
          standing: 'Foxtrot participant',
          path: '/',
        },
      ]),
  });
  await openApp(`/attendance/${sessionId}`);
  await screen.findByRole('button', { name: /Match 1 walk-in/ });
  await userEvent.keyboard('w');
  await screen.findByRole('grid', { name: 'Walk-ins and kept codes' });
  return desk;
}

describe('walk-ins', () => {
  it('lists whoever is matched to no one, and codes that were kept', async () => {
    await openWalkIns();
    expect(screen.getByText('Anna Ohne')).toBeTruthy();
    expect(screen.getByText('Code X-9931')).toBeTruthy();
    await expectNoBarriers();
  });

  it('says that a walk-in is someone known, found by the name that was typed at the door', async () => {
    const desk = await openWalkIns();
    await userEvent.click(screen.getByText('Anna Ohne'));
    await userEvent.click(await screen.findByRole('button', { name: 'It is Anna Oney' }));
    await waitFor(() =>
      expect(desk.asked('attendance.match')).toEqual([{ code: anna.code, who: { is: 'known', personId: keisha } }]),
    );
    expect(desk.asked('people.search')[0]).toMatchObject({ text: 'Anna Ohne' });
  });

  it('makes a new person, and says why where that is refused', async () => {
    const desk = await openWalkIns();
    desk.answer({ 'attendance.match': () => refuse('Anna Oney has the e-mail address already.') });
    await userEvent.click(screen.getByText('Anna Ohne'));
    await userEvent.click(await screen.findByRole('button', { name: 'Add new person…' }));
    expect(screen.getByRole('textbox', { name: 'First name' })).toHaveProperty('value', 'Anna');
    await userEvent.type(screen.getByRole('textbox', { name: /E-mail/ }), 'anna@example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Add person' }));
    expect(await screen.findByText('Anna Oney has the e-mail address already.')).toBeTruthy();
    const name = { givenName: 'Anna', familyName: 'Ohne', organization: 'Opelika City Schools' };
    expect(desk.asked('attendance.match')).toEqual([
      { code: anna.code, who: { is: 'new', ...name, email: 'anna@example.org' } },
    ]);
    await expectNoBarriers();
  });

  it('teaches where everyone is known', async () => {
    const desk = await openWalkIns();
    desk.answer({ 'attendance.walkIns': () => done([]) });
    desk.tell({ kind: 'changed', tables: ['badge'], label: 'Said who it is', commandId: null });
    expect(await screen.findByText('Everyone who came is matched')).toBeTruthy();
    expect(within(screen.getByRole('main')).queryByText('Anna Ohne')).toBeNull();
  });
});
