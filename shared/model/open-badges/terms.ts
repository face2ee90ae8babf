import { z } from 'zod';

// Words that Verifiable Credentials 2.0 (W3C, May 2025) and Open Badges 3.0 (1EdTech, April 2025) have in common.

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2';
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** Text; what is empty is left out. */
export const said = z.string().min(1).max(20_000);

export const Uri = z
  .string()
  .max(400_000)
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'a URI');

export const WebAddress = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/\S+$/i, 'a web address');

/** An instant with its offset: the `DateTimeZ` of Open Badges. */
export const DateTimeZ = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, 'an instant with its offset')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'a day that there is');

/** The unordered types of a thing, which must be among others these. */
export const types = (...needed: readonly string[]) =>
  z
    .array(said)
    .min(1)
    .refine((given) => needed.every((name) => given.includes(name)), `must have ${needed.join(' and ')}`)
    .refine((given) => new Set(given).size === given.length, 'names no type twice');
