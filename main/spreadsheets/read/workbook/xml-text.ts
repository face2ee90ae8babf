import { ReadingStopped } from '../reading.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as XML means it: entities as their letters, line ends as one sign. Throws `ReadingStopped` at an unknown entity. */
export function unescapeXml(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(/&([^;&\s]{0,10});?/g, (all, name: string) => {
    const letter = named[name] ?? letterOf(name);
    if (letter === null || !all.endsWith(';')) throw new ReadingStopped('damaged');
    return letter;
  });
}

/** `#233` and `#xE9`; null where that is no letter. */
function letterOf(name: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return null;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? null : String.fromCodePoint(code);
}

/** Workbooks write signs that XML can't hold as `_x000D_`, and `_x005F_` where the sign `_` is meant before such letters. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** An attribute's value, whatever its prefix; empty where there is none. */
export function attribute(attributes: string, name: string): string {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf('=', at);
    if (equals === -1) return '';
    const opening = openingQuote(attributes, equals + 1);
    const closing = opening === -1 ? -1 : attributes.indexOf(attributes.charAt(opening), opening + 1);
    if (closing === -1) return '';
    if (endsWithName(attributes, at, equals, name)) return unescapeXml(attributes.slice(opening + 1, closing));
    at = closing + 1;
  }
}

function openingQuote(attributes: string, from: number): number {
  let at = from;
  while (attributes.charCodeAt(at) <= 32) at += 1;
  const sign = attributes.charAt(at);
  return sign === '"' || sign === "'" ? at : -1;
}

/** Whether what stands between an attribute and the one before is its name, with or without a prefix. */
function endsWithName(attributes: string, from: number, to: number, name: string): boolean {
  let end = to;
  while (end > from && attributes.charCodeAt(end - 1) <= 32) end -= 1;
  const start = end - name.length;
  if (start < from || !attributes.startsWith(name, start)) return false;
  const before = start === from ? 32 : attributes.charCodeAt(start - 1);
  return before <= 32 || before === 58;
}

/** Whether an attribute says yes, as XML writes it. */
export const isOn = (value: string): boolean => /^(1|true|on)$/i.test(value);
