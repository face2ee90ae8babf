import type { FromDecoder, ToDecoder } from './decoder-worker.ts';

/** Reads codes from pictures, in a thread; one picture at a time. */
export interface Decoder {
  /** The code in a picture, which is given away; null where there is none. Rejects where the reader can’t run. */
  readonly read: (picture: ImageBitmap) => Promise<string | null>;
  readonly stop: () => void;
}

/** Starts the thread that reads codes. */
export function startDecoder(): Decoder {
  const worker = new Worker(new URL('./decoder-worker.ts', import.meta.url), { type: 'module', name: 'codes' });
  return {
    read: (picture) =>
      new Promise((resolve, reject) => {
        const onMessage = ({ data }: MessageEvent<FromDecoder>) => {
          leave();
          if (data.kind === 'read') resolve(data.text);
          else reject(new Error('The reader of codes can’t run.'));
        };
        const onError = (event: Event) => {
          leave();
          reject(new Error(event instanceof ErrorEvent ? event.message : 'The reader of codes was not loaded.'));
        };
        const leave = () => {
          worker.removeEventListener('message', onMessage);
          worker.removeEventListener('error', onError);
        };
        worker.addEventListener('message', onMessage);
        worker.addEventListener('error', onError);
        const message: ToDecoder = { picture };
        worker.postMessage(message, [picture]);
      }),
    stop: () => worker.terminate(),
  };
}
