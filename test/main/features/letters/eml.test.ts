import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emlDraft } from '../../../../main/features/letters/eml.ts';
import { fileNames } from '../../../../main/files/file-names.ts';
import { readEml } from './read-eml.ts';

const draft = (more: Partial<Parameters<typeof emlDraft>[0]> & { name?: string } = {}) => {
  const { name = 'Ann One', ...rest } = more;
  return emlDraft({
    to: { name, address: 'ann@example.org' },
    subject: 'Welcome',
    body: 'Dear Ann,\n\nHello.',
    ...rest,
  });
};

describe('A mail draft', () => {
  test('is as a mail program expects it', () => {
    expect(draft()).toBe(
      [
        'X-Unsent: 1',
        'To: Ann One <ann@example.org>',
        'Subject: Welcome',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Dear Ann,',
        '',
        'Hello.',
        '',
      ].join('\r\n'),
    );
  });

  test.each([
    ['Renée McAllister-Núñez', '=?UTF-8?B?UmVuw6llIE1jQWxsaXN0ZXItTsO6w7Fleg==?= <ann@example.org>'],
    ['Renée McAllister', '=?UTF-8?Q?Ren=C3=A9e_McAllister?= <ann@example.org>'],
    ['Rosalind M. Bellweather, Ed.D.', '"Rosalind M. Bellweather, Ed.D." <ann@example.org>'],
    ['Calvin "Cal" O\\Brien', '"Calvin \\"Cal\\" O\\\\Brien" <ann@example.org>'],
    ["Calvin O'Brien", "Calvin O'Brien <ann@example.org>"],
    ['=?UTF-8?Q?x?=', '=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <ann@example.org>'],
    ['', 'ann@example.org'],
  ])('carries the name %s', (name, to) => {
    const message = readEml(draft({ name }));
    expect(message.raw['to']).toBe(to);
    expect(message.headers['to']).toBe(name === '' ? to : `${name} <ann@example.org>`);
  });

  test('no name and no subject can add a header', () => {
    const message = readEml(draft({ name: 'Ann\r\nBcc: x@example.org', subject: 'Hello\r\n\r\nBody \u2028 here' }));
    expect(Object.keys(message.headers)).toEqual([
      'x-unsent',
      'to',
      'subject',
      'mime-version',
      'content-type',
      'content-transfer-encoding',
    ]);
    expect(message.headers['to']).toBe('Ann Bcc: x@example.org <ann@example.org>');
    expect(message.headers['subject']).toBe('Hello Body here');
  });

  test('folds a long subject at its spaces, and a long one with accents between its words', () => {
    const plain = 'A seat in the Foxtrot Cohort of AL-CTO is free for you, and we hope that you will take it soon';
    const folded = draft({ subject: plain });
    expect(folded).toMatch(/\r\nSubject: A seat [^\r]+\r\n [^\r]+\r\nMIME/);
    expect(readEml(folded).headers['subject']).toBe(plain);
    const accents = 'Bienvenue à la cohorte Foxtrot, chère Renée, où nous espérons vous voir très bientôt à Montgomery';
    expect(readEml(draft({ subject: accents })).headers['subject']).toBe(accents);
    const wide = '認定プログラムへようこそ、フォックストロット組の皆さん、モンゴメリーでお会いしましょう';
    const inBase64 = draft({ subject: wide, body: wide });
    expect(inBase64).toContain('=?UTF-8?B?');
    expect(inBase64).toContain('Content-Transfer-Encoding: base64');
    expect(readEml(inBase64)).toMatchObject({ headers: { subject: wide }, body: `${wide}\r\n` });
  });

  test('keeps the letter: accents, signs of equality, spaces at an end, long lines, dots', () => {
    const body = `Dear Renée,\n\na = b  \n.\nFrom here ${'on and '.repeat(40)}🙂`;
    const { raw, body: read } = readEml(draft({ body }));
    expect(raw['content-transfer-encoding']).toBe('quoted-printable');
    expect(read).toBe(`${body}\n`.replaceAll('\n', '\r\n'));
  });

  test('comes back as it was, whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 160 });
    const clean = (value: string) =>
      value
        .toWellFormed()
        .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
        .trim();
    fc.assert(
      fc.property(text, text, text, (name, subject, body) => {
        const read = readEml(draft({ name, subject, body }));
        expect(read.headers['subject']).toBe(clean(subject));
        const to = clean(name);
        expect(read.headers['to']).toBe(to === '' ? 'ann@example.org' : `${to} <ann@example.org>`);
        const lines = `${body.toWellFormed().replace(/\r\n?/g, '\n').trimEnd()}\n`.replaceAll('\n', '\r\n');
        expect(read.body).toBe(lines);
      }),
      { numRuns: 400 },
    );
  });
});

describe('File names for people', () => {
  const names = (...people: readonly string[]) => fileNames(people, 'eml');

  test('are their names, told apart', () => {
    expect(names('Renée McAllister', 'RENÉE MCALLISTER', 'Rene\u0301e McAllister', "Calvin O'Brien")).toEqual([
      'Renée McAllister.eml',
      'RENÉE MCALLISTER (2).eml',
      'Renée McAllister (3).eml',
      "Calvin O'Brien.eml",
    ]);
  });

  test('are taken by every file system', () => {
    expect(names('../../etc: "x"', 'CON', '.hidden. ', '\u202Egnp', '', 'A\u0000B')).toEqual([
      'etc x.eml',
      'CON letter.eml',
      'hidden.eml',
      'gnp.eml',
      'Letter.eml',
      'A B.eml',
    ]);
    const [long = ''] = names('é'.repeat(300));
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(190);
  });
});
