import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareReader, readFrame } from '../../../../renderer/features/camera/read-frame.ts';
import { badgeCodeOf } from '../../../../shared/model/badges.ts';
import { BadgeId } from '../../../../shared/model/ids.ts';
import { drawBadge, type Held, type Picture } from '../../../journeys/draw-badge.ts';
import { runs } from '../../../runs.ts';

const code = badgeCodeOf(BadgeId.parse('018f0000-0000-7000-8000-00000000002a'));

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareReader(Uint8Array.from(readFileSync(file)));
});

/** Reads a picture as the worker in the window does. */
function read({ width, height, light }: Picture): Promise<string | null> {
  const data = new Uint8ClampedArray(width * height * 4);
  // A point at once, from its last byte to its first: opaque, and the same grey in all three colors.
  const points = new Uint32Array(data.buffer);
  for (let at = 0; at < light.length; at += 1) points[at] = 0xff00_0000 | ((light[at] ?? 0) * 0x01_0101);
  return readFrame({ data, width, height });
}

describe('the reader of badges', () => {
  it.each<[string, Held, (readonly [number, number])?]>([
    ['straight before the camera', { side: 300 }],
    ['at arm’s length, two points a square', { side: 62 }],
    ['far away in a sharp picture', { side: 90 }, [1280, 720]],
    ['very near', { side: 460 }],
    ['upside down', { side: 260, turned: 180 }],
    ['hanging askew', { side: 260, turned: 33 }],
    ['on its side', { side: 260, turned: 90 }],
    ['tilted back', { side: 300, tilted: 40 }],
    ['a little out of focus', { side: 300, blurred: 3 }],
    ['out of focus and askew', { side: 320, blurred: 3, turned: 17 }],
    ['in a dark room', { side: 280, from: 8, to: 48 }],
    ['against the light', { side: 280, from: 150, to: 240 }],
    ['in a grainy picture', { side: 280, noise: 70 }],
    ['with a finger on its corner', { side: 300, covered: 0.2 }],
    ['small, askew and grainy', { side: 110, turned: 21, noise: 30 }],
  ])('reads a badge %s', async (_, held, [width, height] = [640, 480]) => {
    expect(await read(drawBadge(code, held, width, height))).toBe(code);
  });

  it('reads a badge however it is turned, near or far', async () => {
    const held = fc.record({
      side: fc.integer({ min: 100, max: 320 }),
      turned: fc.integer({ min: 0, max: 359 }),
      noise: fc.integer({ min: 0, max: 25 }),
      tilted: fc.integer({ min: 0, max: 30 }),
    });
    let missed = 0;
    const tries = runs(60);
    await fc.assert(
      fc.asyncProperty(held, async (how) => {
        const said = await read(drawBadge(code, how));
        // A frame may be missed, for the next one comes within a tenth of a second; a wrong code never.
        if (said === null) missed += 1;
        else expect(said).toBe(code);
      }),
      { numRuns: tries },
    );
    expect(missed).toBeLessThanOrEqual(tries / 20);
  });

  it.each([
    ['an empty room', { width: 640, height: 480, light: new Uint8Array(640 * 480).fill(120) }],
    ['a badge that is too blurred', drawBadge(code, { side: 120, blurred: 9 })],
    ['half of a badge', drawBadge(code, { side: 300, covered: 0.7 })],
  ])('sees nothing in %s', async (_, picture) => {
    expect(await read(picture)).toBeNull();
  });

  it.each([
    'ada.lovelace@example.org',
    'https://example.org/ticket/9?name=José',
    '018f0000-0000-7000-8000-00000000002a',
  ])('gives what another code says as it stands: %s', async (text) => {
    expect(await read(drawBadge(text, { side: 320 }))).toBe(text);
  });
});
