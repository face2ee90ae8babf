import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { documentation, type EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { CertificationFacts, ExplainedStanding } from '../../../shared/model/recertification/standing.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { explainStanding } from '../../rules/recertification/explain.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import type { RulesFor } from '../../rules/recertification/walk.ts';
import { lifeFactsOfOne } from './life-facts.ts';
import { duesOn, type Graduate } from './rows.ts';

/** Where a graduate's certification stands on a day, and why; null without a program. */
export function standingOf(facts: Facts, graduate: Graduate, on: CivilDate): ExplainedStanding | null {
  const rulesFor = rulesOn(facts, on);
  return rulesFor === null ? null : explainStanding(certificationOf(facts, graduate, on), rulesFor, on);
}

/**
 * Which version each cycle goes by: the one in force on the cycle's first day. A due date that the leads set, without
 * rules of its own, goes by the version of the day asked about, as the list does.
 */
export function rulesOn({ policies, policyOn }: Facts, on: CivilDate): RulesFor | null {
  const today = policyOn(on);
  const [first] = policies.toSorted((a, b) => a.number - b.number);
  if (today === null || first === undefined) return null;
  return (_cycle, beginsOn) => {
    const own = beginsOn === null ? first : (policyOn(beginsOn) ?? first);
    const version: PolicyInForce = own.policy.recertification.rules === null && hasDueDates(today) ? today : own;
    return { version: version.versionId, rules: rulesUnder(version.policy) };
  };
}

const hasDueDates = ({ policy }: PolicyInForce): boolean => policy.recertification.rules === null;

/** What is on record of a graduate's certification; due dates as they held on the day. */
export function certificationOf(facts: Facts, graduate: Graduate, on: CivilDate): CertificationFacts {
  const { database } = facts;
  const { participantId, personId, graduatedOn, cohort } = graduate;
  const dues = database.all<{ cycle: number; dueOn: CivilDate }>(
    `SELECT cycle, dueOn FROM ${duesOn(facts, on)} WHERE participantId = ? ORDER BY cycle`,
    participantId,
  );
  const receipts = database.all<{ cycle: number; receivedOn: CivilDate }>(
    `SELECT cycle, receivedOn FROM recertificationDue due JOIN recertificationReceipt ON dueId = due.id
     WHERE participantId = ? ORDER BY cycle, receivedOn`,
    participantId,
  );
  const { extensions, changes } = lifeFactsOfOne(facts, participantId);
  return {
    cohort,
    graduatedOn,
    issuedOn: issuedOn(facts, participantId) ?? graduatedOn,
    examOn: null,
    birthMonth: null,
    statedEnds: dues.map(({ cycle, dueOn }) => ({ cycle, endOn: dueOn })),
    ticked: receipts.map(({ cycle, receivedOn }) => ({ item: documentation, cycle, on: receivedOn })),
    // What was decided after the day waits on it, which is the rule's to say.
    evidence: database.all<EvidenceItem>('SELECT * FROM evidenceItem WHERE personId = ? ORDER BY id', personId),
    extensions,
    changes,
    audits: [],
    payments: [],
  };
}

const issuedOn = ({ database }: Facts, participantId: ParticipantId): CivilDate | null =>
  database.get<{ issuedOn: CivilDate | null }>(
    'SELECT min(issuedOn) AS issuedOn FROM certificate WHERE participantId = ?',
    participantId,
  )?.issuedOn ?? null;
