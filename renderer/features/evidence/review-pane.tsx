import { Link } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import { sayDelivery } from '../../../shared/model/recertification/facts.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';
import { Button } from '../../kit/button.tsx';
import { FactList } from '../../kit/facts.tsx';
import { DocumentView } from './document-view.tsx';
import { sayAmount, sayDecided, sayFurther } from './words.ts';

/** One piece of evidence as it is judged: what is claimed, and every document that shows it. */
export function ReviewPane({
  row,
  asked,
  onCorrect,
}: {
  readonly row: EvidenceRow;
  readonly asked: EvidenceAsked;
  readonly onCorrect: () => void;
}) {
  const decided = sayDecided(row, asked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="evidence-pane" aria-label="The evidence" tabIndex={0}>
      <header>
        <h2>{row.title}</h2>
        <p className="mute">
          {row.participantId !== null && row.cohortId !== null ? (
            <Link className="link" href={`/recertification/${row.cohortId}?open=${row.participantId}`}>
              {row.name}, {row.cohort}
            </Link>
          ) : (
            row.name
          )}
        </p>
      </header>
      {decided !== null && <p className="evidence-decided">{decided}</p>}
      <div className="evidence-claim">
        <FactList
          of={[
            ['Claimed', sayAmount(row.claimed, asked)],
            ...facts('Category', asked.categories, row.categoryTitle),
            ...facts('Strand', asked.strands, row.strandTitle),
            ...facts('Document asked for', asked.checklist, row.checklistTitle),
            ['Done on', sayDay(row.activityOn)],
            ['How it was held', row.delivery && sayDelivery[row.delivery]],
            ...sayFurther(row, asked),
            ['Received', row.receivedOn && sayDay(row.receivedOn)],
          ]}
        />
        <Button keys="C" onClick={onCorrect}>
          Correct…
        </Button>
      </div>
      {row.documents.map((document) => (
        <DocumentView key={document.id} document={document} />
      ))}
    </section>
  );
}

/** A line only where the policy knows such a thing, or the evidence still has one of an earlier policy. */
const facts = (
  label: string,
  choices: readonly unknown[],
  title: string | null,
): readonly (readonly [string, string | null])[] => (choices.length === 0 && title === null ? [] : [[label, title]]);
