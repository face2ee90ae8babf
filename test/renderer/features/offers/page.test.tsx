import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { ApplicationId, PersonId, SeatOfferId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import type { NextInLine, OfferDetail, OfferRow, OffersView } from '../../../../shared/views/offers.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, foxtrot } from '../applicants/sample.ts';

const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const devon: OfferRow = {
  offerId: SeatOfferId.parse(uuid(1)),
  applicationId: ApplicationId.parse(uuid(2)),
  personId: PersonId.parse(uuid(6)),
  name: 'Devon Ashby',
  organization: 'Pike Road Schools',
  place: 30,
  status: 'waiting',
  offeredOn: day('2024-06-07'),
  replyBy: day('2024-06-14'),
  unanswered: true,
  state: 'open',
  sentence: 'Has until Fri, Jun 14, 2024 to take the seat',
  overruleReason: null,
};
const lapsed: OfferRow = {
  ...devon,
  offerId: SeatOfferId.parse(uuid(3)),
  applicationId: ApplicationId.parse(uuid(4)),
  name: 'Nadia Okafor',
  state: 'lapsed',
  sentence: 'Was offered a seat until Fri, Jun 14, 2024 and has not answered',
  overruleReason: 'Her system pays for two',
};
const next: NextInLine = {
  applicationId: ApplicationId.parse(uuid(5)),
  name: 'Mei Nguyễn',
  organization: 'Madison City Schools',
  place: 31,
  cohort: { id: foxtrot.id, name: foxtrot.name },
  free: 1,
};
const view: OffersView = {
  cohort: foxtrot,
  accepted: 28,
  open: 1,
  free: 1,
  next,
  offers: [devon, lapsed],
  usualReplyBy: day('2024-10-28'),
};
const inOrder: OfferDetail = { offer: null, cannot: null, against: [], usualReplyBy: day('2024-10-28') };

async function openOffers(answers: Answers = {}) {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'offers.list': () => done(view),
    'offers.show': () => done(inOrder),
    'offers.offer': () => done({ offerId: devon.offerId }),
    'offers.answer': () => done({ next: null }),
    ...answers,
  });
  const user = await openApp('/offers');
  await screen.findByText('Next in order');
  return { desk, user };
}

describe('The waiting list', () => {
  it('says how the seats stand, who is next and what came of every offer', async () => {
    await openOffers();
    expect(screen.getByText('seat is offered').previousSibling?.textContent).toBe('1');
    expect(screen.getByRole('region', { name: 'Next in order' }).textContent).toContain('Mei Nguyễn');
    const row = within(screen.getByRole('row', { name: /Devon Ashby/ }));
    expect(row.getByText('Fri, Jun 14, 2024')).toBeTruthy();
    expect(row.getByText('Seat offered')).toBeTruthy();
    const other = within(screen.getByRole('row', { name: /Nadia Okafor/ }));
    expect(other.getByText('Offer lapsed')).toBeTruthy();
    expect(other.getByText('Overruled')).toBeTruthy();
    expect(other.getByText('Out of order: “Her system pays for two”')).toBeTruthy();
    await expectNoBarriers();
  });

  it('offers the next seat with a day by which to answer', async () => {
    const { desk, user } = await openOffers();
    await user.click(screen.getByRole('button', { name: 'Offer the next seat…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Offer Mei Nguyễn a seat' }));
    await user.click(await dialog.findByRole('button', { name: 'Offer the seat' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(desk.asked('offers.offer')).toEqual([
      { applicationId: next.applicationId, replyBy: '2024-10-28', overruleReason: null },
    ]);
  });

  it('asks for a reason where the offer goes out of order, and shows why', async () => {
    const against = ['Ben Two, place 30, has not been asked yet.'];
    const { desk, user } = await openOffers({ 'offers.show': () => done({ ...inOrder, against }) });
    await user.click(screen.getByRole('button', { name: 'Offer the next seat…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('Ben Two, place 30, has not been asked yet.')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Overrule and offer' }));
    expect(dialog.getByRole('alert').textContent).toBe('Enter a reason (three letters or more).');
    expect(desk.asked('offers.offer')).toEqual([]);
    await user.type(dialog.getByLabelText('Reason to overrule'), 'The board added a chair');
    await user.click(dialog.getByRole('button', { name: 'Overrule and offer' }));
    await waitFor(() => expect(desk.asked('offers.offer')).toHaveLength(1));
    expect(desk.asked('offers.offer')[0]?.overruleReason).toBe('The board added a chair');
  });

  it('notes that the seat is taken, and that it is declined and the next is asked', async () => {
    const { desk, user } = await openOffers({ 'offers.answer': () => done({ next }) });
    await user.click(screen.getByRole('button', { name: 'Takes the seat…' }));
    await user.click(await screen.findByRole('button', { name: 'Takes the seat' }));
    await waitFor(() => expect(desk.asked('offers.answer')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Declines…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Declines and withdraws…' }));
    await user.click(await screen.findByRole('button', { name: 'Declines and withdraws' }));
    expect(await screen.findByRole('dialog', { name: 'Offer Mei Nguyễn a seat' })).toBeTruthy();
    expect(screen.getByText(/A seat in Foxtrot is free\. Mei Nguyễn, Madison City Schools, is next/)).toBeTruthy();
    expect(desk.asked('offers.answer')[1]).toMatchObject({ answer: 'declined', withdraws: true, reason: null });
  });

  it('teaches what it is for while nothing was offered, and says why the next can’t be asked', async () => {
    await openOffers({ 'offers.list': () => done({ ...view, offers: [], free: 0, open: 0 }) });
    expect(screen.getByText('No seat has been offered yet')).toBeTruthy();
    expect(screen.getByText(/next when a seat opens up/)).toBeTruthy();
    const button = screen.getByRole('button', { name: /Offer the next seat/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('lead from an applicant’s name to the person’s page', async () => {
    await openOffers();
    const name = await screen.findByRole('link', { name: 'Devon Ashby' });
    expect(name.getAttribute('href')).toBe(`/person/${devon.personId}?from=%2Foffers`);
    expect(name.title).toBe('Open person');
  });
});
