import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import type { PersonId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { PersonView } from '../../../../shared/views/people.ts';
import type { Answers, FakeDesk } from '../../fake-desk.ts';

/** A person’s record as main shows it. */
export const record = (personId: PersonId, given: string, family: string): PersonView => ({
  personId,
  name: `${given} ${family}`,
  givenName: given,
  familyName: family,
  certificateName: null,
  email: null,
  phone: null,
  jobTitle: null,
  organizationId: null,
  organization: null,
  cohorts: [],
});

/** What a desk answers while this record is corrected. */
export const correcting = (of: PersonView): Answers => ({
  'people.show': () => done(of),
  'people.revise': () => done(null),
  'organizations.list': () => refuse('The list of school systems is not needed here.'),
});

/** Corrects the e-mail address in the dialog that is open, and sees it saved. */
export async function correctTheAddress(user: UserEvent, desk: FakeDesk, of: PersonView): Promise<void> {
  const dialog = within(await screen.findByRole('dialog', { name: `Correct the record of ${of.name}` }));
  await user.type(await dialog.findByLabelText('E-mail'), 'right@example.org');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('people.revise')).toMatchObject([{ personId: of.personId, email: 'right@example.org' }]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}
