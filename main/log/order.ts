import type { LoggedCommand } from '../../shared/model/history.ts';

/**
 * The log's true order: by the commands' clocks, then by laptop, then by the laptop's own count. It is the same on every
 * laptop, whatever arrived first; nothing that a person reads or a rule decides goes by the order of arrival, which
 * `sequence` is. Each is an ORDER BY of a statement that reads `logCommand`, by one index of its own.
 */
export const oldestFirst = 'logCommand.clock, logCommand.deviceId, logCommand.deviceSequence';
export const newestFirst = 'logCommand.clock DESC, logCommand.deviceId DESC, logCommand.deviceSequence DESC';

/** The same for entries: those of one command stand as it made them, which every laptop keeps. */
export const entriesOldestFirst = `${oldestFirst}, logEntry.sequence`;

/** Narrows commands that are found by something else to those after another one; takes `placeInLog` of that as values. */
export const isLater = '(+logCommand.clock, logCommand.deviceId, logCommand.deviceSequence) > (?, ?, ?)';

/** The same for those before it. */
export const isEarlier = '(+logCommand.clock, logCommand.deviceId, logCommand.deviceSequence) < (?, ?, ?)';

/** Where a command stands in the log. */
export type PlaceInLog = Pick<LoggedCommand, 'clock' | 'deviceId' | 'deviceSequence'>;

/** The values of `isLater` and `isEarlier`. */
export const placeInLog = ({ clock, deviceId, deviceSequence }: PlaceInLog): [string, string, number] => [
  clock,
  deviceId,
  deviceSequence,
];

/** Sorts commands oldest first. */
export function compareInLog(a: PlaceInLog, b: PlaceInLog): number {
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  if (a.deviceId !== b.deviceId) return a.deviceId < b.deviceId ? -1 : 1;
  return a.deviceSequence - b.deviceSequence;
}
