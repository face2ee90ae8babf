import type { CertificateState, NotKnown } from '../../../shared/model/certificate-state.ts';
import type { SealVerdict } from './state.ts';

const words: Record<CertificateState['kind'], string> = {
  valid: 'Valid',
  due: 'Valid',
  expired: 'Expired',
  superseded: 'Replaced',
  revoked: 'Revoked',
  altered: 'Altered',
  'other-issuer': 'Another issuer',
  'not-known': 'Not known',
};

/** What was checked: the code on a paper, or a digital badge. */
export type CheckedThing = 'code' | 'badge';

/** The word for a state, as it stands large above the facts. Of a typed number nothing else is valid than the number. */
export const wordOf = (state: CertificateState, seal: SealVerdict): string =>
  seal === 'none' && isGood(state) ? 'Valid number' : words[state.kind];

const isGood = ({ kind }: CertificateState): boolean => kind === 'valid' || kind === 'due';

const longDay = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** A day as people read it: `Jun 3, 2024`. */
export const sayCheckedDay = (day: string): string => longDay.format(new Date(`${day}T00:00:00Z`));

/** What a state means, in a sentence or two: what was found, and what to do next. */
export function sayState(
  state: CertificateState,
  seal: SealVerdict,
  program: string,
  today: string,
  on: CheckedThing = 'code',
): string {
  const said =
    on === 'badge' ? (sayBadge(state, program) ?? sayAlone(state, program, today)) : sayAlone(state, program, today);
  return seal === 'none' && isGood(state)
    ? `${said} What is printed on the paper was not checked: scan its code, or compare the name.`
    : said;
}

/** What is said of a badge otherwise than of a code, which can be scanned again; null: nothing. */
function sayBadge(state: CertificateState, program: string): string | null {
  if (state.kind === 'altered')
    return `The badge is not as it was signed: it was altered, or saved only in part. Ask for the file as ${program} gave it out.`;
  if (state.kind === 'other-issuer')
    return `The badge is not signed with a key of ${program}. Another issuer may have made it; no one here can say whether it is good.`;
  if (state.kind === 'not-known' && state.why === 'withdrawn-key')
    return `The badge is signed with a key that ${program} no longer trusts, so it proves nothing. Ask ${program} for a new one.`;
  return null;
}

function sayAlone(state: CertificateState, program: string, today: string): string {
  switch (state.kind) {
    case 'valid':
      return `${program} issued this certificate, and it is valid.`;
    case 'due':
      return state.dueOn < today
        ? `${program} issued this certificate, and it is valid. Documents for re-certification were due on ${sayCheckedDay(state.dueOn)}; the grace period is still running.`
        : `${program} issued this certificate, and it is valid; re-certification is due on ${sayCheckedDay(state.dueOn)}.`;
    case 'expired':
      return `${program} issued this certificate. It expired on ${sayCheckedDay(state.on)}, because the documents for re-certification had not come in.`;
    case 'superseded':
      return `${program} replaced this certificate on ${sayCheckedDay(state.on)}${state.by === null ? '' : ` by ${state.by}`}. Ask for the new one.`;
    case 'revoked':
      return `${program} revoked this certificate on ${sayCheckedDay(state.on)}: ${withPeriod(state.reason)}`;
    case 'altered':
      return 'The code is not as it was signed: it was altered, or read only in part. Scan it again; if it says the same, ask the program.';
    case 'other-issuer':
      return `The code is not signed with a key of ${program}. Another issuer may have made it; no one here can say whether it is good.`;
    case 'not-known':
      return sayNotKnown(state.why, state.listFrom, program);
  }
}

const withPeriod = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function sayNotKnown(why: NotKnown, listFrom: string | null, program: string): string {
  const from = listFrom === null ? '' : sayCheckedDay(listFrom);
  switch (why) {
    case 'not-listed':
      return listFrom === null
        ? `${program} has no certificate of this number in its records. Read the number again; if it is right, ask the laptop that issued it.`
        : `The list of ${from} has no certificate of this number. Read the number again; if it is right, ask ${program}.`;
    case 'newer-than-list':
      return `The signature is right, but the status is not known, since the list is from ${from} and the certificate is newer. Get a newer list from ${program}.`;
    case 'old-list':
      return `The status is not known, since the list is from ${from}. Get a newer list from ${program}.`;
    case 'withdrawn-key':
      return `The code is signed with a key that ${program} no longer trusts, so it proves nothing. Ask ${program} for a new print.`;
    case 'unchecked':
      return 'This browser can’t check signatures, so nothing is known. Open the page in a newer Chrome, Firefox, or Safari.';
  }
}
