import type { Report } from './measure.ts';
import { certificates } from './sections/certificates.ts';
import { duplicates } from './sections/duplicates.ts';
import { imports } from './sections/imports.ts';
import { launch } from './sections/launch.ts';
import { ranking } from './sections/ranking.ts';
import { roster } from './sections/roster.ts';
import { screens } from './sections/screens.ts';
import { search } from './sections/search.ts';
import { write } from './sections/write.ts';

/** Every section of the bench, in the order in which they run. */
export const sections: Readonly<Record<string, (report: Report) => Promise<void>>> = {
  launch,
  write,
  ranking,
  imports,
  search,
  screens,
  duplicates,
  roster,
  certificates,
};
