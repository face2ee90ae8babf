import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cloudDriveAbove, type FolderOnTheWay } from '../../rules/files/cloud-drive.ts';

/** The cloud drive that syncs the folder of a file, by the names and the marks on the way to it; null: none is seen. */
export function cloudDriveOf(file: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const named = new Map(
    [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer].flatMap((folder) =>
      folder ? [[path.resolve(folder).toLowerCase(), 'OneDrive'] as const] : [],
    ),
  );
  return cloudDriveAbove(foldersAbove(file), named);
}

function foldersAbove(file: string): readonly FolderOnTheWay[] {
  const folders: FolderOnTheWay[] = [];
  for (let at = path.dirname(path.resolve(file)); ; at = path.dirname(at)) {
    folders.push({ path: at, name: path.basename(at), entries: namesIn(at) });
    if (path.dirname(at) === at) return folders;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
