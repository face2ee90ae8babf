import { z } from 'zod';
import { works } from '../call.ts';
import * as id from '../model/ids.ts';
import { ScanOutcome } from '../model/scan-log.ts';
import { Slice, type WrittenFile } from '../views/page.ts';
import type { ScanLogOutcome, ScanLogPreview, ScanLogReading } from '../views/scan-log.ts';
import { readingId } from './inputs.ts';

const wish = {
  /** A log that was read; null: asks for one, so that one call does it all at the terminal. */
  readingId: readingId.nullable().default(null),
  /** Null: each scan goes to the session that was on when it was made. */
  sessionId: id.SessionId.nullable().default(null),
  /** Takes every scan of the log for the session that is named, whatever its time: the scanner’s clock was wrong. */
  anyTime: z.boolean().default(false),
  /** Checks people of other cohorts in too. */
  guests: z.boolean().default(false),
};

/** The calls about a scanner’s own log; shared/api.ts has them with all others. */
export const scanLogCalls = {
  'scanLog.read': works<ScanLogReading | null>().takes(
    'Read a scanner log, writing nothing',
    z.strictObject({ file: z.string().max(4_096).nullable().default(null) }),
  ),
  'scanLog.recognise': works<boolean>().takes(
    'Whether a file looks like a scanner log',
    z.strictObject({ file: z.string().max(4_096) }),
  ),
  'scanLog.preview': works<ScanLogPreview>().takes(
    'What importing a scanner log would do, scan by scan',
    z.strictObject({ ...wish, show: ScanOutcome.nullable().default(null), ...Slice }),
    { from: 'everything' },
  ),
  'scanLog.apply': works<ScanLogOutcome>().takes(
    'Check in the people a scanner log names, as one command; the same log twice does nothing the second time',
    z.strictObject(wish),
  ),
  'scanLog.saveUnused': works<WrittenFile | null>().takes(
    'Save the scans that are left out, with a reason column',
    z.strictObject(wish),
  ),
};
