/**
 * What electron-builder would ship, without Electron's binary: a folder that carries only the fuse wire stands in for
 * it. That the archive's integrity and the fuses are enforced is Electron's part and not tested here.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp, newFolder, root } from '../journeys/launch.ts';

const require = createRequire(import.meta.url);
const electronVersion: string = require('electron/package.json').version;

/** Sentinel, version 1, length 8, and Electron's own settings: `@electron/fuses` finds and flips them. */
const FUSE_WIRE = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810110001', 'latin1');

/** One platform: how it is packed, and where things lie in what comes out. */
interface Platform {
  readonly out: string;
  /** The program's name in Electron's own folder, and in ours. */
  readonly electron: string;
  readonly program: string;
  readonly binary: string;
  /** The first bytes of a native library there. */
  readonly magic: string;
}
const linux: Platform = {
  out: 'linux-unpacked',
  electron: 'electron',
  program: 'cohort-desk',
  binary: 'linux-x64.node',
  magic: '\x7fELF',
};
const windows: Platform = {
  out: 'win-unpacked',
  electron: 'electron.exe',
  program: 'Cohort Desk.exe',
  binary: 'win32-x64.node',
  magic: 'MZ',
};

let folder = '';
/** Where the app of each platform was packed to. */
const packedFor = ({ out }: Platform): string => path.join(folder, 'dist', out);

/** Packs for both platforms at once: most of the time goes into what they share. */
beforeAll(async () => {
  folder = await newFolder();
  const dist = path.join(folder, 'electron');
  await mkdir(path.join(dist, 'resources'), { recursive: true });
  // The archive's checksum goes into the Windows program's resources, so a real program is needed; any small one will do.
  // Our name and icon would go there too, but the tool for that is fetched from outside.
  const vendor = path.join(path.dirname(require.resolve('electron-winstaller/package.json')), 'vendor');
  const programs = [
    [linux, Buffer.alloc(0)],
    [windows, await readFile(path.join(vendor, '7z-x64.exe'))],
  ] as const;
  for (const [{ electron }, program] of programs)
    await writeFile(path.join(dist, electron), Buffer.concat([program, FUSE_WIRE]), { mode: 0o755 });
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox'])
    await writeFile(path.join(dist, name), name);
  await writeFile(path.join(dist, 'version'), electronVersion);

  const cli = require.resolve('electron-builder/cli.js');
  const words = ['--linux', 'dir', '--win', 'dir', '--x64', '--publish', 'never'];
  const settings = [`-c.electronDist=${dist}`, `-c.directories.output=${path.join(folder, 'dist')}`];
  await promisify(execFile)(process.execPath, [cli, ...words, ...settings, '-c.win.signAndEditExecutable=false'], {
    cwd: root,
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const listArchive = (packed: string) => listPackage(path.join(packed, 'resources/app.asar'), { isPack: false });

async function expectOneBinary(packed: string, { binary, magic }: Platform): Promise<void> {
  const native = `node_modules/better-sqlite3/prebuilds/${binary}`;
  expect(listArchive(packed).filter((file) => file.endsWith('.node'))).toEqual([`/${native}`]);
  const content = await readFile(path.join(packed, 'resources/app.asar.unpacked', native));
  expect(content.subarray(0, magic.length).toString('latin1')).toBe(magic);
}

async function expectFuses(program: string): Promise<void> {
  const wire: Partial<Record<number, number>> = await getCurrentFuseWire(program);
  const isOn = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === '1';
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect({ on: on.map(isOn), off: off.map(isOn) }).toEqual({ on: on.map(() => true), off: off.map(() => false) });
}

describe('the pack for Linux', () => {
  let packed = '';
  beforeAll(() => {
    packed = packedFor(linux);
  });

  test('holds the built app, its packages and nothing else', async () => {
    const files = listArchive(packed);
    expect(files.filter((file) => /\.(ts|tsx|mts|cts|map|c|cc|cpp|h|gyp)$/.test(file))).toEqual([]);
    expect(files.filter((file) => /^\/(test|main|renderer|shared|resources|program)\//.test(file))).toEqual([]);
    const parts = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')));
    const own = [...parts].filter((part) => !part.startsWith('node_modules/'));
    expect(own.sort()).toEqual(['node_modules', 'out', 'out/main', 'out/preload', 'out/renderer', 'package.json']);
    const development = ['electron', 'vite', 'vitest', 'typescript', 'playwright-core', 'react', 'node'];
    expect(development.filter((name) => parts.has(`node_modules/${name}`))).toEqual([]);
  });

  test('holds the one database binary of its platform, outside the archive', () => expectOneBinary(packed, linux));

  test('holds the fonts it prints with and no others', () => {
    // What the screens show is in the built page; these are the faces of the papers.
    const fonts = listArchive(packed).filter((file) => file.startsWith('/node_modules/') && file.endsWith('.ttf'));
    expect(fonts.map((file) => path.posix.basename(file)).sort()).toEqual([
      'NotoSans_400Regular.ttf',
      'NotoSans_600SemiBold.ttf',
      'SourceSerif4_400Regular.ttf',
      'SourceSerif4_600SemiBold.ttf',
    ]);
  });

  test('brings the program and the icon along', async () => {
    const program: unknown = JSON.parse(await readFile(path.join(packed, 'resources/programs/al-cto.json'), 'utf8'));
    expect(program).toBeTypeOf('object');
    expect((await readFile(path.join(packed, 'resources/icons/icon.png'))).subarray(1, 4).toString()).toBe('PNG');
  });

  test('brings its own licence and those of what is built into the screens', async () => {
    const licence = (name: string) => readFile(path.join(packed, 'resources/licenses', name), 'utf8');
    expect(await licence('cohort-desk.txt')).toContain('MIT License');
    expect(await licence('screens.md')).toContain('react-aria-components');
    expect(await licence('zxing-wasm.txt')).toContain('MIT License');
    for (const font of ['noto-sans.txt', 'source-serif-4.txt']) {
      expect(await licence(font)).toContain('SIL OPEN FONT LICENSE');
    }
  });

  test('has its fuses set', () => expectFuses(path.join(packed, linux.program)));

  test('runs from what was packed, wherever it lies, with the sample program one click away', async () => {
    const copy = path.join(folder, 'a folder with spaces');
    extractAll(path.join(packed, 'resources/app.asar'), copy);
    // Beside the archive Electron has these in its resources folder; beside an unpacked app they lie in its own.
    for (const part of ['programs', 'sample']) {
      await cp(path.join(packed, 'resources', part), path.join(copy, 'resources', part), { recursive: true });
    }
    const app = await launchApp({ appDir: copy });
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open the sample program' }).click();
    await page.getByRole('navigation').getByText('81', { exact: true }).waitFor();
    await app.close();
  });
});

describe('the pack for Windows', () => {
  let packed = '';
  beforeAll(() => {
    packed = packedFor(windows);
  });

  test('holds the one database binary of its platform, outside the archive', () => expectOneBinary(packed, windows));

  test('has its fuses set', () => expectFuses(path.join(packed, windows.program)));
});
