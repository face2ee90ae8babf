import { encodedSubject, hex, mailbox } from './mail-header.ts';

/** A letter on its way to a mail program. */
interface Draft {
  /** Whom it goes to: a name, and an address that the rule of `mail-address.ts` takes. */
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Lines end in LF. */
  readonly body: string;
}

/**
 * A draft as a file that a mail program opens to be looked at and sent: RFC 5322 with CRLF, all of it ASCII. `X-Unsent`
 * says that it was not sent; sender, date and Message-ID are left out, because the mail program sets them.
 */
export function emlDraft({ to, subject, body }: Draft): string {
  const { encoding, text } = encodeBody(body);
  return [
    'X-Unsent: 1',
    `To: ${mailbox(to.name, to.address)}`,
    `Subject: ${encodedSubject(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    text,
  ].join('\r\n');
}

/** Quoted-printable stays readable where most is ASCII; base64 is shorter where little is. */
function encodeBody(body: string): { encoding: 'quoted-printable' | 'base64'; text: string } {
  const text = `${body.toWellFormed().replace(/\r\n?/g, '\n').trimEnd()}\n`.replaceAll('\n', '\r\n');
  const quoted = quotedPrintable(text);
  const packed = `${
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g)
      ?.join('\r\n') ?? ''
  }\r\n`;
  return quoted.length <= packed.length
    ? { encoding: 'quoted-printable', text: quoted }
    : { encoding: 'base64', text: packed };
}

const longestLine = 76;

/** RFC 2045, 6.7: lines of 76 characters at most, a character's bytes kept together, CRLF as line ends. */
function quotedPrintable(text: string): string {
  return text
    .split('\r\n')
    .map((line) => quotedLine(line))
    .join('\r\n');
}

function quotedLine(line: string): string {
  const characters = [...line];
  const pieces = characters.map((character, at) => quoted(character, at === characters.length - 1));
  const lines: string[] = [];
  let current = '';
  for (const [at, piece] of pieces.entries()) {
    // The last piece of a line needs no room for the sign that the line goes on.
    const most = at === pieces.length - 1 ? longestLine : longestLine - 1;
    if (current.length + piece.length > most) {
      lines.push(`${current}=`);
      current = '';
    }
    current += piece;
  }
  return [...lines, current].join('\r\n');
}

/** A character as it stands in quoted-printable: itself, or its bytes in hexadecimal. */
function quoted(character: string, isLast: boolean): string {
  const plain = /^[!-<>-~]$/.test(character) || (/^[ \t]$/.test(character) && !isLast);
  return plain ? character : hex(character);
}
