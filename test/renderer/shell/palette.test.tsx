import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { aStatus, type FakeDesk, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

/** A desk without cohorts, on which nothing waits. */
const aDesk = (): FakeDesk =>
  fakeDesk({
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: Cents.parse(7500) } }),
    'people.search': () => done([]),
    'history.list': () => done({ total: 0, offset: 0, rows: [] }),
    'program.show': () => refuse('Not in this test.'),
  });

describe('The palette', () => {
  const renee = {
    personId: PersonId.parse('018f0000-0000-7000-8000-0000000000aa'),
    name: 'Renée McAllister',
    organization: 'Marengo County Schools',
    standing: 'Foxtrot applicant',
    path: '/history',
  };

  it('finds a person and goes to their page', async () => {
    const desk = aDesk();
    desk.answer({ 'people.search': ({ text }) => done('renee'.startsWith(text) ? [renee] : []) });
    const user = await openApp();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('ren');
    expect(await screen.findByRole('option', { name: /Renée McAllister/, selected: true })).toBeTruthy();
    await expectNoBarriers();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(desk.asked('person.show')).toEqual([{ personId: renee.personId }]));
    expect(screen.queryByRole('combobox', { name: /Find people/ })).toBeNull();
  });

  it('offers what can be done, with its keys, and runs it', async () => {
    aDesk();
    const user = await openApp();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('set');
    const option = await screen.findByRole('option', { name: /Go to Settings/ });
    expect(option.textContent).toContain('Ctrl 8');
    await user.click(option);
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  });

  it.each(['Waiting list and offers', 'What if…', 'Fairness at a glance'])(
    'offers “%s” on every screen',
    async (line) => {
      aDesk();
      const user = await openApp();
      await user.keyboard('{Control>}k{/Control}');
      await user.keyboard(line.slice(0, 7));
      expect(await screen.findAllByRole('option', { name: new RegExp(line) })).toHaveLength(1);
    },
  );

  it('says so where no one and nothing fits', async () => {
    aDesk();
    const user = await openApp();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('zzz');
    expect(await screen.findByText(/Nothing matches “zzz” here/)).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
