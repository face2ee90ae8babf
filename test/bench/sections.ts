import type { Report } from './measure.ts';
import { badges } from './sections/badges.ts';
import { certificates } from './sections/certificates.ts';
import { door } from './sections/door.ts';
import { duplicates } from './sections/duplicates.ts';
import { exports } from './sections/exports.ts';
import { field } from './sections/field.ts';
import { imports } from './sections/imports.ts';
import { launch } from './sections/launch.ts';
import { monstrousFiles } from './sections/monstrous-files.ts';
import { progress } from './sections/progress.ts';
import { ranking } from './sections/ranking.ts';
import { roster } from './sections/roster.ts';
import { search } from './sections/search.ts';
import { statements } from './sections/statements.ts';
import { write } from './sections/write.ts';
import { year } from './sections/year.ts';

/** Every section of the bench, in the order in which they run. */
export const sections: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  launch,
  write,
  ranking,
  imports,
  monstrousFiles,
  search,
  field,
  door,
  progress,
  duplicates,
  roster,
  exports,
  year,
  certificates,
  statements,
  badges,
};
