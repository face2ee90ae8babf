import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keepWindowPlace, placeOn, readWindowPlace } from '../../../main/electron/window-place.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: 0, width: 1920, height: 1080 };
const kept = { x: 1500, y: 60, width: 1300, height: 820, isMaximized: false };

describe('the window opens', () => {
  test.each([
    ['in its usual size the first time', [laptop], null, { width: 1280, height: 800 }],
    ['where it was closed', [laptop, beside], kept, { x: 1500, y: 60, width: 1300, height: 820 }],
    ['in its size, in sight, when its screen has gone', [laptop], kept, { width: 1300, height: 820 }],
    ['in sight when only its lower edge would be', [laptop], { ...kept, x: 40, y: -400 }, { width: 1300, height: 820 }],
    [
      'no larger than the largest screen',
      [laptop],
      { ...kept, x: 0, y: 30, width: 3000, height: 2000 },
      { x: 0, y: 30, width: 1440, height: 875 },
    ],
    [
      'never smaller than the screens are drawn for',
      [laptop],
      { ...kept, x: 0, y: 30, width: 300, height: 200 },
      { x: 0, y: 30, width: 1024, height: 700 },
    ],
  ] as const)('%s', (_, screens, place, opens) => {
    expect(placeOn(screens, place)).toEqual(opens);
  });
});

test('a place that was kept is read again, and a damaged file is none', () => {
  const file = path.join(temporaryFolder(), 'window.json');
  expect(readWindowPlace(file)).toBeNull();
  keepWindowPlace(file, kept);
  expect(readWindowPlace(file)).toEqual(kept);
  writeFileSync(file, '{"x": "left"');
  expect(readWindowPlace(file)).toBeNull();
});
