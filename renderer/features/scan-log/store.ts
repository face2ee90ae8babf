import { create } from 'zustand';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { ScanOutcome } from '../../../shared/model/scan-log.ts';
import type { ScanLogReading } from '../../../shared/views/scan-log.ts';

interface Look {
  /** The log as it was read; null: none is chosen. */
  readonly reading: ScanLogReading | null;
  /** Null: each scan goes to the session that was on. */
  readonly sessionId: SessionId | null;
  readonly anyTime: boolean;
  readonly guests: boolean;
  readonly show: ScanOutcome | 'all';
  readonly search: string;
  /** Whether it is being written now. */
  readonly importing: boolean;
}

const nothing: Look = {
  reading: null,
  sessionId: null,
  anyTime: false,
  guests: false,
  show: 'all',
  search: '',
  importing: false,
};

interface Actions {
  readonly look: (part: Partial<Look>) => void;
  /** A log was read; what was set for another is let go, but not the session that it was opened for. */
  readonly take: (reading: ScanLogReading) => void;
  readonly leave: () => void;
}

/** A scanner log on its way in. */
export const useScanLog = create<Look & Actions>((set) => ({
  ...nothing,
  look: (part) => set(part),
  take: (reading) => set(({ sessionId }) => ({ ...nothing, sessionId, reading })),
  leave: () => set(nothing),
}));
