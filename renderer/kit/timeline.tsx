import type { HistoryLine } from '../../shared/views/page.ts';

/** What happened to a record, in the order given. */
export function Timeline({ lines }: { readonly lines: readonly HistoryLine[] }) {
  if (lines.length === 0) return <p className="mute">Nothing yet.</p>;
  return (
    <ol className="timeline">
      {lines.map((line, at) => (
        // Lines have no identity of their own, and a record's history only grows at its end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at}>
          <span className="timeline-at">{line.at}</span>
          <span>
            {line.sentence}
            {line.who && <span className="timeline-who">{line.who}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
