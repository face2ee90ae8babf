import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileFields } from '../../../../main/rules/certificates/profile.ts';
import { sayState, wordOf } from '../../../../main/rules/certificates/say-state.ts';
import {
  type CertificateQuestion,
  certificateState,
  type ListedCertificate,
  verdictOfKey,
} from '../../../../main/rules/certificates/state.ts';
import type { Statement } from '../../../../shared/model/statement/statement.ts';

const today = '2024-06-03';
const statement: Statement = {
  program: 'AL-CTO',
  number: 'AL-CTO-100072',
  name: 'Zoë Adams',
  what: 'AL-CTO Certification',
  cohort: 'Foxtrot',
  issuedOn: '2024-05-23',
  validUntil: null,
};
const listed: ListedCertificate = {
  number: statement.number,
  issuedOn: statement.issuedOn,
  dueOn: null,
  goodUntil: null,
  ended: null,
};
const question: CertificateQuestion = { seal: 'good', statement, listed, listFrom: null };
const due = { ...listed, dueOn: '2024-06-10', goodUntil: '2024-06-30' };
const revoked = { ...listed, ended: { kind: 'revoked', on: '2024-06-01', reason: 'Issued by mistake' } } as const;
const superseded = { ...listed, ended: { kind: 'superseded', on: '2024-06-01', by: 'AL-CTO-100089' } } as const;

describe('what a certificate is', () => {
  it.each<[string, Partial<CertificateQuestion>, string, string?]>([
    ['valid', {}, 'valid'],
    ['valid by its number alone', { seal: 'none', statement: null }, 'valid'],
    ['valid, with documents due', { listed: due }, 'due'],
    ['valid in the time of grace', { listed: due }, 'due', '2024-06-20'],
    ['valid on the last day of grace', { listed: due }, 'due', '2024-06-30'],
    ['expired the day after', { listed: due }, 'expired', '2024-07-01'],
    ['revoked', { listed: revoked }, 'revoked'],
    ['replaced', { listed: superseded }, 'superseded'],
    ['altered', { seal: 'broken' }, 'altered'],
    ['altered, whatever the number’s status', { seal: 'broken', listed: revoked }, 'altered'],
    ['altered past reading', { seal: 'broken', statement: null, listed: null }, 'altered'],
    ['of another issuer', { seal: 'unknown-key' }, 'other-issuer'],
    ['of nobody known, by a number', { seal: 'none', statement: null, listed: null }, 'not-known'],
    ['not in the record', { listed: null }, 'not-known'],
    ['newer than the list', { listed: null, listFrom: '2024-05-20' }, 'not-known'],
    ['of the list’s own day, and not in it', { listed: null, listFrom: '2024-05-23' }, 'not-known'],
    ['looked up in a list of last year', { listFrom: '2023-06-01' }, 'not-known'],
    ['past its day in a list from before that day', { listed: due, listFrom: '2024-06-05' }, 'not-known', '2024-07-01'],
    ['past its day in a list from after that day', { listed: due, listFrom: '2024-07-01' }, 'expired', '2024-07-02'],
    ['signed with a stolen key', { seal: 'withdrawn' }, 'not-known'],
    ['revoked, and signed with a stolen key', { seal: 'withdrawn', listed: revoked }, 'revoked'],
    ['not checked', { seal: 'unchecked' }, 'not-known'],
    ['not checked, though the number is revoked', { seal: 'unchecked', listed: revoked }, 'not-known'],
  ])('%s', (_, part, kind, on = today) => {
    expect(certificateState({ ...question, ...part }, on).kind).toBe(kind);
  });

  it('is never valid where something could not be checked', () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((count) => new Date(Date.UTC(2020, 0, 1 + count)).toISOString().slice(0, 10));
    const entry = fc.record<ListedCertificate>({
      number: fc.constant(statement.number),
      issuedOn: day,
      dueOn: fc.option(day),
      goodUntil: fc.option(day),
      ended: fc.option(fc.constantFrom(revoked.ended, superseded.ended)),
    });
    const asked = fc.record<CertificateQuestion>({
      seal: fc.constantFrom('good', 'broken', 'unknown-key', 'withdrawn', 'unchecked', 'none'),
      statement: fc.option(fc.constant(statement)),
      listed: fc.option(entry),
      listFrom: fc.option(day),
    });
    fc.assert(
      fc.property(asked, day, (each, on) => {
        const { kind } = certificateState(each, on);
        if (kind !== 'valid' && kind !== 'due') return;
        expect(['good', 'none']).toContain(each.seal);
        expect(each.listed?.ended).toBeNull();
        if (each.listed?.goodUntil) expect(each.listed.goodUntil >= on).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says in a sentence what was found and what to do', () => {
    const said = (part: Partial<CertificateQuestion>, on = today) => {
      const asked = { ...question, ...part };
      const state = certificateState(asked, on);
      return `${wordOf(state, asked.seal)}. ${sayState(state, asked.seal, 'AL-CTO', on)}`;
    };
    expect(said({ listed: due })).toBe(
      'Valid. AL-CTO issued this certificate, and it is valid; re-certification is due on Jun 10, 2024.',
    );
    expect(said({ listed: due }, '2024-06-20')).toContain(
      'were due on Jun 10, 2024; the grace period is still running.',
    );
    expect(said({ seal: 'none', statement: null })).toBe(
      'Valid number. AL-CTO issued this certificate, and it is valid. What is printed on the paper was not checked: scan its code, or compare the name.',
    );
    expect(said({ listed: revoked })).toBe(
      'Revoked. AL-CTO revoked this certificate on Jun 1, 2024: Issued by mistake.',
    );
    expect(said({ listed: superseded })).toContain('replaced this certificate on Jun 1, 2024 by AL-CTO-100089.');
    expect(said({ seal: 'none', statement: null, listed: null, listFrom: '2024-05-20' })).toContain(
      'The list of May 20, 2024 has no certificate of this number.',
    );
    expect(said({ listed: null, listFrom: '2024-05-20' })).toContain(
      'the status is not known, since the list is from May 20, 2024',
    );
  });
});

describe('a signature that is right', () => {
  it.each([
    ['is good under the key in use', null, null, 'good'],
    ['is good under a key that was replaced later', '2024-05-23', 'replaced', 'good'],
    ['is good under a key that was lost later', '2024-06-01', 'lost', 'good'],
    ['proves nothing of a day after the key’s last', '2024-05-22', 'replaced', 'withdrawn'],
    ['proves nothing under a key that was stolen', '2024-06-01', 'stolen', 'withdrawn'],
  ] as const)('%s', (_, until, ending, verdict) => {
    expect(verdictOfKey({ until, ending }, statement)).toBe(verdict);
  });
});

describe('the fields for LinkedIn', () => {
  const facts = {
    title: 'AL-CTO Certification',
    organization: 'ALET',
    number: 'AL-CTO-100072',
    issuedOn: '2024-05-23',
    address: 'https://www.example.org/verify.html',
  };

  it('are those of its form, with the address of the checking page', () => {
    expect(profileFields({ kind: 'due', dueOn: '2026-05-23' }, facts)).toEqual([
      ['Name', 'AL-CTO Certification'],
      ['Issuing organization', 'ALET'],
      ['Issue date', 'May 2024'],
      ['Expiration date', 'May 2026'],
      ['Credential ID', 'AL-CTO-100072'],
      ['Credential URL', 'https://www.example.org/verify.html#AL-CTO-100072'],
    ]);
    expect(profileFields({ kind: 'valid' }, { ...facts, address: '' }).map(([field]) => field)).toEqual([
      'Name',
      'Issuing organization',
      'Issue date',
      'Credential ID',
    ]);
  });

  it('are none of a certificate that is not good', () => {
    expect(profileFields({ kind: 'expired', on: '2024-06-01' }, facts)).toEqual([]);
  });
});
