import { sayDate } from '../../../shared/model/dates.ts';
import { type Cycle, type ExplainedStanding, sayLife } from '../../../shared/model/recertification/standing.ts';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';

/** The cycle that a graduate is in, and what is still needed to complete it. */
export function CycleCard({ standing, cycle }: { readonly standing: ExplainedStanding; readonly cycle: Cycle }) {
  const { life, since, needs } = standing;
  const { number, beginsOn, endsOn, completedOn, extendedFrom } = cycle;
  return (
    <Card title={`Cycle ${number}`}>
      <FactList
        of={[
          ['Certification', since === null ? sayLife[life] : `${sayLife[life]} since ${sayDate(since)}`],
          ['Begins', beginsOn && sayDate(beginsOn)],
          ['Ends', endsOn && sayDate(endsOn)],
          ['Extended from', extendedFrom && sayDate(extendedFrom)],
          ['Completed', completedOn && sayDate(completedOn)],
        ]}
      />
      {needs.length > 0 && (
        <>
          <p className="mute">Still needed</p>
          <ul className="dialog-lines">
            {needs.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
