import path from 'node:path';
import log from 'electron-log/node';
import { keepPrivate, makePrivateFolder, PRIVATE_FILE, PRIVATE_FOLDER } from '../files/private.ts';

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
  // Its lines name calls and files, which are no one else's business.
  makeOwnFolder(folder);
  const logger = log.create({ logId: `file:${folder}` });
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => path.join(folder, 'main.log');
  logger.transports.file.maxSize = ROTATE_AT_BYTES;
  logger.transports.file.writeOptions = { flag: 'a', mode: PRIVATE_FILE, encoding: 'utf8' };
  logger.transports.file.format = '{y}-{m}-{d}T{h}:{i}:{s}.{ms} {level} {text}';
  return {
    info: (text) => logger.info(redact(text)),
    warn: (text) => logger.warn(redact(text)),
    error: (text, error) => logger.error(redact(error === undefined ? text : `${text}: ${describe(error)}`)),
  };
}

function makeOwnFolder(folder: string): void {
  try {
    makePrivateFolder(folder);
    keepPrivate(folder, PRIVATE_FOLDER);
    keepPrivate(path.join(folder, 'main.log'), PRIVATE_FILE);
    keepPrivate(path.join(folder, 'main.old.log'), PRIVATE_FILE);
  } catch {
    // Where no folder can be made, nothing is logged, and the desk opens.
  }
}

/** Takes out e-mail addresses: the log may be sent to a developer. Its callers write no other personal data. */
export function redact(text: string): string {
  return text.replace(/[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[^\s@<>"'(),;:.]+/g, '[e-mail]');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
