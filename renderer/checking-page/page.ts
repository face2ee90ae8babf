import { sayCheckedDay, sayState, wordOf } from '../../main/rules/certificates/say-state.ts';
import type { StatusDocument } from '../../main/rules/certificates/status-document.ts';
import type { CertificateState } from '../../shared/model/certificate-state.ts';
import type { Statement } from '../../shared/model/statement/statement.ts';
import { check, readKnown } from './check.ts';
import { digestOfKey } from './signatures.ts';

// The page that checks certificates without the app: from a web site, a stick, or a mail, in any of today's browsers.

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}

const say = (id: string, text: string): void => {
  element(id).textContent = text;
};

/** The day it is where the page is read. */
function localDay(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

const tones: Record<CertificateState['kind'], 'good' | 'doubt' | 'bad'> = {
  valid: 'good',
  due: 'good',
  expired: 'bad',
  superseded: 'bad',
  revoked: 'bad',
  altered: 'bad',
  'other-issuer': 'bad',
  'not-known': 'doubt',
};

function show(tone: 'good' | 'doubt' | 'bad', word: string, sentence: string, statement: Statement | null): void {
  const answer = element('answer');
  answer.hidden = false;
  answer.dataset['tone'] = tone;
  say('word', word);
  say('sentence', sentence);
  element('facts').hidden = statement === null;
  if (statement === null) return;
  const { program, number, name, what, cohort, issuedOn, validUntil } = statement;
  const facts = [
    ['Name', name],
    ['Certificate', what],
    ['Program', program],
    ['Cohort', cohort],
    ['Issued', sayCheckedDay(issuedOn)],
    ['Number', number],
    ...(validUntil === null ? [] : [['Valid until, when printed', sayCheckedDay(validUntil)]]),
  ];
  element('signed').replaceChildren(
    ...facts.flatMap(([term = '', text = '']) => {
      const [dt, dd] = [document.createElement('dt'), document.createElement('dd')];
      dt.textContent = term;
      dd.textContent = text;
      return [dt, dd];
    }),
  );
}

async function answer(status: StatusDocument, text: string): Promise<void> {
  const today = localDay();
  const answered = await check(status, text, today);
  if (answered === null) {
    element('answer').hidden = true;
  } else if (answered === 'misread') {
    show(
      'doubt',
      'Misread',
      'A digit of the number is wrong, missing, or swapped. Read it from the paper again.',
      null,
    );
  } else {
    const { state, seal, statement } = answered;
    // Of what no one here signed, no fact is shown as signed.
    const shown = ['altered', 'other-issuer'].includes(state.kind) ? null : statement;
    show(tones[state.kind], wordOf(state, seal), sayState(state, seal, status.program, today), shown);
  }
}

async function describe({ program, organization, listFrom, keys }: StatusDocument): Promise<void> {
  document.title = `Check a certificate of ${program}`;
  say('organization', organization);
  say(
    'about',
    `Certificates of ${program}. Point a phone’s camera at the code, scan it into the field, or type the number printed under it.`,
  );
  say('list', `The list of certificates is from ${sayCheckedDay(listFrom)}. Signed with:`);
  const lines = await Promise.all(
    keys.map(async ({ publicKey, since, until }) => {
      const digest = (await digestOfKey(publicKey)) ?? new Uint8Array();
      const hex = [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
      const line = document.createElement('li');
      const days =
        until === null ? `since ${sayCheckedDay(since)}` : `${sayCheckedDay(since)} to ${sayCheckedDay(until)}`;
      line.textContent = `key ${(hex.match(/.{4}/g) ?? []).join(' ')}, ${days}`;
      return line;
    }),
  );
  element('keys').replaceChildren(...lines);
}

async function begin(): Promise<void> {
  const known = await readKnown(element('status').textContent ?? '');
  if (known.kind === 'no-list') {
    const why =
      known.why === 'damaged'
        ? 'This page was changed, or is not whole: its own list is not as it was signed. Get the page again from the program.'
        : 'This browser can’t check signatures, so nothing is known. Open the page in a newer Chrome, Firefox, or Safari.';
    element('ask').hidden = true;
    show('doubt', 'Not known', why, null);
    return;
  }
  const { status } = known;
  await describe(status);
  const said = element('said') as HTMLTextAreaElement;
  element('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(status, said.value);
  });
  const fromAddress = (): void => {
    const text = decoded(location.hash.slice(1));
    if (text === '') return;
    said.value = text;
    void answer(status, text);
  };
  window.addEventListener('hashchange', fromAddress);
  fromAddress();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

void begin();
