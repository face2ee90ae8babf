import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { done, type Result } from '../../../shared/model/result.ts';
import type { WorkOptions } from '../../files/progress.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { bakePng } from '../../open-badges/bake-png.ts';
import { bakeSvg } from '../../open-badges/bake-svg.ts';
import { ZipFile } from '../../spreadsheets/write/zip.ts';
import type { BadgePicture } from './badge-picture.ts';

/** A signed badge on its way to the disk. */
export interface SignedBadge {
  /** What its files are called, without an ending. */
  readonly name: string;
  readonly json: string;
  readonly picture: number;
}

export interface BadgesToWrite {
  readonly badges: readonly SignedBadge[];
  readonly pictures: readonly BadgePicture[];
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeBadgeFile: {
      readonly input: BadgesToWrite & { readonly file: string };
      readonly output: { readonly badges: number };
    };
  }
}

/** What a file of badges can be: one badge as itself or in a picture, or all of them with their pictures. */
export const badgeFormats = ['png', 'svg', 'json', 'zip'] as const;
export type BadgeFormat = (typeof badgeFormats)[number];

/** The format that a file's name asks for; null: none of these. */
export function formatOf(file: string): BadgeFormat | null {
  const ending = path.extname(file).slice(1).toLowerCase();
  return badgeFormats.find((format) => format === ending) ?? null;
}

/** Writes badges into a file: one as what its name asks for, or any number into a ZIP, each in its three forms. */
export async function writeBadgeFile(
  file: string,
  { badges, pictures }: BadgesToWrite,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<{ readonly badges: number }>> {
  const format = formatOf(file) ?? 'zip';
  const written = await replaceFile(
    file,
    async (handle) => {
      const [first] = badges;
      if (format !== 'zip' && first) await handle.writeFile(inForm(format, first, pictures));
      else await writeZip(handle, { badges, pictures }, { signal, onProgress });
    },
    signal,
  );
  return written.ok ? done({ badges: badges.length }) : written;
}

async function writeZip(
  handle: FileHandle,
  { badges, pictures }: BadgesToWrite,
  { signal, onProgress }: { readonly signal: WorkOptions['signal']; readonly onProgress: WorkOptions['onProgress'] },
): Promise<void> {
  const zip = new ZipFile(handle);
  for (const [at, badge] of badges.entries()) {
    for (const format of ['json', 'png', 'svg'] as const) {
      await zip.add(`${badge.name}.${format}`, [inForm(format, badge, pictures)], signal);
    }
    onProgress?.({ done: at + 1, total: badges.length });
  }
  await zip.finish();
}

function inForm(
  format: Exclude<BadgeFormat, 'zip'>,
  { json, picture }: SignedBadge,
  pictures: readonly BadgePicture[],
): string | Uint8Array {
  const drawn = pictures[picture];
  if (format === 'json') return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
  if (!drawn) throw new Error('A badge has no picture.');
  return format === 'png' ? bakePng(Buffer.from(drawn.png), json) : bakeSvg(drawn.svg, json);
}
