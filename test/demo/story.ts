import path from 'node:path';
import { CivilDate, sayDate, sayDay } from '../../shared/model/dates.ts';
import type { CohortId, ParticipantId, SessionId } from '../../shared/model/ids.ts';
import { sayRowOutcome } from '../../shared/model/imports.ts';
import { giveBadges } from './story-badges.ts';
import { openStoryDesk, type StoryDesk } from './story-desk.ts';
import { collectFees } from './story-fees.ts';
import { papersOfTheYear, planYear } from './story-year.ts';

const samples = path.join(import.meta.dirname, '../../resources/sample');

/** A point of the story at which pictures are taken. */
export type Moment = 'empty' | 'applying' | 'ranked' | 'door' | 'graduated';

/** The database as it stood at each moment, and what the clock showed. */
export type Moments = Readonly<Record<Moment, { readonly databaseFile: string; readonly now: string }>>;

const summer = '2024-06-03T14:00:00.000Z';
const thirdSession = '2025-02-10T14:02:00.000Z';
const end = '2025-06-13T15:00:00.000Z';

/**
 * The main job from an application file to certificates, told step by step through the same calls as the window's.
 * Papers go to `folder`; copies of the database at each moment to `copies`.
 */
export async function tellStory(folder: string, copies: string, say: (line: string) => void): Promise<Moments> {
  const desk = openStoryDesk(path.join(folder, 'cohort-desk.db'));
  const keep = async (name: Moment, now: string) => {
    const databaseFile = path.join(copies, `${name}.db`);
    desk.answer({ saveFile: databaseFile });
    await desk.call('desk.backUp', {});
    return { databaseFile, now };
  };
  desk.setNow(summer);
  const empty = await keep('empty', summer);
  await desk.call('program.establish', { program: 'al-cto' });
  await desk.call('desk.nameLead', { name: 'Dana Whitlow' });
  say('Started the program AL-CTO, with the policy of its public page.');
  await graduatesComeIn(desk, say);
  await askForMore(desk, say);
  const cohortId = await openCohort(desk, say);
  const applying = await keep('applying', summer);
  await importFile(desk, 'applications-web-form.csv', cohortId, say);
  await importFile(desk, 'applications-office-form.xlsx', cohortId, say);
  const ranked = await keep('ranked', summer);
  await selectCohort(desk, cohortId, say);
  await collectFees(desk, cohortId, say);
  const sessions = await planYear(desk, cohortId, say);
  await papersOfTheYear(desk, cohortId, sessions, folder, say);
  await holdSessions(desk, cohortId, sessions.slice(0, 2), say);
  await holdSession(desk, cohortId, sessions[2], 22, say);
  const door = await keep('door', thirdSession);
  await holdSession(desk, cohortId, sessions[2], 30, say);
  await holdSessions(desk, cohortId, sessions.slice(3), say);
  await graduate(desk, cohortId, folder, say);
  await askForDocuments(desk, folder, say);
  const graduated = await keep('graduated', end);
  await giveBadges(desk, cohortId, folder, say);
  desk.answer({ saveFile: path.join(folder, 'backup.db') });
  say(`Backed up: ${(await desk.call('desk.backUp', {}))?.holds}.`);
  await desk.close();
  return { empty, applying, ranked, door, graduated };
}

async function importFile(desk: StoryDesk, file: string, cohortId: CohortId | null, say: (line: string) => void) {
  desk.answer({ openFile: path.join(samples, file) });
  const reading = await desk.call('imports.read', {});
  if (!reading) throw new Error(`${file} was not read.`);
  const { readingId, kind, mappings } = reading;
  const outcome = await desk.call('imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
  const counts = Object.entries(outcome.counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${sayRowOutcome[name as keyof typeof sayRowOutcome].toLowerCase()}`);
  say(`Imported ${file}: ${outcome.sentence} (${counts.join(', ')})`);
}

async function graduatesComeIn(desk: StoryDesk, say: (line: string) => void): Promise<void> {
  await importFile(desk, 'graduates-alpha-to-delta.xlsx', null, say);
  const { counts, on } = await desk.call('recertification.list', { show: 'overdue' });
  say(
    `As of ${sayDay(on)}, ${counts.overdue} graduates are overdue with their documents, ${counts.received} have sent them.`,
  );
}

/** What graduates need besides the courses, decided before the cohort begins. */
async function askForMore(desk: StoryDesk, say: (line: string) => void): Promise<void> {
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('The program was not started.');
  const { policy } = shown;
  const requirements = [
    { id: 'pre-work', title: 'Pre-work handed in' },
    { id: 'evaluation', title: 'Evaluation filled in' },
  ];
  await desk.call('program.revise', {
    policy: { ...policy, graduation: { ...policy.graduation, requirements } },
    effectiveOn: CivilDate.parse('2024-06-03'),
    note: 'The leads ask for pre-work and an evaluation',
  });
  say('Added pre-work and an evaluation to what a graduate needs, for cohorts from now on.');
}

/** Ticks the checklist off; one person has not filled in the evaluation yet. */
async function tickOff(desk: StoryDesk, cohortId: CohortId, say: (line: string) => void): Promise<ParticipantId[]> {
  const { rows } = await desk.call('cohorts.participants', { cohortId, limit: 1_000 });
  const ids = rows.filter(({ status }) => status === 'enrolled').map(({ participantId }) => participantId);
  const late = ids.slice(4, 5);
  const metOn = CivilDate.parse('2025-06-12');
  await desk.call('requirements.tick', { requirementId: 'pre-work', participantIds: ids.slice(1), metOn });
  await desk.call('requirements.tick', {
    requirementId: 'evaluation',
    participantIds: ids.filter((id) => !late.includes(id)),
    metOn,
  });
  say(`Checked off the pre-work and the evaluation of ${ids.length} participants, but for one each.`);
  return late;
}

async function openCohort(desk: StoryDesk, say: (line: string) => void): Promise<CohortId> {
  const { nextName } = await desk.call('cohorts.list', {});
  const { cohortId } = await desk.call('cohorts.create', {
    name: 'Foxtrot',
    opensOn: CivilDate.parse('2024-04-01'),
    closesOn: CivilDate.parse('2024-05-31'),
    seats: 30,
    startsOn: CivilDate.parse('2024-10-20'),
    endsOn: CivilDate.parse('2025-06-30'),
  });
  say(`Added cohort Foxtrot with 30 seats (after the last graduates, the series proposed ${nextName}).`);
  return cohortId;
}

async function selectCohort(desk: StoryDesk, cohortId: CohortId, say: (line: string) => void): Promise<void> {
  const { counts, rows } = await desk.call('applicants.list', { cohortId });
  say(
    `Ranked ${counts['in-order']} applicants: ${counts['within-seats']} within the seats, ${counts.waiting} waiting, ` +
      `${counts['needs-a-look']} need a look, ${counts['not-eligible']} not eligible, ${counts.late} late.`,
  );
  const first = rows[0];
  if (first) {
    const { ranking } = await desk.call('applicants.show', { applicationId: first.applicationId });
    say(
      `  First is ${first.name}, ${first.organization}: ${ranking.reasons.map((reason) => reason.sentence).join('; ')}.`,
    );
  }
  const { accepted } = await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  say(`Accepted ${accepted} applicants; each decision keeps its reasons, its facts and the policy’s version.`);
}

/** Everyone scans in, but for the first on the list at the second course and the last two at the last. */
async function holdSessions(
  desk: StoryDesk,
  cohortId: CohortId,
  sessions: readonly SessionId[],
  say: (line: string) => void,
): Promise<void> {
  for (const sessionId of sessions) await holdSession(desk, cohortId, sessionId, Number.POSITIVE_INFINITY, say);
}

/** The first so many participants scan in; whoever is in already is answered so. */
async function holdSession(
  desk: StoryDesk,
  cohortId: CohortId,
  sessionId: SessionId | undefined,
  first: number,
  say: (line: string) => void,
): Promise<void> {
  if (!sessionId) throw new Error('The session was not planned.');
  const { rows } = await desk.call('cohorts.participants', { cohortId, limit: 1_000 });
  const { session } = await desk.call('attendance.session', { sessionId });
  desk.setNow(`${session.heldOn}T14:01:00.000Z`);
  const absent = new Set(
    session.courseNumber === 2 ? rows.slice(0, 1) : session.courseNumber === 6 ? rows.slice(-2) : [],
  );
  for (const person of rows.slice(0, first)) {
    const code = person.email || person.personId;
    if (!absent.has(person)) await desk.call('attendance.checkIn', { sessionId, code, method: 'scanned' });
  }
  if (session.courseNumber === 1) {
    const twice = await desk.call('attendance.checkIn', { sessionId, code: rows[3]?.email ?? null, method: 'scanned' });
    const stranger = await desk.call('attendance.checkIn', {
      sessionId,
      code: 'nobody@example.org',
      method: 'scanned',
    });
    say(`  A badge scanned twice: “${twice.sentence}” A stranger’s: “${stranger.sentence}”`);
  }
  const after = await desk.call('attendance.session', { sessionId });
  const when = first < rows.length ? ' so far' : '';
  say(
    `${sayDay(session.heldOn)}, ${session.title}: ${after.session.present} of ${after.session.expected} present${when}.`,
  );
}

async function graduate(
  desk: StoryDesk,
  cohortId: CohortId,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  desk.setNow(end);
  const late = await tickOff(desk, cohortId, say);
  const { graduated } = await desk.call('graduates.graduate', {
    cohortId,
    participantIds: 'all-who-may',
    graduatedOn: CivilDate.parse('2025-06-13'),
  });
  const missing = await desk.call('graduates.list', { cohortId, show: 'courses-missing' });
  const words = missing.rows.map((row) => `${row.name} misses ${row.missing}`);
  say(`Graduated ${graduated} participants with all six courses. ${words.join('; ')}.`);
  desk.answer({ saveFile: path.join(folder, 'foxtrot-roster.xlsx') });
  say(`Wrote foxtrot-roster.xlsx: ${(await desk.call('cohorts.exportRoster', { cohortId }))?.holds}.`);
  const { fingerprint } = await desk.call('certificates.makeKey', { passphrase: 'a passphrase for the demo' });
  say(`Made the program’s key for certificates, ${fingerprint}.`);
  desk.answer({ saveFile: path.join(folder, 'foxtrot-certificates.pdf') });
  const printed = await desk.call('graduates.printCertificates', { cohortId });
  say(`Wrote foxtrot-certificates.pdf: ${printed?.holds}.`);
  for (const note of printed?.notes ?? []) say(`  ${note}`);
  await checkThem(desk, folder, say);
  await publish(desk, cohortId, folder, say);
  await desk.call('requirements.tick', {
    requirementId: 'evaluation',
    participantIds: late,
    metOn: CivilDate.parse('2025-06-13'),
  });
}

/** The transcripts, and the list of graduates for the web site and the wall; one person asked to be left off. */
async function publish(
  desk: StoryDesk,
  cohortId: CohortId,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  desk.answer({ saveFile: path.join(folder, 'foxtrot-transcripts.pdf') });
  say(`Wrote foxtrot-transcripts.pdf: ${(await desk.call('transcripts.print', { cohortId }))?.holds}.`);
  const { rows } = await desk.call('published.list', { limit: 3 });
  const personIds = rows.slice(2).map(({ personId }) => personId);
  if (personIds.length > 0) await desk.call('published.leaveOff', { personIds, reason: 'Asked not to be listed' });
  desk.answer({ saveFile: path.join(folder, 'graduates.html') });
  const page = await desk.call('published.savePage', {});
  say(`Wrote graduates.html for the web site: ${page?.holds}. ${page?.notes.join(' ')}`);
  desk.answer({ saveFile: path.join(folder, 'graduates.pdf') });
  say(`Wrote graduates.pdf: ${(await desk.call('published.print', {}))?.holds}.`);
}

/** What anybody can do with the papers, in the app and without it. */
async function checkThem(desk: StoryDesk, folder: string, say: (line: string) => void): Promise<void> {
  desk.answer({ openFile: path.join(folder, 'foxtrot-certificates.pdf') });
  const checked = await desk.call('certificates.check', {});
  const [first] = checked?.checks ?? [];
  say(
    `Checked ${checked?.checks.length} signed codes in that file; the first: ${first?.word}, ${first?.statement?.name}.`,
  );
  desk.answer({ saveFile: path.join(folder, 'verify.html') });
  const page = await desk.call('certificates.saveVerifier', {});
  say(`Wrote verify.html, which checks without the app: ${page?.holds}.`);
}

async function askForDocuments(desk: StoryDesk, folder: string, say: (line: string) => void): Promise<void> {
  const { rows, total, on } = await desk.call('recertification.list', { show: 'overdue' });
  const oldest = rows[0];
  if (oldest?.dueOn)
    say(`On ${sayDate(on)}, ${total} graduates are overdue; ${oldest.name} since ${sayDate(oldest.dueOn)}.`);
  desk.answer({ saveFile: path.join(folder, 'overdue.xlsx') });
  say(`Wrote overdue.xlsx: ${(await desk.call('recertification.export', { show: 'overdue' }))?.holds}.`);
}
