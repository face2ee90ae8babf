import { create } from 'zustand';

/** What the ear should know without the eye: in, in already or a question, not in. */
export type Signal = 'ok' | 'wait' | 'bad';

const place = 'check-in:mute';

/** Whether check-in keeps quiet; remembered on this laptop. */
export const useMute = create<{ readonly mute: boolean; readonly toggle: () => void }>((set, get) => ({
  mute: localStorage.getItem(place) === 'yes',
  toggle: () => {
    const mute = !get().mute;
    localStorage.setItem(place, mute ? 'yes' : 'no');
    set({ mute });
  },
}));

interface Tone {
  readonly hertz: number;
  /** In seconds. */
  readonly from: number;
  readonly long: number;
}

// One high tone, two middle ones, one low and long: told apart in a loud hall, and without hearing pitch.
const tones: Readonly<Record<Signal, readonly Tone[]>> = {
  ok: [{ hertz: 988, from: 0, long: 0.12 }],
  wait: [
    { hertz: 587, from: 0, long: 0.1 },
    { hertz: 587, from: 0.16, long: 0.1 },
  ],
  bad: [{ hertz: 196, from: 0, long: 0.45 }],
};

let context: AudioContext | null = null;

/** Sounds a signal, unless it is muted or the machine has no sound. */
export function sound(signal: Signal): void {
  if (useMute.getState().mute || typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
  for (const { hertz, from, long } of tones[signal]) play(context, hertz, context.currentTime + from, long);
}

function play(audio: AudioContext, hertz: number, at: number, long: number): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  // Swells and fades within a hundredth of a second, so that it does not click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.01);
  volume.gain.setValueAtTime(0.25, at + long - 0.02);
  volume.gain.linearRampToValueAtTime(0, at + long);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + long);
}
