import { expect, test } from 'vitest';
import { snap } from '../../../../renderer/features/certificate-designs/snap.ts';

const page = { width: 792, height: 612 };
const other = { x: 100, y: 200, width: 60, height: 20 };

test.each([
  { what: 'its middle to the page’s center', at: [344, 400], to: [346, 400], guide: [396, null] },
  { what: 'its left edge to another’s left edge', at: [103, 400], to: [100, 400], guide: [100, null] },
  { what: 'its right edge to another’s right edge', at: [57, 400], to: [60, 400], guide: [160, null] },
  { what: 'its top to another’s lower edge', at: [500, 223], to: [500, 220], guide: [null, 220] },
  { what: 'both axes at the same time', at: [347, 295], to: [346, 296], guide: [396, 306] },
  { what: 'a line exactly as far as the reach', at: [104, 400], to: [100, 400], guide: [100, null] },
  { what: 'nothing that is out of reach', at: [500, 400], to: [500, 400], guide: [null, null] },
])('draws a field to $what', ({ at: [x = 0, y = 0], to, guide }) => {
  const moved = snap({ x, y, width: 100, height: 20 }, page, [other], 4);
  expect([moved.box.x, moved.box.y]).toEqual(to);
  expect([moved.guide.x, moved.guide.y]).toEqual(guide);
  expect([moved.box.width, moved.box.height]).toEqual([100, 20]);
});
