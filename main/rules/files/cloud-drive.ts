/** One folder on the way to a file: its name, and the names of what else is in it. */
export interface FolderOnTheWay {
  readonly path: string;
  readonly name: string;
  readonly entries: readonly string[];
}

interface CloudDrive {
  readonly name: string;
  /** How the folder is called that it syncs. */
  readonly called: RegExp;
  /** What it leaves in that folder. */
  readonly marks: RegExp;
}

// Each by the name that its maker gives the folder, and by what it leaves there where someone chose another name.
const drives: readonly CloudDrive[] = [
  // “OneDrive - Opelika City Schools” on Windows, “OneDrive-Personal” in a Mac's CloudStorage.
  { name: 'OneDrive', called: /^OneDrive( ?-.*)?$/i, marks: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i },
  { name: 'Dropbox', called: /^Dropbox( ?[-(].*)?$/i, marks: /^\.dropbox(\.cache)?$/ },
  { name: 'iCloud Drive', called: /^(iCloud ?Drive.*|com~apple~CloudDocs)$/i, marks: /^\.icloud-drive$/ },
  { name: 'Google Drive', called: /^Google ?Drive(-.*)?$/i, marks: /^\.tmp\.drive(up|down)load$/ },
  { name: 'Box', called: /^Box( Sync|-Box)?$/, marks: /^\.box(sync)?$/i },
  { name: 'Nextcloud', called: /^(Nextcloud|ownCloud)\d*$/i, marks: /^(\._?sync_[0-9a-f]+\.db|\.owncloudsync\.log)$/i },
  { name: 'Syncthing', called: /^Syncthing$/, marks: /^\.stfolder$/ },
];

/**
 * The cloud drive that syncs a folder, by the folders above a file; null: none that is known. `named` are folders that
 * the system itself says are synced, such as Windows' variable OneDrive.
 */
export function cloudDriveAbove(
  folders: readonly FolderOnTheWay[],
  named: ReadonlyMap<string, string> = new Map(),
): string | null {
  for (const { path, name, entries } of folders) {
    const said = named.get(path.toLowerCase());
    if (said !== undefined) return said;
    const drive = drives.find(({ called, marks }) => called.test(name) || entries.some((entry) => marks.test(entry)));
    if (drive) return drive.name;
  }
  return null;
}
