import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { ColumnShape, ImportKind, mostPasted, RowOutcome, SentAt, SheetMapping, SheetName } from '../model/imports.ts';
import type { ColumnsGuess, ImportOutcome, ImportPreview, ImportReading, SavedMappingRow } from '../views/imports.ts';
import { Slice, type WrittenFile } from '../views/page.ts';
import { nothing, readingId } from './inputs.ts';

const reading = {
  /** A file that was read; null: asks for one, so that one call does it all at the terminal. */
  readingId: readingId.nullable().default(null),
  /** Null: guessed, as when a file is read. */
  kind: ImportKind.nullable().default(null),
  mappings: z.array(SheetMapping).max(1_000).nullable().default(null),
  /** Where applications go; graduates name their cohorts themselves. */
  cohortId: id.CohortId.nullable().default(null),
  /** When all applications were sent, in the program's zone, on sheets where no column tells it. */
  sentAt: SentAt.nullable().default(null),
};

/** The calls about spreadsheets on their way in; shared/api.ts has them with all others. */
export const importCalls = {
  'imports.read': works<ImportReading | null>().takes(
    'Read a spreadsheet, writing nothing; or take one that was read for another kind',
    z.strictObject({
      file: z.string().max(4_096).nullable().default(null),
      readingId: readingId.nullable().default(null),
      kind: ImportKind.nullable().default(null),
    }),
  ),
  'imports.readText': works<ImportReading>().takes(
    'Read what was copied in a spreadsheet and pasted, writing nothing',
    z.strictObject({
      text: z.string().max(mostPasted, 'less at once; save the sheet as a file and choose it'),
      kind: ImportKind.nullable().default(null),
    }),
  ),
  'imports.guess': works<ColumnsGuess>().takes(
    'Guess the columns of some sheets again, under another header, or as a saved mapping has them',
    z.strictObject({
      readingId,
      kind: ImportKind,
      sheets: z
        .array(z.strictObject({ sheet: SheetName, headerRow: z.int().min(1).nullable().default(null) }))
        .max(1_000),
      mappingId: id.SavedMappingId.nullable().default(null),
    }),
  ),
  'imports.mappings': reads<readonly SavedMappingRow[]>().takes('The saved mappings of columns', nothing, {
    from: ['savedMapping'],
  }),
  'imports.saveMapping': writes<{ mappingId: id.SavedMappingId }>().takes(
    'Save what columns are taken for under a name, to be recognized by their header the next time',
    z.strictObject({
      name: z.string().trim().min(1, 'a name').max(80),
      kind: ImportKind,
      shapes: z.array(ColumnShape).min(1).max(50),
    }),
  ),
  'imports.forgetMapping': writes<null>().takes(
    'Forget a saved mapping; what was imported with it stays',
    z.strictObject({ mappingId: id.SavedMappingId }),
  ),
  'imports.preview': works<ImportPreview>().takes(
    'What an import would do, row by row',
    z.strictObject({ ...reading, show: RowOutcome.nullable().default(null), ...Slice }),
    { from: 'everything' },
  ),
  'imports.apply': works<ImportOutcome>().takes(
    'Write what the preview showed, as one command; without a reading it asks for a file and guesses',
    z.strictObject(reading),
  ),
  'imports.saveUnusable': works<WrittenFile | null>().takes(
    'Save the rows that can’t be used, with a reason column',
    z.strictObject(reading),
  ),
};
