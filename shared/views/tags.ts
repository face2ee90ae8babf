import type { TagId } from '../model/tags.ts';

/** A tag, and how many people have it. */
export interface TagView {
  readonly tagId: TagId;
  readonly name: string;
  readonly people: number;
}

/** A tag that one person has. */
export type GivenTag = Pick<TagView, 'tagId' | 'name'>;
