import { Camera, CameraOff, Volume2, VolumeX } from 'lucide-react';
import { sayCount } from '../../../shared/model/counts.ts';
import { useMute } from '../../kit/sound.ts';
import { cameraKey } from './camera-side.tsx';
import { FootButton } from './foot-button.tsx';
import { doorKeys } from './ways.ts';

/** The keys of the door that are always there, for a finger too. */
export function DoorFoot({
  isBusy,
  otherLayout,
  toCome,
  missing,
  onMissing,
  camera,
  onCamera,
  onWalkIn,
  onEscape,
}: {
  /** Whether something stands that Esc puts aside first. */
  readonly isBusy: boolean;
  /** Whether a scan was typed on another keyboard than this laptop's. */
  readonly otherLayout: boolean;
  /** How many are expected and not in. */
  readonly toCome: number;
  /** Whether the list of them is shown. */
  readonly missing: boolean;
  readonly onMissing: () => void;
  readonly camera: boolean;
  readonly onCamera: () => void;
  readonly onWalkIn: () => void;
  readonly onEscape: () => void;
}) {
  const { mute, toggle } = useMute();
  return (
    <footer className="check-in-foot">
      {otherLayout ? (
        <span className="check-in-layout" role="status">
          The scanner is set to another keyboard. Set it to this laptop’s; until then other codes may be misread.
        </span>
      ) : (
        <span>Every check-in is saved before the check mark appears</span>
      )}
      <FootButton keys={doorKeys.walkIn} word="walk-in" onClick={onWalkIn} />
      <FootButton
        keys="F3"
        word={missing ? 'last checked in' : `not here yet: ${sayCount(toCome)}`}
        onClick={onMissing}
      />
      <FootButton keys="F4" word={mute ? 'sound is off' : 'sound is on'} pressed={mute} onClick={toggle}>
        {mute ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
      </FootButton>
      <FootButton keys={cameraKey} word={camera ? 'camera is on' : 'camera is off'} pressed={camera} onClick={onCamera}>
        {camera ? <Camera aria-hidden="true" /> : <CameraOff aria-hidden="true" />}
      </FootButton>
      <span className="space" />
      <FootButton keys={doorKeys.next} word={isBusy ? 'next' : 'leaves check-in'} onClick={onEscape} />
    </footer>
  );
}
