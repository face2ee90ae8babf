import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { ParticipantId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CertificateCheck } from '../../../../shared/views/certificates.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const statement = {
  program: 'AL-CTO',
  number: 'AL-CTO-100014',
  name: 'Zoë Adams',
  what: 'AL-CTO Certification',
  cohort: 'Foxtrot',
  issuedOn: '2024-05-23',
  validUntil: null,
};

const valid: CertificateCheck = {
  state: { kind: 'valid' },
  word: 'Valid',
  sentence: 'AL-CTO issued this certificate, and it is valid.',
  number: statement.number,
  statement,
  record: {
    participantId: ParticipantId.parse('018f0000-0000-7000-8000-00000000002a'),
    number: statement.number,
    name: 'Zoë Adams, Ed.D.',
    cohort: 'Foxtrot',
    issuedOn: CivilDate.parse('2024-05-23'),
  },
  differences: ['The record’s name is now “Zoë Adams, Ed.D.”.'],
  profile: [
    ['Name', 'AL-CTO Certification'],
    ['Credential ID', 'AL-CTO-100014'],
  ],
};

const altered: CertificateCheck = {
  state: { kind: 'altered' },
  word: 'Altered',
  sentence: 'The code is not as it was signed.',
  number: statement.number,
  statement,
  record: null,
  differences: [],
  profile: [],
};

test('a scanned code is answered large, with every signed fact to hold beside the paper', async () => {
  const desk = fakeDesk({ 'certificates.check': () => done({ file: null, checks: [valid] }) });
  const user = await openApp('/check-certificate');
  const field = screen.getByRole('textbox', { name: /^Number/ });
  expect(document.activeElement).toBe(field);
  await user.keyboard('CDC123{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: /^Valid/ })).toBeTruthy();
  expect(desk.asked('certificates.check')).toEqual([{ text: 'CDC123', file: null }]);
  const signed = within(screen.getByRole('region', { name: 'What was signed' }));
  for (const fact of ['Zoë Adams', 'AL-CTO Certification', 'Foxtrot', 'AL-CTO-100014']) {
    expect(signed.getByText(fact)).toBeTruthy();
  }
  expect(screen.getByText('The record’s name is now “Zoë Adams, Ed.D.”.')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: 'Fields for LinkedIn' })).toHaveProperty(
    'value',
    'Name: AL-CTO Certification\nCredential ID: AL-CTO-100014',
  );
  await waitFor(() => expect(field).toHaveProperty('value', ''));
  await expectNoBarriers();
});

test('of an altered code nothing is shown as signed', async () => {
  fakeDesk({ 'certificates.check': () => done({ file: null, checks: [altered] }) });
  const user = await openApp('/check-certificate');
  await user.keyboard('CDC123{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: /^Altered/ })).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'What was signed' })).toBeNull();
});

test('a slip in the number is said in place, and the number stays to be set right', async () => {
  fakeDesk({ 'certificates.check': () => refuse('“100041” is not a number of a certificate.') });
  const user = await openApp('/check-certificate');
  await user.keyboard('100041{Enter}');
  expect(await screen.findByText('“100041” is not a number of a certificate.')).toBeTruthy();
  expect(screen.getByRole('textbox', { name: /^Number/ })).toHaveProperty('value', '100041');
});

test('a file is asked for, and each of its codes answered', async () => {
  const desk = fakeDesk({ 'certificates.check': () => done({ file: 'foxtrot.pdf', checks: [valid, altered] }) });
  const user = await openApp('/check-certificate');
  await user.click(screen.getByRole('button', { name: /^Choose a file/ }));
  expect(await screen.findByText('2 certificates in foxtrot.pdf')).toBeTruthy();
  expect(desk.asked('certificates.check')).toEqual([{ text: null, file: null }]);
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'ValidAL-CTO-100014',
    'AlteredAL-CTO-100014',
  ]);
});

test.each(['foxtrot.pdf', 'AL-CTO-100014 Zoë Adams.png', 'badge.svg', 'badge.json'])(
  'a certificate or badge that is dropped on the window is checked, not imported: %s',
  async (name) => {
    const desk = fakeDesk({ 'certificates.check': () => done({ file: name, checks: [valid] }) });
    await openApp('/check-certificate');
    fireEvent.drop(window, { dataTransfer: { files: [new File(['…'], name)], types: ['Files'] } });
    expect(await screen.findByText(`One certificate in ${name}`)).toBeTruthy();
    expect(desk.asked('certificates.check')).toEqual([{ text: null, file: `/home/lead/${name}` }]);
    expect(desk.asked('imports.read')).toEqual([]);
  },
);

test('F6 turns the camera on and off', async () => {
  fakeDesk();
  const user = await openApp('/check-certificate');
  await user.keyboard('{F6}');
  expect(await screen.findByRole('region', { name: 'Camera' })).toBeTruthy();
  await user.keyboard('{F6}');
  expect(screen.queryByRole('region', { name: 'Camera' })).toBeNull();
});
