import { sayKeys } from './keys.ts';

/** The keys that do what it stands beside. */
export const Kbd = ({ keys }: { readonly keys: string }) => (
  <span className="kbd" aria-hidden="true">
    {sayKeys(keys)}
  </span>
);
