import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../shared/model/result.ts';
import { cameraProblem } from './camera-problems.ts';
import { type Decoder, startDecoder } from './decoder.ts';
import { newcomers } from './seen-lately.ts';

/** A camera that can be chosen. */
interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

interface Camera {
  readonly state: 'starting' | 'on' | 'failed';
  readonly problem: Problem | null;
  readonly cameras: readonly CameraChoice[];
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
  readonly again: () => void;
  /** Goes up with each code that is taken. */
  readonly taken: number;
}

const place = 'camera:chosen';

/**
 * Shows the camera in a video element while the component is there, and takes each badge that comes before it once.
 * When the component goes, the camera is let go of and its light goes out.
 */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): Camera {
  const [state, setState] = useState<Camera['state']>('starting');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  const [wanted, setWanted] = useState<string | null>(() => localStorage.getItem(place));
  const [chosen, setChosen] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [taken, setTaken] = useState(0);
  const take = useRef(onCode);
  useEffect(() => {
    take.current = onCode;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another opening of the same camera
  useEffect(() => {
    const opening = new AbortController();
    const { signal } = opening;
    setState('starting');
    setProblem(null);
    const fail = (error: unknown) => {
      if (signal.aborted) return;
      opening.abort();
      setProblem(cameraProblem(error));
      setState('failed');
    };
    const list = async () => {
      const devices = await navigator.mediaDevices.enumerateDevices();
      const found = devices.filter(({ kind }) => kind === 'videoinput');
      setCameras(found.map(({ deviceId, label }, at) => ({ id: deviceId, label: label || `Camera ${at + 1}` })));
    };
    const open = async () => {
      const stream = await openStream(wanted);
      const [track] = stream.getVideoTracks();
      signal.addEventListener('abort', () => stop(stream, video.current));
      if (signal.aborted || !track || !video.current) {
        stop(stream, video.current);
        return;
      }
      track.addEventListener('ended', () => fail('gone'), { signal });
      setChosen(track.getSettings().deviceId ?? null);
      video.current.srcObject = stream;
      await video.current.play();
      await list();
      navigator.mediaDevices.addEventListener('devicechange', () => void list(), { signal });
      if (signal.aborted) return;
      setState('on');
      const onNew = (code: string) => {
        setTaken((count) => count + 1);
        take.current(code);
      };
      void lookForCodes(video.current, onNew, signal).catch(() => fail('reader'));
    };
    void open().catch(fail);
    return () => opening.abort();
  }, [wanted, tries, video]);

  return {
    state,
    problem,
    cameras,
    chosen,
    choose: (id) => {
      localStorage.setItem(place, id);
      setWanted(id);
    },
    again: () => setTries((count) => count + 1),
    taken,
  };
}

/** Opens the camera that was chosen once, or another where that one is not there. */
async function openStream(wanted: string | null): Promise<MediaStream> {
  const sharp = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const any = { video: sharp, audio: false };
  // A page that may not ask at all has no list of devices to ask.
  if (!navigator.mediaDevices) throw new DOMException('no devices', 'NotFoundError');
  if (wanted === null) return navigator.mediaDevices.getUserMedia(any);
  try {
    return await navigator.mediaDevices.getUserMedia({ ...any, video: { ...sharp, deviceId: { exact: wanted } } });
  } catch (error) {
    const isGone = error instanceof DOMException && ['OverconstrainedError', 'NotFoundError'].includes(error.name);
    if (!isGone) throw error;
    return navigator.mediaDevices.getUserMedia(any);
  }
}

function stop(stream: MediaStream, video: HTMLVideoElement | null): void {
  for (const track of stream.getTracks()) track.stop();
  if (video?.srcObject === stream) video.srcObject = null;
}

/** Looks at one picture after another until it is told to stop; never at two at once. */
async function lookForCodes(
  video: HTMLVideoElement,
  onNew: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const decoder = startDecoder();
  signal.addEventListener('abort', decoder.stop);
  const isNew = newcomers();
  while (!signal.aborted) {
    const code = await readNext(video, decoder);
    if (code !== null && !signal.aborted && isNew(code, performance.now())) onNew(code);
  }
}

async function readNext(video: HTMLVideoElement, decoder: Decoder): Promise<string | null> {
  await new Promise<void>((resolve) => {
    video.requestVideoFrameCallback(() => resolve());
  });
  // Between two cameras the element has no picture.
  if (video.videoWidth === 0) return null;
  return decoder.read(await createImageBitmap(video));
}
