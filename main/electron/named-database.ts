import { statSync } from 'node:fs';
import path from 'node:path';

/**
 * The database that the words of a start name: `--db=FILE`, else a file as the system hands it over for a double click.
 * Null: none. Only a file named as ours are: other words may name
 * files too. `first` is the place of the first word that is the app's; Chromium puts switches of its own anywhere.
 */
export function databaseIn(words: readonly string[], folder: string, first: number): string | null {
  const named = words.find((word) => word.startsWith('--db='))?.slice('--db='.length);
  if (named) return path.resolve(folder, named);
  const file = words
    .slice(first)
    .find((word) => !word.startsWith('-') && /\.(db|cohortdesk)$/i.test(word) && isFile(path.resolve(folder, word)));
  return file === undefined ? null : path.resolve(folder, file);
}

const isFile = (file: string): boolean => {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
};
