import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done } from '../../../../shared/model/result.ts';
import { aStatus, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

/** A desk whose laptop has this lead, and of which these leads are in the log. */
function aDesk(lead: string | null, known: readonly string[]): FakeDesk {
  const laptop = { device: 'desk-laptop', lead };
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, laptop }),
    'desk.leads': () => done({ ...laptop, known }),
    'desk.nameLead': ({ name }) => {
      const now = { device: 'desk-laptop', lead: name };
      desk.answer({
        'desk.status': () => done({ ...aStatus, laptop: now }),
        'desk.leads': () => done({ ...now, known }),
      });
      desk.tell({
        kind: 'changed',
        tables: [],
        label: `${name ?? 'No one'} is now using this laptop`,
        commandId: null,
      });
      return done(null);
    },
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: 7_500 as never } }),
    'people.search': () => done([]),
    'program.show': () =>
      done({
        policy: Policy.parse(alCto),
        number: 1,
        effectiveOn: CivilDate.parse('2024-03-01'),
        note: '',
        versions: [],
      }),
  });
  return desk;
}

describe('Who is using this laptop', () => {
  it('is asked on Today until someone is named, in passing', async () => {
    const desk = aDesk(null, []);
    const user = await openApp();
    const card = within(await screen.findByRole('region', { name: 'Who is using this laptop?' }));
    const field = await card.findByLabelText('Your name');
    await expectNoBarriers();
    await user.click(card.getByRole('button', { name: 'Save name' }));
    expect(card.getByText('Enter a name that the other leads know.')).toBeTruthy();
    expect(desk.asked('desk.nameLead')).toEqual([]);
    await user.type(field, 'Mara Lindqvist{Enter}');
    expect(desk.asked('desk.nameLead')).toEqual([{ name: 'Mara Lindqvist' }]);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Who is using this laptop?' })).toBeNull());
    expect(screen.getByRole('button', { name: 'This laptop: desk-laptop · lead: Mara Lindqvist' })).toBeTruthy();
  });

  it('stands in the status bar, also while no one is named', async () => {
    aDesk(null, []);
    await openApp();
    expect(screen.getByRole('button', { name: 'This laptop: desk-laptop · lead: no one named' })).toBeTruthy();
  });

  it('is switched by one command: the leads known so far, with the arrow keys and Enter', async () => {
    const desk = aDesk('Mara Lindqvist', ['Mara Lindqvist', 'Owen Tate']);
    const user = await openApp();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'who is us');
    await screen.findByRole('option', { name: /Who is using this laptop/ });
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Who is using this laptop?' }));
    const mara = await dialog.findByRole<HTMLInputElement>('radio', { name: 'Mara Lindqvist' });
    await waitFor(() => expect(document.activeElement).toBe(mara));
    await expectNoBarriers();
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(desk.asked('desk.nameLead')).toEqual([{ name: 'Owen Tate' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is changed in Settings too, where no one can be named as well', async () => {
    const desk = aDesk('Mara Lindqvist', ['Mara Lindqvist']);
    const user = await openApp('/settings');
    const section = within(await screen.findByRole('region', { name: 'This laptop' }));
    expect(section.getByText('This laptop: desk-laptop · lead: Mara Lindqvist')).toBeTruthy();
    await user.click(await section.findByRole('radio', { name: 'Someone else' }));
    await user.type(section.getByLabelText('Your name'), 'Owen Tate');
    await user.click(section.getByRole('button', { name: 'I am Owen Tate' }));
    await waitFor(() => expect(desk.asked('desk.nameLead')).toEqual([{ name: 'Owen Tate' }]));
    await user.click(await section.findByRole('button', { name: 'Clear the name' }));
    await waitFor(() => expect(desk.asked('desk.nameLead')).toEqual([{ name: 'Owen Tate' }, { name: null }]));
    expect(await section.findByText('This laptop: desk-laptop · lead: no one named')).toBeTruthy();
  });
});
