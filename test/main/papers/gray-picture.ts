/** A gray picture, row by row: 0 is black, 255 is white. */
export interface GrayPicture {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

/** Reads a PGM file, as pdftoppm writes it. */
export function readPgm(file: Buffer): GrayPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('It isn’t a gray picture.');
  const [{ length }, width, height] = [head[0], Number(head[1]), Number(head[2])];
  return { width, height, gray: file.subarray(length, length + width * height) };
}

export const writePgm = ({ width, height, gray }: GrayPicture): Buffer =>
  Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1'), gray]);

function mapped(
  { width, height }: Pick<GrayPicture, 'width' | 'height'>,
  value: (x: number, y: number) => number,
): GrayPicture {
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) gray[y * width + x] = Math.round(value(x, y));
  return { width, height, gray };
}

const at = ({ width, height, gray }: GrayPicture, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 255 : (gray[y * width + x] ?? 255);

function between(picture: GrayPicture, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const upper = at(picture, left, top) * (1 - right) + at(picture, left + 1, top) * right;
  const lower = at(picture, left, top + 1) * (1 - right) + at(picture, left + 1, top + 1) * right;
  return upper * (1 - down) + lower * down;
}

/** The picture as a scanner sees a sheet that lies askew by so many degrees. */
export function turned(picture: GrayPicture, degrees: number): GrayPicture {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [picture.width / 2, picture.height / 2];
  return mapped(picture, (x, y) => {
    const [dx, dy] = [x - middleX, y - middleY];
    return between(picture, middleX + dx * cosine + dy * sine, middleY + dy * cosine - dx * sine);
  });
}

/** The picture made smaller, each new pixel as dark on average as what it covers. */
export function shrunk(picture: GrayPicture, scale: number): GrayPicture {
  const size = { width: Math.floor(picture.width * scale), height: Math.floor(picture.height * scale) };
  const samples = 6;
  return mapped(size, (x, y) => {
    let sum = 0;
    for (let sample = 0; sample < samples ** 2; sample += 1) {
      const [right, down] = [(sample % samples) + 0.5, Math.floor(sample / samples) + 0.5];
      sum += at(picture, Math.floor((x + right / samples) / scale), Math.floor((y + down / samples) / scale));
    }
    return sum / samples ** 2;
  });
}

/** The picture after a bad photocopy: each pixel mixed with those around it, by weights that fall off as a bell does. */
export function blurred(picture: GrayPicture, radius: number): GrayPicture {
  const reach = Math.ceil(3 * radius);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * radius ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const along = (source: GrayPicture, right: number, down: number): GrayPicture =>
    mapped(source, (x, y) => {
      let sum = 0;
      for (const [k, weight] of weights.entries())
        sum += weight * at(source, x + (k - reach) * right, y + (k - reach) * down);
      return sum / total;
    });
  return along(along(picture, 1, 0), 0, 1);
}
