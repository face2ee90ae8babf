/** The files that SQLite keeps beside a database under its name. */
export const SIDECARS = ['-wal', '-shm', '-journal'] as const;

const sidecarEnding = /-(wal|shm|journal)$/i;

/** Whether a name is one that SQLite would take for a file beside a database. */
export const isSidecarName = (name: string): boolean => sidecarEnding.test(name);

/** The name of the database beside which SQLite would keep a file of this name; null: of none. */
export const ownerOfSidecar = (file: string): string | null =>
  isSidecarName(file) ? file.replace(sidecarEnding, '') : null;
