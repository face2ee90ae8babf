import path from 'node:path';

/** Where a test's laptop remembers who it is: beside the database, so that whoever opens it there is the same laptop. */
export const settingsBeside = (file: string): string => path.join(path.dirname(file), 'settings');
