import { render, renderHook, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { CohortSelect } from '../../../renderer/features/current-cohort/cohort-select.tsx';
import { allRows } from '../../../renderer/kit/data-table/column.ts';
import { DataTable } from '../../../renderer/kit/data-table/data-table.tsx';
import { FactList } from '../../../renderer/kit/facts.tsx';
import { inspectedOf } from '../../../renderer/kit/list/inspected.ts';
import { useAskedList } from '../../../renderer/kit/list/use-asked-list.ts';
import { useListing } from '../../../renderer/kit/list/use-listing.ts';
import { Cents } from '../../../shared/model/money.ts';
import { done } from '../../../shared/model/result.ts';
import { fakeDesk } from '../fake-desk.ts';
import { foxtrot } from '../features/cohorts/a-cohort.ts';
import { openApp } from '../open-app.tsx';

const people = ['Ann', 'Ben', 'Cleo'].map((name) => ({ name }));
const nameOf = ({ name }: { readonly name: string }) => name;

describe('A list', () => {
  const listingOf = (openId: string | null, selected: readonly string[]) => {
    const look = vi.fn();
    const rows = allRows(people);
    const store = { sort: undefined, sortBy: () => {}, openId, selected: new Set(selected), look };
    return { look, list: renderHook(() => useListing(rows, nameOf, store)).result.current };
  };

  it('acts on the selection, else on whoever is open, else on no one', () => {
    expect(listingOf('Ann', ['Cleo', 'Ben']).list.acting.map(nameOf)).toEqual(['Ben', 'Cleo']);
    expect(listingOf('Ann', []).list.acting.map(nameOf)).toEqual(['Ann']);
    expect(listingOf(null, []).list.acting).toEqual([]);
    expect(listingOf('someone who is not here', []).list.acting).toEqual([]);
  });

  it('opens whom its table opens, and lets go of the selection', () => {
    const { look, list } = listingOf(null, ['Ben']);
    for (const row of people.slice(2)) list.table.onOpen(row);
    list.clear();
    expect(look.mock.calls).toEqual([[{ openId: 'Cleo' }], [{ selected: new Set() }]]);
  });

  it('that can’t be read says why in its place', () => {
    fakeDesk();
    const problem = { sentence: 'The database is locked by another program.', reasons: [] };
    render(
      <DataTable
        name="people"
        label="People"
        columns={[{ key: 'name', title: 'Name', text: nameOf }]}
        rows={{ ...allRows(people), problem }}
        idOf={nameOf}
      />,
    );
    expect(screen.getByText(problem.sentence)).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

describe('An inspector that is open', () => {
  const about = (openId: string | null, selected: readonly string[]) => {
    const { openId: one, several } = inspectedOf(
      openId,
      people.filter(({ name }) => selected.includes(name)),
      nameOf,
    );
    return several.length > 0 ? several.map(nameOf) : one;
  };
  it.each([
    ['the open record where nothing is selected', 'Ann', [], 'Ann'],
    ['the selected record where it is one, whoever was open', 'Ann', ['Ben'], 'Ben'],
    ['the whole selection where it is several', 'Ann', ['Ann', 'Cleo'], ['Ann', 'Cleo']],
    ['no one while it is closed', null, ['Ann', 'Cleo'], null],
  ] as const)('is about %s', (_, openId, selected, whom) => {
    expect(about(openId, selected)).toEqual(whom);
  });
});

describe('A path that asks something of a list', () => {
  const asking = (path: string, everyone?: 'all') => {
    const { hook, searchHook, history } = memoryLocation({ path, record: true });
    const look = vi.fn();
    const { result } = renderHook(() => useAskedList(['all', 'due'] as const, look, everyone), {
      wrapper: ({ children }) => (
        <Router hook={hook} searchHook={searchHook}>
          {children}
        </Router>
      ),
    });
    return { look, close: result.current, history };
  };

  it('opens a record in the part that has everyone', () => {
    expect(asking('/fees?open=7', 'all').look.mock.calls).toEqual([[{ openId: '7', show: 'all' }]]);
    expect(asking('/fees?open=7').look.mock.calls).toEqual([[{ openId: '7' }]]);
  });

  it('shows a part that there is, whole', () => {
    expect(asking('/fees?show=due').look.mock.calls).toEqual([[{ show: 'due', search: '' }]]);
    expect(asking('/fees?show=unheard-of').look).not.toHaveBeenCalled();
  });

  it('is answered once the record is closed', () => {
    const { look, close, history } = asking('/fees/foxtrot?open=7');
    close();
    expect(look).toHaveBeenLastCalledWith({ openId: null });
    expect(history).toEqual(['/fees/foxtrot']);
  });
});

describe('The choice of a cohort', () => {
  it('offers every cohort together where a screen can show them', async () => {
    fakeDesk({
      'cohorts.list': () =>
        done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    });
    render(<CohortSelect path="/fees" cohortId={null} every />);
    expect(await screen.findByRole('option', { name: 'Foxtrot' })).toBeTruthy();
    expect(screen.getByRole<HTMLOptionElement>('option', { name: 'Every cohort' }).selected).toBe(true);
  });
});

describe('A fact', () => {
  it('that is an address breaks behind its @ where it has no room', () => {
    const { container } = render(<FactList of={[['E-mail', 'ann@example.org']]} />);
    expect(container.querySelector('dd')?.innerHTML).toBe('ann@<wbr>example.org');
    expect(screen.getByText('ann@example.org').title).toBe('ann@example.org');
  });

  it('that no one knows is a dash', () => {
    render(<FactList of={[['Phone', '']]} />);
    expect(screen.getByText('–')).toBeTruthy();
  });
});

describe('Without a cohort', () => {
  it.each(['progress', 'fairness', 'offers', 'what-if', 'letters'])(
    '%s shows the way to open one',
    async (screenName) => {
      fakeDesk({
        'program.show': () => done(null),
        'cohorts.list': () =>
          done({ cohorts: [], nextName: 'Alpha', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
      });
      const user = await openApp(`/${screenName}`);
      await user.click(await screen.findByRole('button', { name: 'Add cohort…' }));
      expect(await screen.findByRole('dialog', { name: 'Add cohort' })).toBeTruthy();
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('dialog')).toBeNull();
      expect(screen.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeTruthy();
    },
  );
});
