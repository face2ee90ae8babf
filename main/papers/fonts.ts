import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The typefaces of everything that is printed. */
export type FontName = 'serif' | 'serif-bold' | 'sans' | 'sans-bold';

export const fontNames = ['serif', 'serif-bold', 'sans', 'sans-bold'] as const;

const files: Record<FontName, string> = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'sans-bold': '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
};

const packages = createRequire(import.meta.url);
const read = new Map<FontName, Buffer>();

/** A typeface's TrueType file, read once; also out of a packed application. Throws where it is missing. */
export function fontFile(name: FontName): Buffer {
  let bytes = read.get(name);
  if (bytes === undefined) {
    bytes = readFileSync(packages.resolve(files[name]));
    read.set(name, bytes);
  }
  return bytes;
}
