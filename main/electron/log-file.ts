import path from 'node:path';
import log from 'electron-log/node';

/** Writes what a developer needs to find a fault. It goes to a file on this computer and nowhere else. */
export interface LogFile {
  info(text: string): void;
  warn(text: string): void;
  /** `error` is written with its stack. */
  error(text: string, error?: unknown): void;
}

const ROTATE_AT_BYTES = 1024 * 1024;

/** Opens `main.log` in this folder; at 1 MB it becomes `main.old.log`. Fails never: a full disk must not stop the desk. */
export function openLogFile(folder: string): LogFile {
  const logger = log.create({ logId: `file:${folder}` });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => path.join(folder, 'main.log');
  logger.transports.file.maxSize = ROTATE_AT_BYTES;
  logger.transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms} {level} {text}';
  return {
    info: (text) => logger.info(redact(text)),
    warn: (text) => logger.warn(redact(text)),
    error: (text, error) => logger.error(redact(error === undefined ? text : `${text}: ${describe(error)}`)),
  };
}

/** Takes out e-mail addresses: the log may be sent to a developer. Its callers write no other personal data. */
export function redact(text: string): string {
  return text.replace(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]+/g, '[e-mail]');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
