import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
import { runJob } from '../../jobs/run.ts';
import { type Wearer, wearersOf } from '../badges/queries.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import type { SignInSheet } from './page.ts';

const signInSheets: Errand<'papers.signInSheets'> = async (desk, { sessionIds, blank }) => {
  const { inForce, today } = desk.facts();
  if (!inForce) return noProgram();
  const program = inForce.policy.program.name;
  const wanted = [...new Set(sessionIds)];
  const rows = wanted.map((id) => sessionRow(desk.facts(), id));
  const [first] = rows;
  if (!first || rows.includes(null)) return refuse(noSuchSession);
  const [title, name] =
    rows.length === 1
      ? [`Sign-in sheet of ${first.title} on ${sayDay(first.heldOn)}`, `sign-in ${first.title} ${first.heldOn}`]
      : [`Sign-in sheets of ${rows.length} sessions`, `sign-in sheets ${today}`];
  const made = await desk.writePaper({ title, fileName: `${program} ${name}` }, async (target) => {
    for (const sessionId of wanted) {
      const expected = wearersOf(desk.facts(), { of: 'session', sessionId });
      if (!expected.ok) return expected;
      if (!expected.value.wearers.some(({ badge }) => badge === null)) continue;
      const numbered = await desk.call('badges.make', { whose: { of: 'session', sessionId } });
      if (!numbered.ok) return numbered;
    }
    const lists = wanted.flatMap((sessionId) => sheetOf(desk.facts(), sessionId, blank, program));
    return runJob('writeSignInSheets', { ...target, lists }, printing(desk, title));
  });
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  const { people, pages } = made.value.value;
  return done({
    file: made.value.file,
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
