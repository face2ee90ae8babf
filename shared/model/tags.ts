import type { z } from 'zod';
import { type PersonId, rowId } from './ids.ts';

export const TagId = rowId('TagId');
export type TagId = z.infer<typeof TagId>;
export const PersonTagId = rowId('PersonTagId');
export type PersonTagId = z.infer<typeof PersonTagId>;

/** A word that leads give to people, such as “Speaker”, so that any list can show only them. */
export interface Tag {
  readonly id: TagId;
  readonly name: string;
}

/** That a person has a tag. */
export interface PersonTag {
  readonly id: PersonTagId;
  readonly personId: PersonId;
  readonly tagId: TagId;
}

/** How many characters a tag may have. */
export const longestTag = 40;
