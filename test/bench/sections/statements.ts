import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { isSignedBy, newSeed, privateKeyOf, publicPartOf, signBytes } from '../../../main/signatures/ed25519.ts';
import { printSigned, readPrinted } from '../../../shared/model/statement/printed.ts';
import { packStatement, type Statement, unpackStatement } from '../../../shared/model/statement/statement.ts';
import { type Report, timed } from '../measure.ts';
import { applicantRow } from '../people.ts';

const count = 10_000;

/** The signed codes of certificates, made and read, beside bare signatures over as many bytes. */
export async function statements(report: Report): Promise<void> {
  const key = privateKeyOf(newSeed());
  const publicKey = publicPartOf(key);
  const list = Array.from({ length: count }, (_, number) => statementOf(number));
  const bytes = list.map(pack);
  const bare = generateKeyPairSync('ed25519');

  const signatures: Buffer[] = [];
  const signFloor = await timed(async () => {
    for (const each of bytes) signatures.push(sign(null, each, bare.privateKey));
  });
  const codes: string[] = [];
  const signing = await timed(async () => {
    for (const each of list) {
      const signed = pack(each);
      codes.push(printSigned({ signed, signature: signBytes(signed, key) }));
    }
  });
  report({
    name: '10,000 statements packed, signed, and printed',
    unit: 's',
    ours: signing / 1_000,
    floor: signFloor / 1_000,
    floorIs: 'node:crypto signing the same bytes',
  });

  let right = 0;
  const verifyFloor = await timed(async () => {
    for (const [at, each] of bytes.entries()) {
      const signature = signatures[at];
      if (signature && verify(null, each, bare.publicKey, signature)) right += 1;
    }
  });
  const verifying = await timed(async () => {
    for (const code of codes) {
      const read = readPrinted(code);
      if (read === null || read === 'broken') continue;
      if (unpackStatement(read.signed) && isSignedBy(publicKey, read.signed, read.signature)) right += 1;
    }
  });
  if (right !== 2 * count) throw new Error('Not every signature was found right.');
  report({
    name: '10,000 codes read, unpacked, and verified',
    unit: 's',
    ours: verifying / 1_000,
    floor: verifyFloor / 1_000,
    floorIs: 'node:crypto verifying the same bytes',
  });
}

function statementOf(number: number): Statement {
  const [, , given = '', family = ''] = applicantRow(number);
  return {
    program: 'AL-CTO',
    number: `AL-CTO-1${String(number).padStart(4, '0')}0`,
    name: `${given} ${family}`,
    what: 'AL-CTO Certification',
    cohort: 'Foxtrot',
    issuedOn: '2025-06-13',
    validUntil: null,
  };
}

function pack(statement: Statement): Uint8Array<ArrayBuffer> {
  const signed = packStatement({ statement, keyHint: 4711 });
  if (signed === null) throw new Error('The statement has no room for its days.');
  return signed;
}
