import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { shippedContexts } from '../../../main/open-badges/contexts.ts';

/** Loads the contexts that ship with the app and what a `did:key` says of itself; nothing else is there to be found. */
async function documentLoader(url: string) {
  const document = shippedContexts.get(url) ?? keyDocument(url);
  if (!document) throw new Error(`${url} is not to be had without a network.`);
  return { contextUrl: null, documentUrl: url, document };
}

function keyDocument(url: string): object | null {
  const [did = '', fragment] = url.split('#');
  const [, key] = /^did:key:(z6Mk\w+)$/.exec(did) ?? [];
  if (key === undefined) return null;
  const method = { id: `${did}#${key}`, type: 'Multikey', controller: did, publicKeyMultibase: key };
  const multikey = 'https://w3id.org/security/multikey/v1';
  return fragment === undefined
    ? {
        '@context': ['https://www.w3.org/ns/did/v1', multikey],
        id: did,
        verificationMethod: [method],
        assertionMethod: [method.id],
      }
    : { '@context': multikey, ...method };
}

/** Whether @digitalbazaar/vc, which no line of ours is in, finds a credential good on a day. */
export async function isGoodToAnother(
  credential: object,
  { now, isClear = true }: { readonly now: string; readonly isClear?: boolean },
): Promise<boolean> {
  const { verified } = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    checkStatus: async () => ({ verified: isClear }),
    now: new Date(now),
  });
  return verified;
}
