import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { fileName } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import { type Wearer, wearersOf } from '../badges/queries.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import type { SignInSheet } from './page.ts';

const signInSheets: Errand<'papers.signInSheets'> = async (desk, { sessionIds, blank }) => {
  const { inForce, today } = desk.facts();
  if (!inForce) return refuse('This desk has no program yet. Start one first.');
  const program = inForce.policy.program.name;
  const wanted = [...new Set(sessionIds)];
  const rows = wanted.map((id) => sessionRow(desk.facts(), id));
  const [first] = rows;
  if (!first || rows.includes(null)) return refuse(noSuchSession);
  const what =
    rows.length === 1
      ? `sign-in sheet of ${first.title} on ${sayDay(first.heldOn)}`
      : `sign-in sheets of ${rows.length} sessions`;
  const file = await desk.dialogs.saveFile({
    title: `Print ${what}`,
    suggestedName: `${fileName(`${program} ${rows.length === 1 ? `sign-in ${first.title} ${first.heldOn}` : `sign-in sheets ${today}`}`)}.pdf`,
    filters: [pdfFilter],
  });
  if (file === null) return done(null);
  for (const sessionId of wanted) {
    const expected = wearersOf(desk.facts(), { of: 'session', sessionId });
    if (!expected.ok) return expected;
    if (!expected.value.wearers.some(({ badge }) => badge === null)) continue;
    const made = await desk.call('badges.make', { whose: { of: 'session', sessionId } });
    if (!made.ok) return made;
  }
  const lists = wanted.flatMap((sessionId) => sheetOf(desk.facts(), sessionId, blank, program));
  const label = `Printing ${what}`;
  desk.progress(label, null);
  const written = await runJob(
    'writeSignInSheets',
    { file, lists },
    {
      signal: desk.signal,
      onProgress: ({ done: pages, total }) => desk.progress(label, total > 0 ? pages / total : null),
    },
  );
  if (!written.ok) return written;
  desk.written.add(file);
  const { people, pages } = written.value;
  return done({
    file,
    holds: `${countOf(people, 'person', 'people')} on ${countOf(pages, 'page')}`,
    notes: [],
  });
};

function sheetOf(facts: Facts, sessionId: SessionId, blank: number, program: string): SignInSheet[] {
  const session = sessionRow(facts, sessionId);
  const expected = wearersOf(facts, { of: 'session', sessionId });
  if (!session || !expected.ok) return [];
  const cohorts = session.cohorts.map(({ name }) => name).join(' and ');
  return [
    {
      program,
      title: session.title,
      when: `${sayDay(session.heldOn)}, ${sayClock(session.startsAt)} to ${sayClock(session.endsAt)}`,
      where: [session.room, cohorts].filter((part) => part !== null && part !== '').join(' · '),
      lines: expected.value.wearers.map(lineOf),
      blank,
    },
  ];
}

const lineOf = ({ givenName, familyName, organization, cohort, badge }: Wearer) => ({
  name: [familyName, givenName].filter((part) => part !== '').join(', '),
  letter: letterOf(familyName === '' ? givenName : familyName),
  organization,
  cohort,
  number: badge?.number ?? null,
  code: badge?.code ?? null,
});

/** The letter that a name stands under: without its accent, so that Ångström is found under A. */
const letterOf = (name: string): string => /\p{L}/u.exec(name.normalize('NFKD'))?.[0].toUpperCase() ?? '';

export const signInSheetErrands: Pick<Handlers, 'papers.signInSheets'> = { 'papers.signInSheets': signInSheets };
