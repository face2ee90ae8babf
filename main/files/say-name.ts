import { basename } from 'node:path';

/** A name or a path longer than this is no help in a sentence. */
const longest = 80;
const longestPath = 200;

/** A file's own name between quotation marks, as a sentence has it; its beginning where it is longer than anyone reads. */
export function sayName(file: string): string {
  // The root of a disk has no other name than its path.
  const name = basename(file) || file;
  return `“${name.length > longest ? `${name.slice(0, longest).toWellFormed()}…` : name}”`;
}

/** A folder's whole path between quotation marks; its end where it is longer than anyone reads. */
export function sayFolder(folder: string): string {
  const path = folder.length > longestPath ? `…${folder.slice(-longestPath).toWellFormed()}` : folder;
  return `“${path}”`;
}
