import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useWhatIf } from '../../../../renderer/features/what-if/draft.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate } from '../../../../shared/model/dates.ts';
import { ApplicationId } from '../../../../shared/model/ids.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { FairnessRow, FairnessView, WhatIfAnswer, WhatIfRow } from '../../../../shared/views/selection.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { rows as applicants, cohorts, detailOf, foxtrot, pageOf } from '../applicants/sample.ts';

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
const page = (moves: boolean, tried: readonly WhatIfRow[] = []): WhatIfAnswer => ({
  tried,
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
  const adopted = { effectiveOn: CivilDate.parse('2024-03-01'), note: 'From its public page' };
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'program.show': () => done({ policy, number: 1, ...adopted, versions: [] }),
    'applicants.whatIf': ({ policy: draft, seats, facts = [] }) =>
      done(
        page(
          Boolean(draft ?? seats) || facts.length > 0,
          facts.map(({ applicationId }) => ({ ...row, applicationId: ApplicationId.parse(applicationId) })),
        ),
      ),
    'applicants.list': (input) => done(pageOf(applicants, input)),
    'applicants.show': ({ applicationId }) => {
      const found = applicants.find((each) => each.applicationId === applicationId);
      return found ? done(detailOf(found)) : refuse('This application is not there any more.');
    },
    'applicants.fairness': () => done(fairness),
  });
  return { desk, user: await openApp(path) };
}

const start = useWhatIf.getState();
beforeEach(() => useWhatIf.setState(start, true));

describe('What if', () => {
  it('shows who would move under other seats and under another policy, and why', async () => {
    const { desk, user } = await open('/what-if');
    expect(await screen.findByText('No one would move')).toBeTruthy();
    const seats = screen.getByLabelText('Seats');
    await user.clear(seats);
    await user.type(seats, '4');
    expect(await screen.findByText('Place 4 of 4')).toBeTruthy();
    expect(screen.getByText('In Foxtrot, 1 would gain a seat.')).toBeTruthy();
    expect(desk.asked('applicants.whatIf').at(-1)).toMatchObject({ seats: 4, policy: null, show: 'moved' });

    await user.type(screen.getByLabelText('Most from one school system'), '2');
    await user.selectOptions(screen.getByLabelText('A late application'), 'in-order');
    await waitFor(() => {
      const { admission } = desk.asked('applicants.whatIf').at(-1)?.policy ?? policy;
      expect(admission).toEqual({ ...policy.admission, perOrganizationCap: 2, late: 'in-order' });
    });
    await user.click(screen.getByRole('button', { name: 'As it is now' }));
    expect(await screen.findByText('No one would move')).toBeTruthy();
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

  it('tries rules of completion, fees and re-certification too, and says what made the difference to whom', async () => {
    const { desk, user } = await open('/what-if');
    desk.answer({
      'program.whatIf': ({ policy: draft }) =>
        done({
          effects:
            Policy.parse(draft).recertification.graceDays === 60
              ? [
                  {
                    area: 'recertification',
                    kind: 'gain',
                    because: '60 days of grace instead of 0',
                    sentence: '14 people would change on Oct 21, 2024: overdue → in grace',
                    people: 14,
                    names: ['Ada Quill'],
                  },
                ]
              : [],
        }),
    });
    await user.click(await screen.findByText('Completion, fees, and re-certification'));
    expect(desk.asked('program.whatIf')).toEqual([]);
    const grace = screen.getByLabelText('Days of grace');
    await user.clear(grace);
    await user.type(grace, '60');
    expect(
      await screen.findByText(
        '60 days of grace instead of 0: 14 people would change on Oct 21, 2024: overdue → in grace.',
      ),
    ).toBeTruthy();
    expect(screen.getAllByText('Nothing changes for anyone.')).toHaveLength(2);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'As it is now' }));
    await waitFor(() => expect(screen.queryByText(/60 days of grace/)).toBeNull());
  });

  it('tries other facts of several people, says where each would stand, and lets go of them', async () => {
    const { desk, user } = await open('/what-if');
    await screen.findByText('No one would move');
    await user.keyboard('p');
    const choose = within(await screen.findByRole('dialog', { name: 'What if someone …' }));
    await user.type(choose.getByLabelText('Who'), 'cleo');
    await waitFor(() => expect(choose.queryByRole('button', { name: /Ada One/ })).toBeNull());
    await user.keyboard('{Enter}');
    const form = within(await screen.findByRole('dialog', { name: 'What if Cleo Three …' }));
    const idle = await form.findByRole('button', { name: /^Try/ });
    expect(idle.getAttribute('aria-disabled')).toBe('true');
    await user.selectOptions(form.getByLabelText('Membership'), 'ALET Delegate Member');
    const years = form.getByLabelText('Years in education');
    await user.clear(years);
    await user.type(years, '4');
    const sent = form.getByLabelText('Sent on');
    await user.clear(sent);
    await user.type(sent, '3/20/2024');
    await expectNoBarriers();
    await user.click(form.getByRole('button', { name: /^Try/ }));
    const [, , cleo, eve] = applicants;
    const tried = {
      applicationId: cleo?.applicationId,
      membership: 'delegate',
      yearsInEducation: 4,
      sentOn: '2024-03-20',
    };
    await waitFor(() => expect(desk.asked('applicants.whatIf').at(-1)?.facts).toEqual([tried]));
    const list = within(await screen.findByRole('list', { name: 'Facts you are trying' }));
    expect(list.getByText('Delegate, 4 years, sent Mar 20, 2024')).toBeTruthy();
    expect(await list.findByText('would gain a seat')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: /Someone’s facts/ }));
    await user.click(await screen.findByRole('button', { name: /Eve Blank/ }));
    const other = within(await screen.findByRole('dialog', { name: 'What if Eve Blank …' }));
    await user.click(await other.findByLabelText('Had withdrawn'));
    await user.click(other.getByRole('button', { name: /^Try/ }));
    const gone = { applicationId: eve?.applicationId, stands: false };
    await waitFor(() => expect(desk.asked('applicants.whatIf').at(-1)?.facts).toEqual([tried, gone]));

    await user.click(list.getByRole('button', { name: 'Leave Cleo Three as it is' }));
    await waitFor(() => expect(desk.asked('applicants.whatIf').at(-1)?.facts).toEqual([gone]));
    await user.click(screen.getByRole('button', { name: 'As it is now' }));
    expect(await screen.findByText('No one would move')).toBeTruthy();
    expect(desk.calls.map(({ name }) => name).filter((name) => name === 'applicants.answer')).toEqual([]);
  });

  it('opens on the applicant that the path names', async () => {
    const [ada] = applicants;
    await open(`/what-if/${foxtrot.id}?open=${ada?.applicationId}`);
    expect(await screen.findByRole('dialog', { name: 'What if Ada One …' })).toBeTruthy();
  });

  it('has no barrier for a screen reader', async () => {
    await open('/what-if');
    await screen.findByText('No one would move');
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
