import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { countOf } from '../../../shared/model/counts.ts';
import { addDays } from '../../../shared/model/dates.ts';
import { SignedStatusList, type StatusList } from '../../../shared/model/open-badges/status-list.ts';
import { credentialsContext } from '../../../shared/model/open-badges/terms.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { bytesToSign } from '../../open-badges/canonical.ts';
import { didOf } from '../../open-badges/multibase.ts';
import { proofOptions, withProof } from '../../open-badges/proof.ts';
import { listGoodForDays } from '../../rules/certificates/state.ts';
import { type PublishedList, statusBits } from '../../rules/credentials/status-bits.ts';
import { statusAddress, statusFileName, statusPlace } from '../../rules/credentials/status-place.ts';
import { everyIssued, takenBack } from '../certificates/listed.ts';
import { signerOf } from '../certificates/signer.ts';
import { badgeMaking } from './badge-making.ts';

/** Unpacked, a list may have so many bytes: a small file can unpack to any size. */
const mostBytes = 8 * 1024 * 1024;

/** Bits as a status list has them: `u`, and base64url of what gzip makes of them. */
export const encodeBits = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

/** The bits of a list; null: they can't be unpacked. */
export function decodeBits(encoded: string): Uint8Array | null {
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) return null;
  try {
    return gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}

/** A list as it was published, to be looked up in; null: its bits can't be unpacked. Its proof is another question. */
export function publishedList({ id, credentialSubject }: StatusList): PublishedList | null {
  const bits = decodeBits(credentialSubject.encodedList);
  return bits && { id, statusPurpose: credentialSubject.statusPurpose, bits };
}

/** The places of certificates that are good no longer, by list; a list is there as soon as a number has its place in it. */
function endedPlaces(facts: Facts): ReadonlyMap<string, ReadonlySet<number>> {
  const lists = new Map<string, Set<number>>();
  for (const { number, ended } of [...everyIssued(facts), ...takenBack(facts)]) {
    const place = statusPlace(number);
    if (place === null) continue;
    const list = lists.get(place.list) ?? new Set<number>();
    lists.set(place.list, list);
    if (ended !== null) list.add(place.index);
  }
  return lists;
}

/** Writes a signed list for each series of numbers, under the names that the badges know them by, to be published. */
export const saveStatusLists: Errand<'credentials.saveStatusLists'> = async (desk) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const { address } = facts.inForce.policy.certificate;
  if (address === '') {
    return refuse(
      'Settings has no address of the checking page, so no badge says where its status list is. Enter the address, save the badges again, then the list.',
    );
  }
  const signer = await signerOf(desk);
  if (!signer.ok) return signer;
  if (signer.value.kind === 'none') return refuse(`${signer.value.why}: a status list must be signed.`);
  const lists = endedPlaces(facts);
  if (lists.size === 0) return refuse('No certificate has been issued yet, so there is no status to publish.');
  const folder = await desk.dialogs.chooseFolder({ title: 'Choose a folder for the status lists' });
  if (folder === null) return done(null);
  const { publicKey, sign } = signer.value;
  const names: string[] = [];
  let revoked = 0;
  for (const [list, places] of lists) {
    const id = statusAddress(address, list) ?? '';
    const document: StatusList = {
      '@context': [credentialsContext],
      id,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: didOf(publicKey),
      validFrom: facts.now,
      validUntil: badgeMaking(facts.zone).closing(addDays(facts.today, listGoodForDays)),
      credentialSubject: {
        id: `${id}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: encodeBits(statusBits(places)),
      },
    };
    const options = proofOptions(publicKey, facts.now);
    const bytes = await bytesToSign({ document, options });
    if (bytes === null) throw new Error('A status list says something that its context does not know.');
    const signed = SignedStatusList.parse(withProof(document, options, sign(bytes)));
    const file = path.join(folder, statusFileName(list));
    const written = await replaceFile(file, (handle) => handle.writeFile(`${JSON.stringify(signed, null, 2)}\n`));
    if (!written.ok) return written;
    desk.written.add(file);
    names.push(statusFileName(list));
    revoked += places.size;
  }
  const [first = ''] = names;
  return done({
    file: path.join(folder, first),
    holds: `the status of all badges in ${names.join(', ')}, ${countOf(revoked, 'of them revoked or replaced', 'of them revoked or replaced')}`,
    notes: [
      `Put ${names.length === 1 ? 'it' : 'them'} beside the checking page under ${names.length === 1 ? 'that name' : 'those names'}, and again after every change; a list is good for a year.`,
    ],
  });
};
