// Names that Windows keeps for itself, whatever stands behind their dot.
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const longest = 180;

/**
 * File names for people, one each, that every file system takes: without signs that a path or a reader of it would
 * stumble over, 180 bytes at most, and told apart by a number where capitals or accents alone would not.
 */
export function fileNames(names: readonly string[], extension: string): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const base = plainName(name);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? base : `${base} (${number})`;
      const key = candidate.normalize('NFKC').toLowerCase();
      if (used.has(key)) continue;
      used.add(key);
      return `${candidate}.${extension}`;
    }
  });
}

function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  let short = '';
  for (const character of plain) {
    if (Buffer.byteLength(short + character) > longest) break;
    short += character;
  }
  if (short === '') return 'Letter';
  return kept.test(short) ? `${short} letter` : short;
}
