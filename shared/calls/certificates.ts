import { z } from 'zod';
import { works, writes } from '../call.ts';
import { KeyEnding } from '../model/issuer-keys.ts';
import type { CertificatesChecked, KeysView } from '../views/certificates.ts';
import type { WrittenFile } from '../views/page.ts';
import { nothing, reason } from './inputs.ts';

/** Long enough that whoever finds the paper or the stick can't guess it. */
const passphrase = z.string().min(12, 'a passphrase of at least twelve characters').max(500);
/** Where the keychain keeps the key, none is needed. */
const passphraseIfAny = passphrase.nullable().default(null);

/** The calls about the program's key and about checking certificates; shared/api.ts has them with all others. */
export const certificateCalls = {
  'certificates.check': works<CertificatesChecked | null>().takes(
    'Check a certificate by its number or its code’s text; without either, by a picture or PDF that is asked for',
    z.strictObject({
      text: z.string().max(20_000).nullable().default(null),
      file: z.string().max(4_096).nullable().default(null),
    }),
    { from: 'everything' },
  ),
  'certificates.revoke': writes<null>().takes(
    'Revoke a certificate; its number says so from then on, and why',
    z.strictObject({ number: z.string().trim().min(1).max(300), reason }),
  ),
  'certificates.saveVerifier': works<WrittenFile | null>().takes(
    'Write verify.html: the page that checks certificates in any browser, with the keys and the signed list of today',
    nothing,
  ),
  'certificates.keys': works<KeysView>().takes(
    'The program’s keys for its certificates, and which are on this laptop',
    nothing,
    {
      from: 'everything',
    },
  ),
  'certificates.makeKey': works<{ fingerprint: string }>().takes(
    'Make the program’s key; its private part stays on this laptop, in the keychain or under the passphrase',
    z.strictObject({ passphrase: passphraseIfAny }),
  ),
  'certificates.replaceKey': works<{ fingerprint: string }>().takes(
    'Make a new key in place of the one in use, and say why that one signs no longer',
    z.strictObject({ ending: KeyEnding, passphrase: passphraseIfAny }),
  ),
  'certificates.unlockKey': works<null>().takes(
    'Open a key that lies under a passphrase on this laptop, until the desk is closed',
    z.strictObject({ passphrase: z.string().max(500) }),
  ),
  'certificates.exportKey': works<WrittenFile | null>().takes(
    'Write the key to a file for another laptop, sealed under a passphrase',
    z.strictObject({ passphrase }),
  ),
  'certificates.printKey': works<WrittenFile | null>().takes(
    'The key as a page for the safe, sealed under a passphrase that is not printed on it',
    z.strictObject({ passphrase }),
  ),
  'certificates.importKey': works<{ fingerprint: string }>().takes(
    'Bring the program’s key to this laptop, from its file or as it was typed from paper',
    z.strictObject({
      /** The text from the paper; null: a file is asked for. */
      text: z.string().max(2_000).nullable().default(null),
      passphrase: z.string().max(500),
    }),
  ),
};
