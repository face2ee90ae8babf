import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideStart, type StartFacts } from '../../main/start.ts';

const bare: StartFacts = {
  hasElectron: false,
  triedToInstall: false,
  hasDisplay: true,
  hasBrowser: false,
  wantsPreview: false,
  isInteractive: false,
};
const decide = (facts: Partial<StartFacts>) => decideStart({ ...bare, ...facts });

describe('npm start', () => {
  test('opens Electron where it is installed', () => {
    expect(decide({ hasElectron: true })).toEqual({ do: 'electron' });
    expect(decide({ hasElectron: true, hasBrowser: true, isInteractive: true })).toEqual({ do: 'electron' });
  });

  test('fetches Electron once, and says so', () => {
    expect(decide({})).toMatchObject({ do: 'install', say: expect.stringContaining('once') });
    expect(decide({ triedToInstall: true }).do).not.toBe('install');
  });

  test('says how to get Electron and what to run where it could not be had', () => {
    const decision = decide({ triedToInstall: true });
    expect(decision).toMatchObject({ do: 'give-up', say: expect.stringContaining('npm run demo') });
    expect(decision).toMatchObject({ say: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH') });
  });

  test('tries nothing where no window can be shown', () => {
    for (const facts of [{}, { hasElectron: true }, { hasBrowser: true, wantsPreview: true }]) {
      const decision = decide({ ...facts, hasDisplay: false });
      expect(decision).toMatchObject({ do: 'give-up', say: expect.stringContaining('npm run demo') });
    }
  });

  test('offers the preview to a person, and names it to a script', () => {
    const failed = { triedToInstall: true, hasBrowser: true };
    expect(decide({ ...failed, isInteractive: true })).toMatchObject({
      do: 'ask',
      say: expect.stringContaining('[y/N]'),
    });
    expect(decide(failed)).toMatchObject({ do: 'give-up', say: expect.stringContaining('--preview') });
  });

  test('opens the preview when asked to, if there is a browser', () => {
    expect(decide({ wantsPreview: true, hasBrowser: true }).do).toBe('preview');
    expect(decide({ wantsPreview: true, triedToInstall: true }).do).toBe('give-up');
  });

  test.runIf(process.platform === 'linux')('ends with 1 and one sentence to act on, without a display', () => {
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const script = path.join(import.meta.dirname, '../../main/start.ts');
    const { status, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('npm run demo')]);
  });
});
