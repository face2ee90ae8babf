import type { Facts } from './facts.ts';

/** Where the open database lies. */
export const databaseFile = ({ database }: Facts): string =>
  database.get<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'")?.file ?? '';
