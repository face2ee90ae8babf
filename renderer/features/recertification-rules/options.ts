/** Options of a select, from a map of words. */
export const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>): { key: Key; label: string }[] =>
  // The map's own keys; Object.keys forgets them.
  (Object.keys(words) as Key[]).map((key) => ({ key, label: words[key] }));
