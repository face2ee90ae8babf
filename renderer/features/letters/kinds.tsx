import { sayCount } from '../../../shared/model/counts.ts';
import { type LetterKind, letterKinds, sayLetterKind } from '../../../shared/model/letters.ts';
import type { LettersAnswer } from '../../../shared/views/letters.ts';

/** The kinds of letters, with how many wait to be written. */
export function Kinds({
  counts,
  kind,
  onChange,
}: {
  readonly counts: LettersAnswer['counts'] | undefined;
  readonly kind: LetterKind;
  readonly onChange: (kind: LetterKind) => void;
}) {
  return (
    <nav className="letters-kinds" aria-label="Kinds of letters">
      {letterKinds.map((each) => (
        <button
          key={each}
          type="button"
          className="letters-kind"
          aria-current={each === kind ? 'true' : undefined}
          onClick={() => onChange(each)}
        >
          <span>{sayLetterKind[each]}</span>
          <Count count={counts?.[each].toWrite ?? 0} />
        </button>
      ))}
    </nav>
  );
}

const Count = ({ count }: { readonly count: number }) =>
  count === 0 ? null : (
    <span className="letters-count">
      {sayCount(count)}
      <span className="unseen"> to write</span>
    </span>
  );
