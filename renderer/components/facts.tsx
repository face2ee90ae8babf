import { Fragment, type ReactNode } from 'react';

/** Terms and what they are; a fact that is not there shows as a dash. */
export function Facts({ of }: { readonly of: readonly (readonly [term: string, fact: ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([term, fact]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd title={typeof fact === 'string' ? fact : undefined}>
            {fact === '' || fact === null || fact === undefined ? '–' : fact}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
