import { Proof } from '../../shared/model/open-badges/proof.ts';
import { isSignedBy } from '../signatures/ed25519.ts';
import { bytesToSign } from './canonical.ts';
import { type Contexts, shippedContexts } from './contexts.ts';
import { fromBase58, methodOf, publicKeyOf, toBase58 } from './multibase.ts';

/** What a proof says besides the signature: by which key, when, and that it asserts what is signed. */
export const proofOptions = (publicKey: string, created: string): Omit<Proof, 'proofValue'> => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created,
  verificationMethod: methodOf(publicKey),
  proofPurpose: 'assertionMethod',
});

/** A document with its proof behind it. */
export const withProof = <Document extends object>(
  document: Document,
  options: Omit<Proof, 'proofValue'>,
  signature: Uint8Array,
): Document & { readonly proof: Proof } => ({ ...document, proof: { ...options, proofValue: toBase58(signature) } });

/** What is needed to verify a document: whose key, the signature, and the bytes that it is over. */
export interface SignedClaim {
  /** 32 bytes in base64url, as the proof's method names them. */
  readonly publicKey: string;
  /** The name before the method's `#`. */
  readonly controller: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** Null: the document has no canonical form here. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** Takes a document's proof apart. Null where it has none that this suite could have made. */
export async function claimOf(document: object, contexts: Contexts = shippedContexts): Promise<SignedClaim | null> {
  const { proof, ...rest } = { proof: null, '@context': null, ...document };
  const read = Proof.safeParse(proof);
  if (!read.success) return null;
  const { proofValue, ...options } = read.data;
  const [controller = '', multikey = ''] = options.verificationMethod.split('#');
  const publicKey = publicKeyOf(multikey);
  const signature = fromBase58(proofValue);
  if (publicKey === null || signature?.length !== 64) return null;
  return { publicKey, controller, signature, bytes: await bytesToSign({ document: rest, options }, contexts) };
}

/** Whether the signature of a claim is right. That says nothing of whose key it is. */
export const isRight = ({ publicKey, signature, bytes }: SignedClaim): boolean =>
  bytes !== null && isSignedBy(publicKey, bytes, signature);
