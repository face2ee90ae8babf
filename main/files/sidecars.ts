/** The files that SQLite keeps beside a database under its name. */
export const SIDECARS = ['-wal', '-shm', '-journal'] as const;

/** Whether a name is one that SQLite would take for a file beside a database. */
export const isSidecarName = (name: string): boolean => /-(wal|shm|journal)$/i.test(name);
