import { writeFileSync } from 'node:fs';
import { encodeQR } from 'qr';

/** A grey picture: a byte a point, row after row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8Array;
}

/** How a badge is held before a camera. */
export interface Held {
  /** The side of the code in points of the picture. */
  readonly side: number;
  /** In degrees. */
  readonly turned?: number;
  /** How far its upper side leans away, in degrees. */
  readonly tilted?: number;
  /** The radius of the blur in points. */
  readonly blurred?: number;
  /** How dark and how light the paper is seen, 0 to 255. */
  readonly from?: number;
  readonly to?: number;
  /** How far each point may be wrong. */
  readonly noise?: number;
  /** The corner of the code that a finger covers, as a part of its side. */
  readonly covered?: number;
}

/** From the camera to the badge, in points of the picture. */
const distance = 800;

/** Draws a badge’s code as a camera would see it. */
export function drawBadge(code: string, held: Held, width = 640, height = 480): Picture {
  const { side, turned = 0, tilted = 0, from = 20, to = 235, covered = 0 } = held;
  const modules = encodeQR(code, 'raw', { ecc: 'medium', border: 4 });
  const size = modules.length;
  const [angle, tilt] = [(turned * Math.PI) / 180, (tilted * Math.PI) / 180];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const light = new Uint8Array(width * height).fill(Math.round(from + (to - from) * 0.55));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      // From the picture back to the badge: first the tilt, seen from so many points away, then the turn.
      const t = (dy * distance) / (distance * Math.cos(tilt) - dy * Math.sin(tilt));
      const s = (dx * (distance + t * Math.sin(tilt))) / distance;
      const u = (cos * s + sin * t) / side + 0.5;
      const v = (-sin * s + cos * t) / side + 0.5;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const [column, row] = [Math.floor(u * size), Math.floor(v * size)];
      const isCovered = u > 1 - covered && v > 1 - covered;
      const isDark = !isCovered && modules[row]?.[column] === true;
      light[y * width + x] = isDark ? from : to;
    }
  }
  return noisy(blur({ width, height, light }, held.blurred ?? 0), held.noise ?? 0);
}

/** Each point as the mean of those around it, along the rows and then along the columns. */
function blur(picture: Picture, radius: number): Picture {
  if (radius === 0) return picture;
  return [1, picture.width].reduce(({ width, height, light }, step) => {
    const out = new Uint8Array(light.length);
    for (let at = 0; at < light.length; at += 1) {
      let sum = 0;
      for (let by = -radius; by <= radius; by += 1) sum += light[at + by * step] ?? light[at] ?? 0;
      out[at] = sum / (radius * 2 + 1);
    }
    return { width, height, light: out };
  }, picture);
}

/** The same grain every time. */
function noisy(picture: Picture, most: number): Picture {
  let seed = 7;
  const light = picture.light.map((value) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.max(0, Math.min(255, value + ((seed / 2_147_483_648) * 2 - 1) * most));
  });
  return { ...picture, light };
}

/** Writes pictures as a film that Chromium takes for a camera: raw YUV, a picture a tenth of a second. */
export function writeFilm(file: string, pictures: readonly Picture[]): void {
  const [first] = pictures;
  if (!first) throw new Error('A film has at least one picture.');
  const { width, height } = first;
  const grey = Buffer.alloc((width * height) / 2, 128);
  const frames = pictures.flatMap(({ light }) => [Buffer.from('FRAME\n'), Buffer.from(light), grey]);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frames]),
  );
}
