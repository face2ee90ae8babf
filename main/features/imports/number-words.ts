const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty'];

const words = new Map<string, number>([...small.entries()].map(([value, word]) => [word, value]));
for (const [index, ten] of tens.entries()) {
  const value = 20 + index * 10;
  words.set(ten, value);
  if (value < 40) for (let unit = 1; unit < 10; unit += 1) words.set(`${ten} ${small[unit]}`, value + unit);
}

/** The number that an English word up to forty names, `twenty-one` too; null for any other text. */
export const numberWord = (typed: string): number | null =>
  words.get(
    typed
      .toLowerCase()
      .replace(/[\s-]+/g, ' ')
      .trim(),
  ) ?? null;
