import './camera-side.css';
import type { ReactNode } from 'react';
import { CameraPane } from '../camera/camera-pane.tsx';

/** The key that turns the camera on and off at the door. */
export const cameraKey = 'F6';

/** What stands beside the door's field: with the camera on, its picture above. */
export function CameraSide({
  on,
  onCode,
  onClose,
  children,
}: {
  readonly on: boolean;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  if (!on) return children;
  return (
    <div className="camera-side">
      <CameraPane onCode={onCode} onClose={onClose} keys={cameraKey} />
      {children}
    </div>
  );
}
