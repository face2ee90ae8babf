import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const fontNames = ['serif', 'serif-bold', 'sans', 'sans-bold'] as const;

/** The typefaces that come with the app. */
type ShippedFont = (typeof fontNames)[number];

/** A font file that was added, by the hash of its bytes. */
type AddedFont = `font-${string}`;

/** The typefaces of everything that is printed. */
export type FontName = ShippedFont | AddedFont;

const files: Record<ShippedFont, string> = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
};

const packages = createRequire(import.meta.url);
const read = new Map<FontName, Buffer>();

/** Whether a typeface is a file that was added. */
export const isAddedFont = (name: FontName): name is AddedFont => name.startsWith('font-');

/** Makes a font file known in this thread, under a name that is always the same for the same bytes. */
export function addFont(bytes: Uint8Array): FontName {
  const name: AddedFont = `font-${hash('sha256', bytes, 'hex').slice(0, 24)}`;
  if (!read.has(name)) read.set(name, Buffer.from(bytes));
  return name;
}

/** A typeface's file, read once; also out of a packed application. Throws where it is missing. */
export function fontFile(name: FontName): Buffer {
  let bytes = read.get(name);
  if (bytes === undefined) {
    if (isAddedFont(name)) throw new Error(`The font ${name} was not added here.`);
    bytes = readFileSync(packages.resolve(files[name]));
    read.set(name, bytes);
  }
  return bytes;
}
