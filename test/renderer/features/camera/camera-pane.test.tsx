import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraPane } from '../../../../renderer/features/camera/camera-pane.tsx';
import { newcomers } from '../../../../renderer/features/camera/seen-lately.ts';
import { expectNoBarriers } from '../../open-app.tsx';

// Another file of this process may have loaded the pane with its real decoder; and none after this one shall get this one's.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.resetModules();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

/** What the decoder will say of the next pictures, and how the page asked for them. */
const decoder = vi.hoisted(() => ({ says: [] as (string | Error | null)[], stopped: 0, next: () => {} }));
vi.mock('../../../../renderer/features/camera/decoder.ts', () => ({
  startDecoder: () => ({
    read: async () => {
      const said = decoder.says.shift() ?? null;
      if (said instanceof Error) throw said;
      return said;
    },
    stop: () => {
      decoder.stopped += 1;
    },
  }),
}));

interface Device {
  readonly id: string;
  readonly label: string;
}

/** Cameras on the window; gives back what was asked for and the tracks that were handed out. */
function cameras(devices: readonly Device[], refusal?: string) {
  const tracks: (EventTarget & { stopped: boolean })[] = [];
  const asked: MediaStreamConstraints[] = [];
  const getUserMedia = vi.fn(async (constraints: MediaStreamConstraints) => {
    asked.push(constraints);
    if (refusal) throw new DOMException('said by the system', refusal);
    const wanted = typeof constraints.video === 'object' ? constraints.video.deviceId : undefined;
    const exact = typeof wanted === 'object' && 'exact' in wanted ? wanted.exact : undefined;
    const device = exact === undefined ? devices[0] : devices.find(({ id }) => id === exact);
    if (!device) throw new DOMException('none', 'OverconstrainedError');
    const track = Object.assign(new EventTarget(), {
      stopped: false,
      stop() {
        track.stopped = true;
      },
      getSettings: () => ({ deviceId: device.id }),
    });
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  });
  const enumerateDevices = async () => devices.map(({ id, label }) => ({ kind: 'videoinput', deviceId: id, label }));
  const mediaDevices = Object.assign(new EventTarget(), { getUserMedia, enumerateDevices });
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
  return { tracks, asked };
}

const front = { id: 'front', label: 'Front camera' };
const desk = { id: 'desk', label: 'Camera on the desk' };

/** Lets the camera show one picture more. */
const picture = () => act(async () => decoder.next());

beforeEach(() => {
  decoder.says = [];
  decoder.stopped = 0;
  const video = HTMLVideoElement.prototype;
  vi.spyOn(video, 'play').mockResolvedValue();
  Object.defineProperty(video, 'videoWidth', { configurable: true, get: () => 640 });
  Object.defineProperty(video, 'srcObject', { configurable: true, writable: true, value: null });
  video.requestVideoFrameCallback = (show) => {
    decoder.next = () =>
      show(0, { expectedDisplayTime: 0, height: 0, mediaTime: 0, presentationTime: 0, presentedFrames: 0, width: 0 });
    return 1;
  };
  vi.stubGlobal('createImageBitmap', async () => ({ close: () => {} }));
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('the camera', () => {
  it('gives each badge that it reads once, and says nothing while nothing is there', async () => {
    cameras([front]);
    const onCode = vi.fn();
    render(<CameraPane onCode={onCode} />);
    await waitFor(() => expect(screen.queryByText('Starting the camera.')).toBeNull());
    decoder.says = [null, 'CDB1', 'CDB1', null, 'CDB1', 'CDB2'];
    for (const _ of [1, 2, 3, 4, 5, 6]) await picture();
    await waitFor(() => expect(onCode.mock.calls).toEqual([['CDB1'], ['CDB2']]));
    await expectNoBarriers();
  });

  it('lets go of the camera when its place on the screen goes, also while it starts', async () => {
    const { tracks } = cameras([front]);
    const { unmount } = render(<CameraPane onCode={() => {}} />);
    await waitFor(() => expect(screen.queryByText('Starting the camera.')).toBeNull());
    unmount();
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true]);
    expect(decoder.stopped).toBe(1);
    render(<CameraPane onCode={() => {}} />).unmount();
    await waitFor(() => expect(tracks.map(({ stopped }) => stopped)).toEqual([true, true]));
  });

  it('takes another camera that is chosen, and the same one the next time', async () => {
    const { tracks, asked } = cameras([front, desk]);
    const { unmount } = render(<CameraPane onCode={() => {}} />);
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Camera to use' }), 'Camera on the desk');
    await waitFor(() => expect(tracks).toHaveLength(2));
    expect(tracks[0]?.stopped).toBe(true);
    unmount();
    render(<CameraPane onCode={() => {}} />);
    await waitFor(() => expect(asked).toHaveLength(3));
    expect(asked[2]).toMatchObject({ audio: false, video: { deviceId: { exact: 'desk' } } });
  });

  it('takes any camera where the chosen one is not there', async () => {
    localStorage.setItem('camera:chosen', 'gone');
    const { tracks } = cameras([front]);
    render(<CameraPane onCode={() => {}} />);
    await waitFor(() => expect(tracks).toHaveLength(1));
  });

  it.each([
    ['NotAllowedError', 'does not let Cohort Desk use the camera'],
    ['SecurityError', 'does not let Cohort Desk use the camera'],
    ['NotFoundError', 'No camera was found'],
    ['NotReadableError', 'another program may be using it'],
    ['AbortError', 'another program may be using it'],
    ['TypeError', 'The camera can’t be used'],
  ])('says of %s what to do, and tries again', async (name, sentence) => {
    const { asked } = cameras([front], name);
    render(<CameraPane onCode={() => {}} />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(sentence);
    expect(alert.textContent).toContain('Scanners and names still work.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(asked).toHaveLength(2));
    await expectNoBarriers();
  });

  it('says when its cable comes off, and when the reader can’t run', async () => {
    const { tracks } = cameras([front]);
    render(<CameraPane onCode={() => {}} />);
    await waitFor(() => expect(screen.queryByText('Starting the camera.')).toBeNull());
    act(() => void tracks[0]?.dispatchEvent(new Event('ended')));
    expect((await screen.findByRole('alert')).textContent).toContain('The camera is gone');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(screen.queryByText('Starting the camera.')).toBeNull());
    decoder.says = [new Error('no wasm')];
    await picture();
    expect((await screen.findByRole('alert')).textContent).toContain('The code reader could not start');
    expect(tracks.at(-1)?.stopped).toBe(true);
  });
});

describe('a badge before the camera', () => {
  it('is new when it comes, and again once it has been out of sight for some seconds', () => {
    const isNew = newcomers();
    const seen: [string, number, boolean][] = [
      ['a', 0, true],
      ['a', 100, false],
      ['b', 200, true],
      ['a', 3_900, false],
      ['a', 7_800, false],
      ['b', 7_900, true],
      ['a', 11_900, true],
    ];
    for (const [code, now, expected] of seen) expect(isNew(code, now), `${code} at ${now}`).toBe(expected);
  });
});
