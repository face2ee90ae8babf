import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** A picture as it comes from a canvas: four bytes a point. */
type CameraFrame = Pick<ImageData, 'data' | 'width' | 'height'>;

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  // Badges are dark on light; looking for the reverse too would double the time of every empty picture.
  tryInvert: false,
  maxNumberOfSymbols: 1,
  textMode: 'Plain',
};

/** Says where the reader’s program lies, or gives it: by itself it would look for it on the net. */
export async function prepareReader(wasm: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const overrides = typeof wasm === 'string' ? { locateFile: () => wasm } : { wasmBinary: wasm.buffer };
  await prepareZXingModule({ overrides, fireImmediately: true });
}

/** What the code in a picture says; null where there is none, or none that can be read. */
export async function readFrame({ data, width, height }: CameraFrame): Promise<string | null> {
  const [found] = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, options);
  const text = found?.isValid ? found.text.trim() : '';
  return text === '' ? null : text;
}
