import { expect, test } from 'vitest';
import { cloudDriveAbove } from '../../../../main/rules/files/cloud-drive.ts';

const way = (path: string, entries: readonly string[] = []) =>
  path
    .split('/')
    .filter(Boolean)
    .map((name, at, names) => ({
      path: `/${names.slice(0, at + 1).join('/')}`,
      name,
      entries: at === 0 ? entries : [],
    }))
    .reverse()
    // The root of the disk has no name.
    .concat({ path: '/', name: '', entries: [] });

test.each([
  ['/Users/mara/OneDrive/AL-CTO', 'OneDrive'],
  ['/Users/mara/OneDrive - Opelika City Schools/Documents', 'OneDrive'],
  ['/Users/mara/Library/CloudStorage/OneDrive-Personal', 'OneDrive'],
  ['/Users/mara/Dropbox (Personal)/AL-CTO', 'Dropbox'],
  ['/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/AL-CTO', 'iCloud Drive'],
  ['/Users/mara/iCloudDrive', 'iCloud Drive'],
  ['/Users/mara/Library/CloudStorage/GoogleDrive-mara@example.org/My Drive', 'Google Drive'],
  ['/home/mara/Google Drive', 'Google Drive'],
  ['/home/mara/Nextcloud/AL-CTO', 'Nextcloud'],
  ['/home/mara/Documents/AL-CTO', null],
  ['/home/mara/Boxes/OneDriven', null],
  ['/media/mara/STICK', null],
])('a database in %s is in %s', (folder, drive) => {
  expect(cloudDriveAbove(way(folder))).toBe(drive);
});

test.each([
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.sync_0a1b2c3d4e5f.db', 'Nextcloud'],
  ['.stfolder', 'Syncthing'],
  ['program.db', null],
])('a folder of any name with %s above it is synced by %s', (mark, drive) => {
  expect(cloudDriveAbove(way('/work/AL-CTO/2026', [mark]))).toBe(drive);
});

test('a folder that Windows itself calls OneDrive is one, under any name', () => {
  expect(cloudDriveAbove(way('/work/mine/AL-CTO'), new Map([['/work/mine', 'OneDrive']]))).toBe('OneDrive');
});
