import { existsSync } from 'node:fs';
import path from 'node:path';

/** A file that the app brings along: resources/ lies beside the code in development, and in the app's resources folder once it is packed. */
export function resource(relative: string): string {
  const packed = 'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : null;
  const roots = [
    path.join(import.meta.dirname, '../resources'),
    path.join(import.meta.dirname, '../../resources'),
    packed,
  ];
  const found = roots
    .filter((root) => root !== null)
    .map((root) => path.join(root, relative))
    .find((file) => existsSync(file));
  if (!found) throw new Error(`The app’s own file ${relative} is missing.`);
  return found;
}
