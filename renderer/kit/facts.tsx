import { Fragment, type ReactNode } from 'react';
import { Breaking } from './breaking.tsx';

/** Terms and what they are; a fact that is not there shows as a dash. */
export function FactList({ of }: { readonly of: readonly (readonly [term: string, fact: ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([term, fact]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd title={typeof fact === 'string' ? fact : undefined}>{say(fact)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function say(fact: ReactNode): ReactNode {
  if (fact === '' || fact === null || fact === undefined) return '–';
  return typeof fact === 'string' ? <Breaking text={fact} /> : fact;
}
