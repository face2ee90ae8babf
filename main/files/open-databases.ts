import { identityOf, isSameFile } from './file-identity.ts';
import { ownerOfSidecar, SIDECARS } from './sidecars.ts';

// No paper, list or copy may take the place of a database that is open, whatever the name by which it is reached.

const open = new Set<string>();

/** Says that a database is open in this process until `release` is called. */
export function protect(database: string): { release(): void } {
  open.add(database);
  return { release: () => void open.delete(database) };
}

/** Whether a name leads to this database or to one of the files that SQLite keeps beside it, or would look for there. */
export function leadsTo(file: string, database: string): boolean {
  const owner = ownerOfSidecar(file);
  if (owner !== null && isSameFile(identityOf(owner), identityOf(database))) return true;
  return ['', ...SIDECARS].some((suffix) => isSameFile(identityOf(file), identityOf(database + suffix)));
}

/** Whether a name leads to a database that is open in this process. Threads know none: whoever starts them asks. */
export const leadsToOpenDatabase = (file: string): boolean => [...open].some((database) => leadsTo(file, database));
