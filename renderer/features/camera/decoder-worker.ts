import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { prepareReader, readFrame } from './read-frame.ts';

// A thread of its own: while it looks for a code, keys and clicks are answered as ever.

/** What the page sends: a picture, which it gives away. */
export interface ToDecoder {
  readonly picture: ImageBitmap;
}

/** What comes back, one for each picture: the code, or null. `failed` where the reader itself can't run. */
export type FromDecoder = { readonly kind: 'read'; readonly text: string | null } | { readonly kind: 'failed' };

// From this file's own place: a path that begins with / would be looked for on another host where there is one.
const ready = prepareReader(new URL(wasm, import.meta.url).href);
const canvas = new OffscreenCanvas(1, 1);
const tell = (message: FromDecoder): void => self.postMessage(message);

self.addEventListener('message', ({ data: { picture } }: MessageEvent<ToDecoder>) => {
  void look(picture).then(
    (text) => tell({ kind: 'read', text }),
    () => tell({ kind: 'failed' }),
  );
});

async function look(picture: ImageBitmap): Promise<string | null> {
  await ready;
  const { width, height } = picture;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('A picture can’t be drawn here.');
  context.drawImage(picture, 0, 0);
  picture.close();
  return readFrame(context.getImageData(0, 0, width, height));
}
