import './tags.css';
import { create } from 'zustand';
import { sayCount } from '../../../shared/model/counts.ts';
import type { TagId } from '../../../shared/model/tags.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { useCall } from '../../kit/query.ts';

/** Which tag narrows each list, by the list’s name; a list that is not here shows everyone. */
export const useTagFilters = create<{ readonly tagOf: Readonly<Record<string, TagId>> }>(() => ({ tagOf: {} }));

const filterBy = (list: string, tagId: TagId | null): void =>
  useTagFilters.setState(({ tagOf: { [list]: _, ...others } }) => ({
    tagOf: tagId === null ? others : { ...others, [list]: tagId },
  }));

/** The tag that narrows a list; null: none does, or it was deleted meanwhile. */
export function useTagFilter(list: string): TagId | null {
  const { value } = useCall('tags.list', {});
  const tagId = useTagFilters((state) => state.tagOf[list]) ?? null;
  return value && !value.some((tag) => tag.tagId === tagId) ? null : tagId;
}

/** An empty list that a tag narrows: why it is empty, and the way back to everyone. */
export const NobodyTagged = ({ list }: { readonly list: string }) => (
  <Empty title="No one here has this tag" actions={<Button onClick={() => filterBy(list, null)}>Any tag</Button>}>
    Only people with the tag you chose are shown, in this part of the list and with what you search for.
  </Empty>
);

/** Narrows a list to people with a tag; not there while the program has no tags. */
export function TagFilter({ list }: { readonly list: string }) {
  const { value } = useCall('tags.list', {});
  const tagId = useTagFilter(list);
  if (!value || value.length === 0) return null;
  return (
    <div className="tags-filter">
      <SelectField
        label="Tag"
        bare
        value={tagId ?? 'any'}
        options={[
          { key: 'any', label: 'Any tag' },
          ...value.map((tag) => ({ key: tag.tagId, label: `${tag.name} (${sayCount(tag.people)})` })),
        ]}
        onChange={(key) => filterBy(list, value.find((tag) => tag.tagId === key)?.tagId ?? null)}
      />
    </div>
  );
}
