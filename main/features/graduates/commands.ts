import type { ParsedInputOf } from '../../../shared/api.ts';
import { countOf, nameOrCount, sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Certificate, FurtherFacts, Graduation, GraduationFacts } from '../../../shared/model/graduates.ts';
import { CertificateId, type CohortId, type ParticipantId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { GraduateRow } from '../../../shared/views/graduates.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { certificateNumbers } from '../../log/numbers.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { type DateCheck, datesReversed, latest } from '../../rules/dates/date-order.ts';
import { ownDesign, paperFor } from '../../rules/graduates/certificate-words.ts';
import { asksForMore } from '../../rules/graduates/further.ts';
import { dueDateFor } from '../../rules/recertification/recertification.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { attendanceOf } from '../presence/queries.ts';
import { promisedTo } from '../program/promised.ts';
import { addDue } from '../recertification/commands.ts';
import { eligibilityOf, furtherIn } from '../requirements/eligibility.ts';
import { sayOwing } from './owing.ts';
import { reissue } from './reissue.ts';
import { graduateRows } from './rows.ts';
import { withdraw } from './withdraw.ts';

interface GraduatingCohort {
  readonly id: CohortId;
  readonly name: string;
  readonly startsOn: CivilDate | null;
}

const graduate: Command<'graduates.graduate'> = (facts, { cohortId, participantIds, graduatedOn, overruleReason }) => {
  const { inForce } = facts;
  const promised = promisedTo(facts, cohortId);
  if (!inForce || !promised) return noProgram();
  const cohort = facts.database.get<GraduatingCohort>('SELECT id, name, startsOn FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const { everyone, named, wanted } = askedFor(facts, cohort, participantIds);
  if (named && wanted.length < named.size) {
    return refuse(
      `${named.size - wanted.length} of these people are not in ${cohort.name}. Open its list and choose again.`,
    );
  }
  if (wanted.length === 0) return refuse(`No one in ${cohort.name} can graduate yet.`, sayRest(everyone));
  const short = wanted.filter(({ verdict }) => isShort(verdict));
  const out = wanted.filter(({ verdict }) => verdict === 'graduated' || verdict === 'not-enrolled');
  const held = overruleReason === null ? [...short, ...out] : out;
  if (held.length > 0) return refuseWith(facts, cohort, wanted, held);
  if (overruleReason !== null && short.length === 0) {
    return refuse(`${sayWhoMay(wanted)} by the rule. No reason is needed: nothing is being overruled.`);
  }
  const reversed = graduationReversed(facts, cohort, wanted, graduatedOn);
  if (reversed.length > 0) return refuseEach('No one was graduated: the day can’t be right.', reversed);
  return {
    ok: true,
    label: `Graduated ${nameOrCount(wanted, 'participant')} of ${cohort.name}${short.length > 0 ? sayAgainst(short, wanted) : ''}${sayOwing(facts, cohort.id, wanted)}`,
    changes: changesFor(facts, { inForce, promised }, cohort, wanted, { graduatedOn, overruleReason }),
    value: { graduated: wanted.length },
  };
};

/** Whether someone can't graduate by the rule, and a lead may graduate them anyway. */
export const isShort = (verdict: GraduateRow['verdict']): boolean =>
  verdict === 'on-the-way' || verdict === 'courses-missing' || verdict === 'requirements-missing';

/** What speaks against a day of graduation: it comes after every course that was attended, and not after today. */
function graduationReversed(
  facts: Facts,
  { id, startsOn }: GraduatingCohort,
  wanted: readonly GraduateRow[],
  graduatedOn: CivilDate,
): readonly string[] {
  const seen = attendanceOf(facts, id);
  return datesReversed([
    { pair: 'graduated, today', days: [graduatedOn, facts.today] },
    { pair: 'cohort starts, graduated', days: [startsOn, graduatedOn] },
    ...wanted.map(({ participantId, name }): DateCheck => {
      const attended = seen.get(participantId)?.sessions.filter(({ hours }) => hours > 0) ?? [];
      const last = latest(attended.map(({ heldOn }) => heldOn));
      return { pair: 'course attended, graduated', days: [last, graduatedOn], whose: name };
    }),
  ]);
}

/** Everyone of a cohort in the order of last names, which the certificates’ numbers follow, and who is to graduate. */
export function askedFor(
  facts: Facts,
  cohort: Pick<GraduatingCohort, 'id' | 'name'>,
  participantIds: ParsedInputOf<'graduates.graduate'>['participantIds'],
) {
  const everyone = graduateRows(facts, cohort).map(({ row }) => row);
  const named = participantIds === 'all-who-may' ? null : new Set(participantIds);
  const wanted = everyone.filter(({ participantId, verdict }) =>
    named ? named.has(participantId) : verdict === 'may-graduate',
  );
  return { everyone, named, wanted };
}

const sayWhoMay = (rows: readonly GraduateRow[]): string =>
  rows.length === 1 && rows[0] ? `${rows[0].name} can graduate` : 'All of these can graduate';

const sayAgainst = (short: readonly GraduateRow[], wanted: readonly GraduateRow[]): string =>
  short.length === wanted.length ? ', overruling the rule' : `, ${short.length} of them overruling the rule`;

/** Why no one can graduate: how many stand where. */
function sayRest(everyone: readonly GraduateRow[]): string[] {
  const count = (verdict: GraduateRow['verdict']): number => everyone.filter((row) => row.verdict === verdict).length;
  const parts = [
    [count('on-the-way'), 'is', 'are', 'in progress: courses are still to come'],
    [count('courses-missing'), 'can’t', 'can’t', 'finish with this cohort'],
    [count('requirements-missing'), 'is', 'are', 'missing a requirement'],
    [count('graduated'), 'has', 'have', 'graduated already'],
  ] as const;
  return parts.flatMap(([number, one, several, what]) =>
    number === 0 ? [] : [`${countOf(number, one, several)} ${what}.`],
  );
}

/** Without a lead's reason no one gets a certificate with a course or a requirement missing: the refusal names who would, and why not. */
function refuseWith(
  facts: Facts,
  cohort: GraduatingCohort,
  wanted: readonly GraduateRow[],
  held: readonly GraduateRow[],
) {
  const graduations = eligibilityOf(facts, cohort.id);
  const reasons = held.map(({ participantId, name }) => {
    const unmet =
      graduations.get(participantId)?.reasons.filter(({ outcome }) => outcome !== 'met' && outcome !== 'not-needed') ??
      [];
    const said = unmet.map(({ sentence }) => sentence).join('; ');
    return `${name}: ${said || 'graduated already'}`;
  });
  const who =
    wanted.length === 1
      ? `${wanted[0]?.name} can’t graduate`
      : `${sayCount(held.length)} of these ${sayCount(wanted.length)} can’t graduate`;
  return refuse(
    held.some(({ verdict }) => verdict === 'requirements-missing')
      ? `${who}: something that is asked for is still open. Choose only those who can, or check off what is met.`
      : `${who}: a certificate needs every course. Choose only those who can, or record the missing attendance.`,
    reasons,
  );
}

/** What the cohort was promised decides; what is in force today gives the certificate its words, and the due date. */
interface Versions {
  readonly inForce: PolicyInForce;
  readonly promised: PolicyInForce;
}

function changesFor(
  facts: Facts,
  { inForce: { policy }, promised }: Versions,
  cohort: GraduatingCohort,
  wanted: readonly GraduateRow[],
  { graduatedOn, overruleReason }: Pick<ParsedInputOf<'graduates.graduate'>, 'graduatedOn' | 'overruleReason'>,
): Change[] {
  const seen = attendanceOf(facts, cohort.id);
  const graduations = eligibilityOf(facts, cohort.id);
  const further = asksForMore(promised.policy) ? furtherIn(facts, cohort.id) : null;
  const numbers = certificateNumbers(facts, policy.program.name);
  const due = dueDateFor(policy, cohort.name, graduatedOn);
  return wanted.flatMap(({ participantId, certificateName, verdict }) => {
    const changes = [update('participant', participantId, { status: 'graduated', graduatedOn })];
    const overruled = verdict === 'may-graduate' ? null : overruleReason;
    const decision = decisionOf(seen.get(participantId), graduations.get(participantId), facts.today, {
      reason: overruled,
      clause: promised.policy.completion.clause,
      further: further?.get(participantId) ?? null,
    });
    const follows = whatItFollows(facts, participantId);
    if (follows !== null) {
      changes.push(
        insert('certificate', {
          id: CertificateId.parse(idFor(facts.database, 'certificate', { participantId, follows })),
          participantId,
          number: numbers.next().value,
          name: certificateName,
          issuedOn: graduatedOn,
          policyVersionId: promised.versionId,
          overruleReason: overruled,
          decision,
          paper: toJson(paperFor(policy, cohort.name, overruled !== null)),
          follows,
          designId: ownDesign(policy.certificate.design),
        }),
      );
    }
    if (due !== null && !hasDue(facts, participantId)) changes.push(addDue(facts, participantId, due.dueOn));
    return changes;
  });
}

/** The decision that a certificate rests on, as it is kept; an overruling is the last of its reasons. */
function decisionOf(
  seen: GraduationFacts | undefined,
  graduation: Graduation | undefined,
  decidedOn: CivilDate,
  {
    reason,
    clause,
    further,
  }: { readonly reason: string | null; readonly clause: string; readonly further: FurtherFacts | null },
): Certificate['decision'] {
  if (!seen || !graduation) return null;
  const { missing, lacking, reasons } = graduation;
  const sentence = `A lead graduated them anyway: “${reason}”`;
  return toJson({
    facts: seen,
    decidedOn,
    missing: [...missing],
    ...(further === null ? {} : { further, lacking: [...lacking] }),
    reasons: [...reasons, ...(reason === null ? [] : [{ outcome: 'overruled' as const, sentence, seen: '', clause }])],
  });
}

/**
 * What a new certificate comes after: `first` where the participant never had one, else the one that was revoked last.
 * Its id is made from that, so that two laptops that graduate the same person issue the same certificate. Null: they have
 * one that is good, and get no other.
 */
function whatItFollows({ database }: Facts, participantId: ParticipantId): string | null {
  const issued = database.all<{ id: CertificateId; follows: string | null; isGood: 0 | 1 }>(
    `SELECT id, follows,
       NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id) AS isGood
     FROM certificate WHERE participantId = ? ORDER BY number DESC`,
    participantId,
  );
  if (issued.some(({ isGood }) => isGood === 1)) return null;
  const last = issued.find(({ id }) => !issued.some(({ follows }) => follows === id));
  return last?.id ?? 'first';
}

const hasDue = ({ database }: Facts, participantId: ParticipantId): boolean =>
  database.get('SELECT 1 FROM recertificationDue WHERE participantId = ?', participantId) !== undefined;

export const graduateCommands: Pick<Handlers, 'graduates.graduate' | 'graduates.reissue' | 'graduates.withdraw'> = {
  'graduates.graduate': graduate,
  'graduates.reissue': reissue,
  'graduates.withdraw': withdraw,
};
