import { readCertificateNumber } from '../../../shared/model/certificate-numbers.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { readPrinted } from '../../../shared/model/statement/printed.ts';
import type { Statement } from '../../../shared/model/statement/statement.ts';
import type { CertificateCheck, CheckedRecord } from '../../../shared/views/certificates.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { profileFields } from '../../rules/certificates/profile.ts';
import { type CheckedThing, sayState, wordOf } from '../../rules/certificates/say-state.ts';
import { certificateState, type SealVerdict } from '../../rules/certificates/state.ts';
import { everyKey } from './keys.ts';
import { type IssuedCertificate, issuedUnder, takenBack } from './listed.ts';
import { unseal } from './seal.ts';

/** Checks what was scanned, typed, or pasted: a code's statement, or a number. Refuses what is neither. */
export function checkText(facts: Facts, text: string): Result<CertificateCheck> {
  if (!facts.inForce) return noProgram();
  const printed = readPrinted(text);
  if (printed === 'broken') return done(answer(facts, 'broken', null, null));
  if (printed !== null) {
    const { seal, statement } = unseal(printed, everyKey(facts));
    return done(answer(facts, seal, statement, statement?.number ?? null));
  }
  const program = facts.inForce.policy.program.name;
  const typed = text.trim();
  // A number from before there were check digits has the last word: it may look like anything.
  if (issuedUnder(facts, typed)) return done(answer(facts, 'none', null, typed));
  const reading = readCertificateNumber(typed, program);
  if (reading.kind === 'misread') {
    return refuse(
      `“${typed}” is not a number of a certificate: a digit is wrong, missing, or swapped. Read it from the paper again.`,
    );
  }
  if (reading.kind === 'number') return done(answer(facts, 'none', null, reading.number));
  if (typed === '') return refuse('Nothing was typed. Type the number, or scan the code on the paper.');
  return done(answer(facts, 'none', null, typed));
}

/** The answer on a certificate: what its statement is worth, and what the record has under its number. */
export function answer(
  facts: Facts,
  seal: SealVerdict,
  statement: Statement | null,
  number: string | null,
  on: CheckedThing = 'code',
): CertificateCheck {
  const record = number === null ? undefined : issuedUnder(facts, number);
  const listed = record ?? (number === null ? undefined : takenBack(facts, number)[0]) ?? null;
  const state = certificateState({ seal, statement, listed, listFrom: null }, facts.today);
  const policy = facts.inForce?.policy;
  const program = policy?.program.name ?? '';
  const isOurs = seal !== 'unknown-key';
  return {
    state,
    word: wordOf(state, seal),
    sentence: sayState(state, seal, program, facts.today, on),
    number,
    statement,
    record: record && isOurs ? recordOf(record) : null,
    differences: statement && record && isOurs ? differences(statement, record) : [],
    profile:
      policy && record
        ? profileFields(state, {
            title: statement?.what ?? policy.certificate.title,
            organization: policy.program.organization,
            number: record.number,
            issuedOn: record.issuedOn,
            address: policy.certificate.address,
          })
        : [],
  };
}

const recordOf = ({ participantId, number, name, cohort, issuedOn }: IssuedCertificate): CheckedRecord => ({
  participantId,
  number,
  name,
  cohort,
  issuedOn,
});

/** Where the record says something else than the code: the paper was printed before it was corrected. */
function differences(statement: Statement, record: IssuedCertificate): string[] {
  const pairs = [
    ['name', statement.name, record.name],
    ['cohort', statement.cohort, record.cohort],
    ['day', statement.issuedOn, record.issuedOn],
  ] as const;
  return pairs
    .filter(([, printed, now]) => printed !== now)
    .map(([what, , now]) => `The record’s ${what} is now “${now}”.`);
}
