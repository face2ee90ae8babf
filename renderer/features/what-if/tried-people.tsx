import { Pencil, X } from 'lucide-react';
import { sayVerdict } from '../../../shared/model/applicants.ts';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { ApplicationId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayMove, type TriedFacts } from '../../../shared/model/what-if.ts';
import type { WhatIfRow } from '../../../shared/views/selection.ts';
import { Button } from '../../kit/button.tsx';
import { Status } from '../../kit/status.tsx';
import { type Tried, useWhatIf } from './draft.ts';

/** The people whose facts are tried: what of them, and where they would stand then. */
export function TriedPeople({
  policy,
  tried,
  outcomes,
  onChange,
}: {
  readonly policy: Policy;
  readonly tried: readonly Tried[];
  /** Where each would stand, as far as it is known yet. */
  readonly outcomes: readonly WhatIfRow[];
  readonly onChange: (applicationId: ApplicationId) => void;
}) {
  const { leaveFacts } = useWhatIf();
  if (tried.length === 0) return null;
  return (
    <ul className="what-if-tried" aria-label="Facts you are trying">
      {tried.map(({ name, facts }) => {
        const { applicationId } = facts;
        const outcome = outcomes.find((each) => each.applicationId === applicationId);
        return (
          <li key={applicationId}>
            <span>
              <b>{name}</b> {sayFacts(policy, facts)}
            </span>
            {outcome && <Outcome row={outcome} />}
            <Button
              kind="quiet"
              className="icon-only"
              aria-label={`Change what you try for ${name}`}
              onClick={() => onChange(applicationId)}
            >
              <Pencil aria-hidden="true" />
            </Button>
            <Button
              kind="quiet"
              className="icon-only"
              aria-label={`Leave ${name} as it is`}
              onClick={() => leaveFacts(applicationId)}
            >
              <X aria-hidden="true" />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function Outcome({ row: { after, move } }: { readonly row: WhatIfRow }) {
  const place = after.place === null ? '' : `, place ${sayCount(after.place)}`;
  return (
    <span className="what-if-outcome">
      <Status of={after.verdict}>
        {sayVerdict[after.verdict]}
        {place}
      </Status>
      <span className="mute">{move === 'none' ? 'as now' : sayMove[move].toLowerCase()}</span>
    </span>
  );
}

/** `4 years, Delegate, sent May 2, 2024`. */
function sayFacts(
  { memberships }: Policy,
  { membership, highestPost, yearsInEducation, sentOn, stands }: TriedFacts,
): string {
  const short = memberships.find(({ id }) => id === membership)?.shortName;
  const said = [
    ...(membership === undefined ? [] : [short ?? 'membership not known']),
    ...(highestPost === undefined ? [] : [highestPost === null ? 'position not known' : sayPost[highestPost]]),
    ...(yearsInEducation === undefined ? [] : [sayYears(yearsInEducation)]),
    ...(sentOn === undefined ? [] : [`sent ${sayDate(sentOn)}`]),
    ...(stands === false ? ['withdrawn'] : []),
  ];
  return said.join(', ');
}

const sayPost = { yes: 'holds the highest position', no: 'without the highest position' } as const;

const sayYears = (years: number | null): string => (years === null ? 'years not known' : countOf(years, 'year'));
