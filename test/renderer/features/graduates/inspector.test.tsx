import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { answers, detail, foxtrot, page, participant, renee, row } from './foxtrot-graduates.ts';

test('a graduate shows the decision as it was made, that it was overruled, and a name that was corrected since', async () => {
  const cy = participant(4, 'Cy Short', { verdict: 'graduated', certificate: 'AL-CTO-Foxtrot-002', overruled: true });
  const desk = fakeDesk({
    ...answers,
    'graduates.list': () => done(page([cy])),
    'graduates.show': () =>
      done({
        ...detail(cy),
        issuedTo: 'Sy Short',
        decided: {
          agrees: true,
          sentence: 'Decided on Mon, Jun 3, 2024 under version 1; the same rule gives the same answer today',
          reasons: [
            {
              outcome: 'overruled',
              sentence: 'A lead graduated them anyway: “Taught it”',
              seen: '',
              clause: 'x',
            },
          ],
        },
      }),
    'graduates.reissue': () => done({ reissued: 1 }),
  });
  const user = await openApp(`/graduates/${foxtrot}`);
  const line = await row('Cy Short');
  expect(within(line).getByRole('img', { name: 'Overruled' })).toBeTruthy();
  await user.click(line);
  const inspector = within(await screen.findByRole('complementary', { name: 'Cy Short' }));
  expect(inspector.getByText('A lead graduated them anyway: “Taught it”')).toBeTruthy();
  expect(inspector.getByText(/^Decided on Mon, Jun 3, 2024 under version 1/)).toBeTruthy();
  expect(inspector.queryByText('Missed IT Management on Thu, May 23, 2024')).toBeNull();
  await expectNoBarriers();
  await user.click(inspector.getByRole('button', { name: 'Reissue to “Cy Short”' }));
  await waitFor(() => expect(desk.asked('graduates.reissue')).toEqual([{ participantIds: [cy.participantId] }]));
});

test('a wrong name is corrected in the inspector', async () => {
  const desk = fakeDesk({
    ...answers,
    'people.show': () =>
      done({
        personId: renee.personId,
        name: 'Renee McAllister',
        givenName: 'Renee',
        familyName: 'McAllister',
        certificateName: null,
        email: null,
        phone: '2565550112',
        jobTitle: null,
        organizationId: null,
        organization: null,
        cohorts: [],
      }),
    'people.revise': () => done(null),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await user.click(await row('Renée McAllister'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Renée McAllister' }));
  await user.click(inspector.getByRole('button', { name: 'Correct…' }));
  const given = await inspector.findByLabelText('First name');
  await user.clear(given);
  await user.type(given, 'Renée');
  await user.click(inspector.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('people.revise')).toEqual([
      expect.objectContaining({ personId: renee.personId, givenName: 'Renée', certificateName: null }),
    ]),
  );
});
