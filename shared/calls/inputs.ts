import { z } from 'zod';
import { TagId } from '../model/tags.ts';

/** Why something is done: kept with it. */
export const reason = z.string().trim().min(3, 'a reason of three letters or more').max(500);

/** Several records at once: one at least, as many as a program can have at most. */
export const many = <Id extends z.ZodType>(one: Id) => z.array(one).min(1).max(100_000);

/** What narrows a list of people to those with a tag; null: everyone. */
export const tagged = { tagId: TagId.nullable().default(null) };

/** Of a call that takes no input. */
export const nothing = z.strictObject({});
/** A name that someone gives: not empty, and no longer than a line. */
export const name = z.string().trim().min(1, 'a name').max(200);
/** What names a spreadsheet that was read and is held. */
export const readingId = z.string().max(100);
/** How many seats a cohort has. */
export const seats = z.int().min(1).max(100_000);
