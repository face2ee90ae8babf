const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const address = new RegExp(`^${atom}(?:\\.${atom})*@${label}(?:\\.${label})+$`);

/** Whether mail can be sent to an address as it stands in a header: one plain `name@host.domain`, 254 characters at most. */
export const isMailable = (text: string): boolean => text.length <= 254 && address.test(text);
