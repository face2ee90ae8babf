import { create } from 'zustand';
import type { BackupView } from '../../../shared/views/files.ts';
import { perform } from '../../kit/perform.ts';

interface RestoreState {
  /** The backup that someone looks at; null: none. */
  readonly shown: BackupView | null;
  /** Whether the list of databases that were opened before is shown. */
  readonly recent: boolean;
}

/** What is asked about databases, in front of everything. */
export const useFiles = create<RestoreState>(() => ({ shown: null, recent: false }));

/** Looks into a backup: one of the list, or one that the system’s dialog asks for. */
export async function lookAtBackup(key: BackupView['key'] | null = null): Promise<void> {
  const looked = await perform('files.lookAtBackup', { key });
  if (looked.ok && looked.value !== null) useFiles.setState({ shown: looked.value });
}

export const closeBackup = (): void => useFiles.setState({ shown: null });
export const openRecentList = (): void => useFiles.setState({ recent: true });
export const closeRecentList = (): void => useFiles.setState({ recent: false });
