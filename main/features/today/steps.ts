import { countOf, wordFor } from '../../../shared/model/counts.ts';
import { dayOf, type Instant, sayDate, sayDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { sayNewDevice } from '../../database/device.ts';
import { waitingApplicants } from '../applicants/waiting-applicants.ts';
import { unmatched } from '../attendance/walk-ins.ts';
import { currentCohort } from '../current-cohort/queries.ts';
import { owedDocuments } from '../recertification/owed.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';
import { duplicateSteps } from './duplicate-steps.ts';
import { feeSteps } from './fee-steps.ts';
import { fileSteps } from './file-steps.ts';
import { letterSteps } from './letter-steps.ts';
import { makeUpSteps } from './make-up-steps.ts';
import { meetingSteps } from './meeting-steps.ts';
import { offerSteps } from './offer-steps.ts';

/** Everything that waits for a lead today, the most urgent first. */
export function nextSteps(facts: Facts, session: SessionRow | null): NextStep[] {
  const steps = [
    ...deviceSteps(facts),
    ...meetingSteps(facts),
    ...sessionSteps(session),
    ...walkInSteps(facts),
    ...applicantSteps(facts),
    ...offerSteps(facts),
    ...letterSteps(facts),
    ...feeSteps(facts),
    ...graduationSteps(facts),
    ...recertificationSteps(facts),
    ...duplicateSteps(facts),
    ...fileSteps(facts),
  ];
  const rank = { now: 0, soon: 1, calm: 2 };
  return steps.sort((a, b) => rank[a.urgency] - rank[b.urgency]);
}

/** On its first day as a new device, a laptop says why it is one: its numbers carry another letter from then on. */
function deviceSteps({ database, device, today, zone }: Facts): NextStep[] {
  const since = database.get<{ since: Instant }>('SELECT since FROM logDevice WHERE id = ?', device.id)?.since;
  if (since !== undefined && dayOf(since, zone) !== today) return [];
  const sentence = sayNewDevice[device.because](device.letter);
  if (sentence === null) return [];
  return [{ key: 'new-device', sentence, action: 'See its history', path: '/history', urgency: 'soon' }];
}

function sessionSteps(session: SessionRow | null): NextStep[] {
  if (session?.when !== 'today') return [];
  const toCome = session.expected - session.present;
  return [
    {
      key: 'check-in',
      sentence:
        toCome > 0
          ? `${session.title} is today: ${session.present} of ${session.expected} are in`
          : `${session.title} is today, and everyone expected is in`,
      action: 'Check in',
      path: `/attendance/${session.id}`,
      urgency: toCome > 0 ? 'now' : 'calm',
    },
  ];
}

/** Whoever came without being known waits to be matched: the same number as on the buttons of Attendance. */
function walkInSteps(facts: Facts): NextStep[] {
  const waiting = unmatched(facts, null).length;
  if (waiting === 0) return [];
  const sentence = `${countOf(waiting, 'walk-in waits', 'walk-ins wait')} to be matched`;
  return [{ key: 'walk-ins', sentence, action: 'Match', path: '/attendance?show=walk-ins', urgency: 'soon' }];
}

function applicantSteps(facts: Facts): NextStep[] {
  const cohort = currentCohort(facts);
  if (!cohort) {
    const known = facts.database.get('SELECT 1 FROM cohort LIMIT 1') !== undefined;
    const sentence = known ? 'No cohort is under way' : 'There is no cohort yet';
    return [
      { key: 'open-cohort', sentence, action: 'Add a cohort', path: '/cohorts', urgency: 'calm' },
      ...(known ? [] : [importStep('Import applications or graduates from a spreadsheet')]),
    ];
  }
  const path = `/applicants/${cohort.id}`;
  const { needALook, acceptable } = waitingApplicants(facts, cohort.id);
  const steps: NextStep[] = [];
  if (needALook > 0) {
    const sentence = `${countOf(needALook, 'applicant needs', 'applicants need')} a look`;
    steps.push({ key: 'needs-a-look', sentence, action: 'Look', path: `${path}?show=needs-a-look`, urgency: 'now' });
  }
  if (acceptable > 0) {
    const sentence = `${countOf(acceptable, 'applicant within the seats is', 'applicants within the seats are')} not accepted yet`;
    steps.push({ key: 'accept', sentence, action: 'Accept', path: `${path}?show=within-seats`, urgency: 'soon' });
  }
  const applied = facts.database.get('SELECT 1 FROM application WHERE cohortId = ? LIMIT 1', cohort.id);
  const enrolled = facts.database.get('SELECT 1 FROM participant WHERE cohortId = ? LIMIT 1', cohort.id);
  if (!applied && !enrolled) steps.push(importStep(`${cohort.name} has no applications yet`));
  return steps;
}

const importStep = (sentence: string): NextStep => ({
  key: 'import',
  sentence,
  action: 'Import',
  path: '/import',
  urgency: 'calm',
});

function graduationSteps(facts: Facts): NextStep[] {
  return cohortsUnderWay(facts).flatMap(({ id, name }) => {
    const verdicts = [...eligibilityOf(facts, id, 'enrolled').values()].map(({ verdict }) => verdict);
    const may = verdicts.filter((verdict) => verdict === 'may-graduate').length;
    const miss = verdicts.filter((verdict) => verdict === 'courses-missing').length;
    const lack = verdicts.filter((verdict) => verdict === 'requirements-missing').length;
    const path = `/graduates/${id}`;
    const steps: NextStep[] = [];
    if (may > 0) {
      const sentence = `${countOf(may, 'participant', 'participants')} of ${name} can graduate`;
      steps.push({
        key: `graduate ${id}`,
        sentence,
        action: 'Graduate',
        path: `${path}?show=may-graduate`,
        urgency: 'soon',
      });
    }
    if (lack > 0) {
      const sentence = `${countOf(lack, 'participant of', 'participants of')} ${name} ${wordFor(lack, 'has', 'have')} every course, and a requirement is still open`;
      steps.push({
        key: `requirements ${id}`,
        sentence,
        action: 'Look',
        path: `${path}?show=requirements-missing`,
        urgency: 'soon',
      });
    }
    steps.push(...makeUpSteps(facts, { id, name }));
    if (miss > 0) {
      const sentence = `${countOf(miss, 'participant of', 'participants of')} ${name} can’t finish: no session makes up what they missed`;
      steps.push({
        key: `missing ${id}`,
        sentence,
        action: 'Look',
        path: `/progress/${id}?show=courses-missing`,
        urgency: 'calm',
      });
    }
    return steps;
  });
}

/** Cohorts with someone enrolled, the oldest first. */
const cohortsUnderWay = ({ database, cached }: Facts): readonly { readonly id: CohortId; readonly name: string }[] =>
  cached('cohorts under way', ['cohort', 'participant'], () =>
    database.all<{ id: CohortId; name: string }>(
      `SELECT id, name FROM cohort WHERE EXISTS (
         SELECT 1 FROM participant WHERE cohortId = cohort.id AND participant.status = 'enrolled')
       ORDER BY coalesce(startsOn, opensOn), id`,
    ),
  );

function recertificationSteps(facts: Facts): NextStep[] {
  const { pastDue, oldestOn, comingSoon, nextOn } = owedDocuments(facts);
  const steps: NextStep[] = [];
  if (pastDue > 0 && oldestOn !== null) {
    const sentence = `${countOf(pastDue, 'graduate owes', 'graduates owe')} documents, ${pastDue === 1 ? '' : 'the oldest '}since ${sayDate(oldestOn)}`;
    steps.push({ key: 'overdue', sentence, action: 'See who', path: '/recertification?show=owe', urgency: 'soon' });
  }
  if (comingSoon > 0 && nextOn !== null) {
    const sentence = `Documents of ${countOf(comingSoon, 'graduate are', 'graduates are')} due soon, ${comingSoon === 1 ? '' : 'the first '}on ${sayDay(nextOn)}`;
    steps.push({ key: 'due-soon', sentence, action: 'See who', path: '/recertification?show=due', urgency: 'calm' });
  }
  return steps;
}
