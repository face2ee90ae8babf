import { z } from 'zod';

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const addressShape = new RegExp(`^(?=.{1,64}@)${atom}(?:\\.${atom})*@(?:${label}\\.)+(?=[a-z][a-z0-9-])(?:${label})$`);
const longest = 254;

/** What a domain in other letters than ASCII is made of: nothing that an address on the web reads as something else. */
const international = /^[\p{L}\p{M}\p{N}.。-]+$/u;

/**
 * The one rule for an e-mail address, wherever one comes in: one plain `name@host.domain` that can stand in a mail's
 * header, 254 characters at most, in lower case. A domain in other letters is written as mail writes it,
 * `ana@bücher.example` as `ana@xn--bcher-kva.example`. Null: no mail can go there.
 */
export function mailAddressOf(typed: string): string | null {
  const text = typed.trim();
  const at = text.lastIndexOf('@');
  const domain = domainOf(text.slice(at + 1).toLowerCase());
  if (at < 1 || domain === null) return null;
  const address = `${text.slice(0, at).toLowerCase()}@${domain}`;
  return address.length <= longest && addressShape.test(address) ? address : null;
}

/** A domain in ASCII; null where it is none. */
function domainOf(domain: string): string | null {
  if (/^[a-z0-9.-]*$/.test(domain) && !domain.includes('xn--')) return domain;
  if (!international.test(domain) || domain.length > longest) return null;
  // Browsers and Node alike write domains as the web and mail do (UTS 46); what is none throws or is left out.
  return URL.parse(`https://${domain}`)?.hostname ?? null;
}

/** Whether mail can go to an address as it is kept. */
export const isMailable = (address: string | null): boolean => address !== null && mailAddressOf(address) === address;

/**
 * The beginning of an address as it is typed into a search, as addresses are kept: the label of an international
 * domain that is not finished yet counts as far as its `xn--`.
 */
export function searchedAddress(typed: string): string {
  const text = typed.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  const labels = text.slice(at + 1).split(/[.。]/u);
  const written = labels.map((each, index) => {
    if (/^[ -~]*$/.test(each)) return each;
    return index === labels.length - 1 ? 'xn--' : (domainOf(each) ?? each);
  });
  const whole = mailAddressOf(text);
  return whole ?? `${text.slice(0, at + 1)}${written.join('.')}`;
}

/** An e-mail address of an input, as it is kept. */
export const MailAddress = z
  .string()
  .max(320)
  .transform((typed, context) => {
    const address = mailAddressOf(typed);
    if (address !== null) return address;
    context.addIssue({ code: 'custom', message: 'an e-mail address', input: typed });
    return z.NEVER;
  });
