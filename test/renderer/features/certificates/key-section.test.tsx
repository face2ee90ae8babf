import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CertificateKey } from '../../../../renderer/features/certificates/key-section.tsx';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { IssuerKeyId } from '../../../../shared/model/issuer-keys.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { KeyLine } from '../../../../shared/views/certificates.ts';
import { fakeDesk } from '../../fake-desk.ts';

const key: KeyLine = {
  id: IssuerKeyId.parse('018f0000-0000-7000-8000-00000000002a'),
  fingerprint: '4F7K 0000 1111 2222',
  since: CivilDate.parse('2024-06-03'),
  until: null,
  ending: null,
  here: 'open',
  keptBy: 'keychain',
};

test('without a key, says what it is for, and makes one under a passphrase where there is no keychain', async () => {
  const desk = fakeDesk({
    'certificates.keys': () => done({ keepsBy: 'passphrase', keys: [] }),
    'certificates.makeKey': () => done({ fingerprint: key.fingerprint }),
  });
  render(<CertificateKey />);
  expect(await screen.findByText(/under a passphrase, since this system has no keychain/)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Make the key…' }));
  const make = screen.getByRole('button', { name: /^Make the key(?!…)/ });
  expect(make.getAttribute('aria-disabled')).toBe('true');
  await user.type(screen.getByRole('textbox', { name: 'Passphrase' }), 'correct horse battery');
  await user.click(make);
  await waitFor(() => expect(desk.asked('certificates.makeKey')).toEqual([{ passphrase: 'correct horse battery' }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('with a keychain, asks for no passphrase', async () => {
  const desk = fakeDesk({
    'certificates.keys': () => done({ keepsBy: 'keychain', keys: [] }),
    'certificates.makeKey': () => done({ fingerprint: key.fingerprint }),
  });
  render(<CertificateKey />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Make the key…' }));
  expect(screen.queryByRole('textbox', { name: 'Passphrase' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Make the key(?!…)/ }));
  await waitFor(() => expect(desk.asked('certificates.makeKey')).toEqual([{ passphrase: null }]));
});

test('a key that is lost is replaced, and its days stay to be read', async () => {
  const old: KeyLine = {
    ...key,
    id: IssuerKeyId.parse('018f0000-0000-7000-8000-00000000002b'),
    fingerprint: 'AAAA 0000 1111 2222',
    until: CivilDate.parse('2024-06-01'),
    ending: 'lost',
    here: 'absent',
  };
  const desk = fakeDesk({
    'certificates.keys': () => done({ keepsBy: 'keychain', keys: [key, old] }),
    'certificates.replaceKey': () => done({ fingerprint: key.fingerprint }),
  });
  render(<CertificateKey />);
  expect(await screen.findByText('It was lost')).toBeTruthy();
  expect(screen.getByText(/If the key is lost, every certificate that is printed stays good/)).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Replace the key…' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Why' }), 'lost');
  await user.click(screen.getByRole('button', { name: /^Replace the key(?!…)/ }));
  await waitFor(() => expect(desk.asked('certificates.replaceKey')).toEqual([{ ending: 'lost', passphrase: null }]));
});

test('a wrong passphrase is said where it was given', async () => {
  fakeDesk({
    'certificates.keys': () =>
      done({ keepsBy: 'passphrase', keys: [{ ...key, here: 'sealed', keptBy: 'passphrase' }] }),
    'certificates.unlockKey': () => refuse('The passphrase is not the one.'),
  });
  render(<CertificateKey />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Unlock the key…' }));
  await user.type(screen.getByRole('textbox', { name: 'Passphrase' }), 'wrong');
  await user.click(screen.getByRole('button', { name: /^Unlock(?! the)/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('The passphrase is not the one.');
});
