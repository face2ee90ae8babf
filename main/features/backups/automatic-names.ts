import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf } from '../../../shared/model/dates.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { fileNames } from '../../files/file-names.ts';

/** An automatic backup as its name tells of it. */
export interface NamedBackup {
  readonly name: string;
  readonly madeAt: Instant;
}

/** What tells the backups of one laptop and program from all others: the id's own random part. */
const tagOf = (device: DeviceId): string => device.slice(-8);

/** The name of an automatic backup: the program, the time on this laptop's clock, and whose it is. */
export function automaticName(program: string, now: Instant, zone: string, device: DeviceId): string {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'second' }).replaceAll(':', '.');
  const offset = local.offset.replace(':', '');
  // Room for the rest, and nothing that a path would stumble over.
  const words = (fileNames([program.slice(0, 60).toWellFormed()], 'db')[0] ?? '').slice(0, -'.db'.length);
  const title = program.trim() === '' ? 'Program' : words;
  return `${title} automatic backup ${local.toPlainDate()} ${time}${offset} ${tagOf(device)}.db`;
}

const pattern = / automatic backup (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)([+-]\d\d)(\d\d) ([0-9a-f]{8})\.db$/;

/** When an automatic backup was made, by its name; null: it is none of this laptop's in this program. */
export function madeAtOf(name: string, device: DeviceId): Instant | null {
  const [, day, hour, minute, second, offsetHour, offsetMinute, tag] = pattern.exec(name) ?? [];
  if (tag !== tagOf(device)) return null;
  const at = new Date(`${day}T${hour}:${minute}:${second}${offsetHour}:${offsetMinute}`);
  return Number.isNaN(at.getTime()) ? null : instantOf(at);
}
