import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseEmail } from '../../../main/features/imports/values.ts';
import { isMailable, MailAddress, mailAddressOf, searchedAddress } from '../../../shared/model/mail-address.ts';

describe('an e-mail address', () => {
  test.each([
    ['Ana@Example.org', 'ana@example.org'],
    [' ana@example.org ', 'ana@example.org'],
    ['ana@bücher.example.org', 'ana@xn--bcher-kva.example.org'],
    ['ana@BÜCHER.example.org', 'ana@xn--bcher-kva.example.org'],
    ['ana@xn--bcher-kva.example.org', 'ana@xn--bcher-kva.example.org'],
    ['ana@例え。テスト', 'ana@xn--r8jz45g.xn--zckzah'],
    ['ana@straße.example', 'ana@xn--strae-oqa.example'],
    ['o&m@example.org', 'o&m@example.org'],
    ["o'brien+alet@k12.al.us", "o'brien+alet@k12.al.us"],
    ['{a}=b/c@example.org', '{a}=b/c@example.org'],
  ])('“%s” is kept as %s', (typed, kept) => {
    expect(mailAddressOf(typed)).toBe(kept);
    expect(mailAddressOf(kept)).toBe(kept);
    expect(isMailable(kept)).toBe(true);
    expect(MailAddress.parse(typed)).toBe(kept);
  });

  test.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    '.lead@example.org',
    'trail.@example.org',
    'two..dots@example.org',
    'a b@example.org',
    'a@b@example.org',
    'josé@example.org',
    'ana@-example.org',
    'ana@example-.org',
    'ana@exa_mple.org',
    'ana@example.o',
    'ana@127.0.0.1',
    'ana@１２７.０.０.１',
    'ana@bücher.example.org:80',
    'ana@bücher.example.org/x',
    'ana@bü cher.example.org',
    'ana@xn--.example.org',
    'ana@bücher..example.org',
    `ana@${'a'.repeat(64)}.org`,
    `${'a'.repeat(65)}@example.org`,
    'ana@example.org\r\nBcc: bo@example.org',
    'ana@example.org, bo@example.org',
    '"ana"@example.org',
  ])('“%s” is none, wherever it comes in', (typed) => {
    expect(mailAddressOf(typed)).toBeNull();
    expect(isMailable(typed)).toBe(false);
    expect(MailAddress.safeParse(typed).success).toBe(false);
  });

  it('is the same at import, where a lead corrects it, and in a letter', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'ab.-_&+\'@ü例9 "/:'.split('')), maxLength: 14 });
    fc.assert(
      fc.property(letters, fc.constantFrom('example.org', 'bücher.example', 'b.c', '1.2', ''), (local, domain) => {
        const typed = `${local}@${domain}`;
        const { value } = parseEmail(typed);
        const kept = mailAddressOf(typed);
        // An import may find an address among other words; what it keeps is one for everyone else too.
        if (value !== null) expect(mailAddressOf(value)).toBe(value);
        if (kept !== null) {
          expect(mailAddressOf(kept)).toBe(kept);
          expect(isMailable(kept)).toBe(true);
          expect(MailAddress.parse(kept)).toBe(kept);
        }
      }),
    );
  });

  test.each([
    ['Ana@Exam', 'ana@exam'],
    ['ana@büc', 'ana@xn--'],
    ['ana@bücher.ex', 'ana@xn--bcher-kva.ex'],
    ['ana@', 'ana@'],
  ])('“%s” is looked for as %s while it is typed', (typed, asked) => expect(searchedAddress(typed)).toBe(asked));
});

test.each(['.lead@example.org', 'josé@example.org', 'trail.@example.org'])('“%s” is flagged at import', (typed) =>
  expect(parseEmail(typed)).toEqual({ value: null, note: expect.stringContaining('isn’t an e-mail address') }),
);
