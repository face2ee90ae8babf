import {
  Answers,
  type Application,
  Source,
  StoredRanking,
  type Submission,
  sayVerdict,
} from '../../../shared/model/applicants.ts';
import type { Participant } from '../../../shared/model/cohorts.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { ApplicationId, PolicyVersionId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { nameOnCertificate, type Person } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import type { Facts } from '../../call/facts.ts';
import { rankedFactsChanged } from '../../rules/selection/changed-since.ts';
import { ordinal } from '../../rules/words.ts';
import { feeStandingOf } from '../fees/standing.ts';
import { sayWhoDecided, sayWhoOverruled } from '../leads/queries.ts';
import { answersReader } from './answers.ts';
import { sayFact } from './facts.ts';
import { applicantHistory } from './history.ts';
import type { ApplicantList } from './rows.ts';

/** Everything about one applicant, with the decision and why. */
export function applicantDetail(facts: Facts, list: ApplicantList, applicationId: ApplicationId): ApplicantDetail {
  const { database, zone } = facts;
  const { cohort, inForce, rankings } = list.ranked;
  const application = database.get<Application>('SELECT * FROM application WHERE id = ?', applicationId);
  const person = database.get<Person>('SELECT * FROM person WHERE id = ?', application?.personId ?? '');
  const row = list.applicant(applicationId)?.row;
  const ranking = rankings.get(applicationId);
  if (!application || !person || !row || !ranking) throw new Error(`The application ${applicationId} is not listed.`);
  const submissions = database.all<Submission>(
    'SELECT * FROM submission WHERE applicationId = ? ORDER BY submittedAt, id',
    applicationId,
  );
  const say = answersReader(inForce.policy);
  return {
    row,
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    ranking,
    policyNumber: inForce.number,
    membership: application.membership,
    highestPost: application.highestPost,
    yearsInEducation: application.yearsInEducation,
    certificateName: nameOnCertificate(person),
    fee: feeOf(facts, application),
    statusReason: application.statusReason,
    statusSaid: sayWhoDecided(facts, application),
    overruleSaid: sayWhoOverruled(facts, application),
    appliedTyped: fromJson(Answers, application.answers).submittedAt ?? null,
    changedSince: sayChanged(inForce.policy, application),
    decided: application.decision === null ? null : sayDecision(facts, fromJson(StoredRanking, application.decision)),
    submissions: submissions.toReversed().map(({ submittedAt, answers, source }) => ({
      at: submittedAt,
      source: saySource(fromJson(Source, source)),
      answers: say(fromJson(Answers, answers), submittedAt),
    })),
    history: applicantHistory(facts, application, submissions, zone),
  };
}

/** Where the fee of the place in the cohort stands that this person has. */
function feeOf(facts: Facts, { personId, cohortId }: Application): ApplicantDetail['fee'] {
  const place = facts.database.get<Pick<Participant, 'id'>>(
    'SELECT id FROM participant WHERE personId = ? AND cohortId = ?',
    personId,
    cohortId,
  );
  return place === undefined ? null : (feeStandingOf(facts, place.id) ?? null);
}

/** Which of the facts that a kept decision saw are others now; the decision stays. */
function sayChanged(policy: Policy, application: Application): string | null {
  if (application.decision === null) return null;
  const { facts: then } = fromJson(StoredRanking, application.decision);
  const changed = rankedFactsChanged(then, application);
  if (changed.length === 0) return null;
  const words = changed.map((field) => `${sayFact(policy, field, then)} → ${sayFact(policy, field, application)}`);
  return `Changed since the decision: ${words.join('; ')}. The decision stays as it was made.`;
}

const sayPlace = (place: number | null, seats: number): string => {
  if (place === null) return '';
  return place <= seats
    ? `place ${place} of ${countOf(seats, 'seat')}`
    : `${ordinal(place - seats)} on the waiting list`;
};

/** A decision that was kept, as one sentence: `Within seats, tier 2, place 14 of 30, under version 1 of the policy, Jun 3, 2024, 9:00 AM`. */
export function sayDecision(facts: Facts, { ranking, seats, policyVersionId, decidedAt }: StoredRanking): string {
  const number = facts.database.get<{ number: number }>(
    'SELECT number FROM policyVersion WHERE id = ?',
    policyVersionId satisfies PolicyVersionId,
  )?.number;
  return [
    sayVerdict[ranking.verdict],
    ranking.tier === null ? '' : `tier ${ranking.tier}`,
    sayPlace(ranking.place, seats),
    ranking.overruled ? 'overruled by a lead' : '',
    number === undefined ? '' : `under version ${sayNumber(number)} of the policy`,
    sayInstant(decidedAt, facts.zone),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

const saySource = ({ file, sheet, row }: Source): string =>
  sheet === '' || file.toLowerCase().startsWith(sheet.toLowerCase())
    ? `${file}, row ${row}`
    : `${file}, ${sheet}, row ${row}`;
