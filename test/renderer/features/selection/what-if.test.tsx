import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate } from '../../../../shared/model/dates.ts';
import { ApplicationId } from '../../../../shared/model/ids.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done } from '../../../../shared/model/result.ts';
import type { FairnessRow, FairnessView, WhatIfPage, WhatIfRow } from '../../../../shared/views/selection.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, foxtrot } from '../applicants/sample.ts';

const policy = Policy.parse(alCto);
const row: WhatIfRow = {
  applicationId: ApplicationId.parse('018f0000-0000-7000-8000-000000000001'),
  name: 'Dan Four',
  organization: 'Pike Road Schools',
  status: 'submitted',
  before: { verdict: 'waiting', place: 4, tier: 2 },
  after: { verdict: 'within-seats', place: 4, tier: 2 },
  move: 'gains-seat',
  because: 'Place 4 of 4',
};
const none = { 'gains-seat': 0, 'loses-seat': 0, 'other-standing': 0, 'other-tier': 0, 'other-place': 0 };
const page = (moves: boolean): WhatIfPage => ({
  total: moves ? 1 : 0,
  offset: 0,
  rows: moves ? [row] : [],
  cohort: foxtrot,
  seats: foxtrot.seats,
  ranked: 6,
  counts: { ...none, 'gains-seat': moves ? 1 : 0 },
});

const group = (label: string, applied: number, accepted: number): FairnessRow => ({
  label,
  applied,
  accepted,
  withinSeats: 0,
  waiting: applied - accepted,
  other: 0,
});
const fairness: FairnessView = {
  cohort: foxtrot,
  policyNumber: 1,
  total: group('Everyone', 20, 2),
  groups: [
    { key: 'tier', title: 'By tier', rows: [group('Tier 1: Delegate Members', 20, 2)] },
    {
      key: 'organization',
      title: 'By school system',
      rows: Array.from({ length: 14 }, (_, at) => group(`System ${at + 1}`, 14 - at, 0)),
    },
  ],
};

async function open(path: string) {
  const adopted = { effectiveOn: CivilDate.parse('2024-03-01'), note: 'As its public page states it' };
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'program.show': () => done({ policy, number: 1, ...adopted, versions: [] }),
    'applicants.whatIf': ({ policy: draft, seats }) => done(page(Boolean(draft ?? seats))),
    'applicants.fairness': () => done(fairness),
  });
  return { desk, user: await openApp(path) };
}

describe('What if', () => {
  it('shows who would move under other seats and under another policy, and why', async () => {
    const { desk, user } = await open('/what-if');
    expect(await screen.findByText('Nobody would move')).toBeTruthy();
    const seats = screen.getByLabelText('Seats');
    await user.clear(seats);
    await user.type(seats, '4');
    expect(await screen.findByText('Place 4 of 4')).toBeTruthy();
    expect(screen.getByText('In Foxtrot, 1 would gain a seat.')).toBeTruthy();
    expect(desk.asked('applicants.whatIf').at(-1)).toMatchObject({ seats: 4, policy: null, show: 'moved' });

    await user.type(screen.getByLabelText('Most of one system'), '2');
    await user.selectOptions(screen.getByLabelText('A late application'), 'in-order');
    await waitFor(() => {
      const { admission } = desk.asked('applicants.whatIf').at(-1)?.policy ?? policy;
      expect(admission).toEqual({ ...policy.admission, perOrganizationCap: 2, late: 'in-order' });
    });
    await user.click(screen.getByRole('button', { name: 'As it is now' }));
    expect(await screen.findByText('Nobody would move')).toBeTruthy();
    expect(seats).toHaveProperty('value', String(foxtrot.seats));
  });

  it('asks for other years in a tier of every way that asks for years', async () => {
    const { desk, user } = await open('/what-if');
    const years = await screen.findByLabelText('Years in tier 2');
    await user.clear(years);
    await user.type(years, '5');
    await waitFor(() => {
      const tier = desk
        .asked('applicants.whatIf')
        .at(-1)
        ?.policy?.admission.tiers.find(({ rank }) => rank === 2);
      expect(new Set(tier?.paths.map(({ minimumYears }) => minimumYears))).toEqual(new Set([5]));
    });
  });

  it('has no barrier for a screen reader', async () => {
    await open('/what-if');
    await screen.findByText('Nobody would move');
    await expectNoBarriers();
  });
});

describe('Fairness', () => {
  it('has every number in a table, the largest groups first and the others on demand', async () => {
    const { user } = await open('/fairness');
    expect(await screen.findByText(/20 applied for 2 seats of Foxtrot: 2 accepted/)).toBeTruthy();
    const tier = screen.getByRole('row', { name: /^Tier 1: Delegate Members/ });
    expect([...tier.querySelectorAll('.number')].map((cell) => cell.textContent)).toEqual(['20', '2', '0', '18', '0']);
    expect(screen.queryByText('System 14')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all 14' }));
    expect(screen.getByText('System 14')).toBeTruthy();
    await expectNoBarriers();
  });
});
