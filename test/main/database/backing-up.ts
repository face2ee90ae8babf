import { backUp } from '../../../main/database/back-up.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';

export const backUpTo = (database: WritableDatabase, file: string) => backUp({ database: database.file, file });

export const sentenceOf = async (refused: ReturnType<typeof backUp>): Promise<string> => {
  const result = await refused;
  return result.ok ? 'It was not refused.' : result.problem.sentence;
};
