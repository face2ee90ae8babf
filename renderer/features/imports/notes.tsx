/** What someone should know of the file as a whole, a sentence each. */
export function Notes({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="imports-notes">
      {of.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
