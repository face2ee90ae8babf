import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { type Certificate, sayGraduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { nameOnCertificate } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import { type GraduateColumn, type GraduateRow, sayGraduateShow } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { designOf, materialOf } from '../certificate-designs/stored.ts';
import { codesFor } from '../certificates/codes.ts';
import { noSuchCohort } from '../courses/queries.ts';
import type { OwnDesigns } from './certificate-paper.ts';
import { changedSinceIn } from './changed-since.ts';
import { papersAsIssued } from './issued-papers.ts';
import { listedGraduates } from './queries.ts';

interface IssuedCertificate
  extends Pick<
    Certificate,
    'number' | 'name' | 'issuedOn' | 'policyVersionId' | 'overruleReason' | 'paper' | 'designId'
  > {
  readonly participantId: ParticipantId;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
}

const printCertificates: Errand<'graduates.printCertificates'> = async (desk, { cohortId, participantIds }) => {
  const { database, inForce, today } = desk.facts();
  if (!inForce) return noProgram();
  const cohort = database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const wanted = participantIds === 'all' ? null : new Set(participantIds);
  const certificates = certificatesOf(desk.facts(), cohortId).filter(
    ({ participantId }) => wanted === null || wanted.has(participantId),
  );
  if (certificates.length === 0) {
    return refuse(
      wanted === null
        ? `No certificate of ${cohort.name} was issued yet. Graduating participants issues theirs.`
        : 'None of these people has a certificate that is still good. One is issued when they graduate; graduates from an old list have none here.',
    );
  }
  const [first] = certificates;
  const title = certificates.length === 1 && first ? `Certificate ${first.number}` : `Certificates ${cohort.name}`;
  const paperOf = papersAsIssued(desk.facts(), cohort.name);
  const said = certificates.map((issued) => {
    const { name, number, issuedOn, designId } = issued;
    return { name, number, issuedOn, designId, paper: paperOf(issued) };
  });
  const coded = await codesFor(
    desk,
    said.map(({ paper, designId: _, ...each }) => ({ ...each, cohort: paper.cohort, what: paper.title })),
  );
  if (!coded.ok) return coded;
  const { codes, note } = coded.value;
  const job = {
    certificates: said.map((each) => ({ ...each, code: codes.get(each.number) })),
    designs: designsOf(desk.facts(), said),
  };
  const fileName = `${inForce.policy.program.name} c${title.slice(1)} ${today}`;
  const made = await desk.writePaper({ title, fileName }, (target) =>
    runJob('writeCertificates', { ...target, ...job }, printing(desk, title)),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  const { printed, refused } = made.value.value;
  const changed = changedSinceIn(desk.facts(), cohortId);
  return done({
    file: made.value.file,
    holds: countOf(printed, 'certificate'),
    notes: [
      ...refused.map(({ sentence }) => sentence),
      ...without(wanted, certificates),
      ...certificates.flatMap(renamedSince),
      ...certificates.flatMap(({ participantId, number }) => {
        const since = changed.get(participantId);
        return since === undefined ? [] : [`${number}: ${since}`];
      }),
      ...(note === null ? [] : [note]),
    ],
  });
};

/** Certificates of a cohort’s graduates, in the order of their numbers; none that was revoked or replaced. */
const certificatesOf = ({ database }: Facts, cohortId: CohortId): IssuedCertificate[] =>
  database.all<IssuedCertificate>(
    `SELECT participantId, number, certificate.name, issuedOn, policyVersionId, overruleReason, paper, certificate.designId, givenName, familyName, certificateName
     FROM certificate JOIN participant ON participant.id = participantId JOIN person ON person.id = personId
     WHERE cohortId = ? AND participant.status = 'graduated'
       AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id) ORDER BY number`,
    cohortId,
  );

/** Each of the leads' own designs that these were issued with. */
const designsOf = (facts: Facts, certificates: readonly Pick<IssuedCertificate, 'designId'>[]): OwnDesigns =>
  Object.fromEntries(
    [...new Set(certificates.flatMap(({ designId }) => designId ?? []))].flatMap((id) => {
      const design = designOf(facts, id);
      return design ? [[id, materialOf(facts, design.document)]] : [];
    }),
  );

function without(wanted: ReadonlySet<ParticipantId> | null, found: readonly IssuedCertificate[]): string[] {
  const missing = (wanted?.size ?? found.length) - found.length;
  if (missing === 0) return [];
  return [countOf(missing, 'of them has no certificate.', 'of them have no certificate.')];
}

/** A certificate says what it said when it was issued; a name that was corrected since is told. */
function renamedSince(certificate: IssuedCertificate): string[] {
  const now = nameOnCertificate(certificate);
  return now === certificate.name
    ? []
    : [
        `${certificate.number} was issued to “${certificate.name}”; the record says “${now}” now. Reissue it under that name if that is right.`,
      ];
}

const columns: readonly TableColumn<GraduateColumn>[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'cohort', title: 'Cohort', kind: 'text' },
  { key: 'verdict', title: 'Status', kind: 'text' },
  { key: 'attended', title: 'Courses attended', kind: 'number' },
  { key: 'missing', title: 'Missing', kind: 'text' },
  { key: 'graduatedOn', title: 'Graduated', kind: 'date' },
  { key: 'certificate', title: 'Certificate', kind: 'text' },
  { key: 'certificateName', title: 'Name for the certificate', kind: 'text' },
];

const toCells = ({ verdict, overruled, changedSince, ...row }: GraduateRow): TableRow<GraduateColumn> => ({
  name: row.name,
  certificateName: row.certificateName,
  organization: row.organization,
  cohort: row.cohort,
  verdict: [sayGraduation[verdict], overruled ? 'overruled' : '', changedSince === '' ? '' : 'facts changed since']
    .filter((part) => part !== '')
    .join(', '),
  attended: row.attended,
  missing: row.missing,
  graduatedOn: row.graduatedOn,
  certificate: row.certificate,
});

const exportList: Errand<'graduates.export'> = async (desk, input) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const cohort = facts.database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', input.cohortId)?.name;
  const title = cohort === undefined ? sayGraduateShow[input.show] : `${sayGraduateShow[input.show]} of ${cohort}`;
  const { name } = facts.inForce.policy.program;
  const sheet = tableSheet(
    title,
    columns.filter(({ key }) => input.columns?.includes(key) ?? true),
    listedGraduates(facts, input).map(toCells),
    {
      subtitle: `${name}, ${sayDate(facts.today)}`,
    },
  );
  return saveSheet(desk, sheet, `${name} ${title.toLowerCase()} ${facts.today}`, input.format);
};

export const graduateErrands: Pick<Handlers, 'graduates.printCertificates' | 'graduates.export'> = {
  'graduates.printCertificates': printCertificates,
  'graduates.export': exportList,
};
