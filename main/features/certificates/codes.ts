import type { CivilDate } from '../../../shared/model/dates.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import type { Workbench } from '../../call/handler.ts';
import { issuedBy } from './listed.ts';
import { signerOf } from './signer.ts';

/** What a certificate says, as far as its code says it too. */
interface CodedCertificate {
  readonly number: string;
  readonly name: string;
  readonly what: string;
  readonly cohort: string;
  readonly issuedOn: CivilDate;
}

/** The codes of some certificates. */
interface CertificateCodes {
  /** By number; what has none here is printed with its number alone. */
  readonly codes: ReadonlyMap<string, string>;
  /** Why some have none, and what to do about it; null: all have one. */
  readonly note: string | null;
}

/**
 * Signs what certificates say and gives back what their codes hold. Nothing of it is kept: the same certificate under
 * the same key always gets the same code. Refuses where the key is on this laptop and can't be opened.
 */
export async function codesFor(
  desk: Pick<Workbench, 'facts' | 'keys'>,
  certificates: readonly CodedCertificate[],
): Promise<Result<CertificateCodes>> {
  const signer = await signerOf(desk);
  if (!signer.ok) return signer;
  if (signer.value.kind === 'none') {
    return done({ codes: new Map(), note: `${signer.value.why}; until then the code holds only the number.` });
  }
  const facts = desk.facts();
  const program = facts.inForce?.policy.program.name ?? '';
  const address = facts.inForce?.policy.certificate.address ?? '';
  const numbers = JSON.stringify(certificates.map(({ number }) => number));
  const issued = issuedBy(facts, 'WHERE certificate.number IN (SELECT value FROM json_each(?))', numbers);
  const ends = new Map(issued.map(({ number, goodUntil }) => [number, goodUntil]));
  const codes = new Map<string, string>();
  for (const { number, name, what, cohort, issuedOn } of certificates) {
    const text = signer.value.print({
      program,
      number,
      name: name.normalize('NFC'),
      what,
      cohort,
      issuedOn,
      validUntil: ends.get(number) ?? null,
    });
    if (text !== null) codes.set(number, address === '' ? text : `${address}#${text}`);
  }
  const without = certificates.filter(({ number }) => !codes.has(number));
  const note =
    without.length === 0
      ? null
      : `The day on ${without.map(({ number }) => number).join(', ')} is too long ago; the code holds only the number.`;
  return done({ codes, note });
}
