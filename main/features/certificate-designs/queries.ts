import {
  builtInDesigns,
  CertificateDesignId,
  type CertificateFile,
  CertificateFileFacts,
  type DesignChoice,
  sayBuiltInDesign,
} from '../../../shared/model/certificate-designs.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { DesignFileLine, DesignLine, OpenedDesign } from '../../../shared/views/certificate-designs.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { builtInDesign } from '../../rules/certificate-designs/built-in.ts';
import { samplePeople } from './sample.ts';
import { designOf } from './stored.ts';

/** What is said where a design is named that isn't here. */
export const noSuchDesign = 'That design was removed, maybe by undoing the step that saved it. Choose another design.';

const list: Query<'certificateDesigns.list'> = ({ database, inForce }) => {
  if (!inForce) return noProgram();
  const { design, signatories } = inForce.policy.certificate;
  const own = database.all<{
    readonly id: CertificateDesignId;
    readonly name: string;
    readonly version: number;
    readonly savedAt: Instant;
  }>('SELECT id, name, version, savedAt FROM certificateDesign ORDER BY name COLLATE NOCASE, version DESC, id');
  const issuedBy = issuedByDesign(database);
  const nothingIssued = { issued: 0, cohorts: [] };
  const designs: DesignLine[] = [
    ...builtInDesigns.map((choice) => ({
      choice,
      name: sayBuiltInDesign[choice],
      version: null,
      savedAt: null,
      inUse: design === choice,
      ...(issuedBy.get(choice) ?? nothingIssued),
    })),
    ...own.map(({ id, ...line }) => ({
      ...line,
      choice: id,
      inUse: design === id,
      ...(issuedBy.get(id) ?? nothingIssued),
    })),
  ];
  const files = database
    .all<Pick<CertificateFile, 'id' | 'name' | 'kind' | 'facts'>>(
      'SELECT id, name, kind, facts FROM certificateFile ORDER BY name COLLATE NOCASE, id',
    )
    .map((file): DesignFileLine => ({ ...file, facts: fromJson(CertificateFileFacts, file.facts) }));
  return done({ designs, files, signatories: signatories.map(({ name }) => name) });
};

/** How many certificates were issued with each design, and in which cohorts; the newest cohort is first. */
function issuedByDesign(database: Facts['database']): ReadonlyMap<string, Pick<DesignLine, 'issued' | 'cohorts'>> {
  const rows = database.all<{ drawnBy: string; cohort: string; issued: number }>(
    // What was issued before papers were kept is of the first design, and so is what calls it engraved.
    `SELECT coalesce(designId, nullif(json_extract(paper, '$.design'), 'engraved'), 'classic') AS drawnBy,
       cohort.name AS cohort, count(*) AS issued
     FROM certificate JOIN participant ON participant.id = participantId JOIN cohort ON cohort.id = cohortId
     GROUP BY drawnBy, cohort.id
     ORDER BY coalesce(cohort.startsOn, cohort.opensOn, cohort.endsOn) DESC NULLS LAST, cohort.id DESC`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ drawnBy }) => drawnBy)].map(([drawnBy, some]) => [
      drawnBy,
      { issued: some.reduce((sum, { issued }) => sum + issued, 0), cohorts: some.map(({ cohort }) => cohort) },
    ]),
  );
}

/** A design to look at or to begin from, built in or the leads' own. */
export function openedDesign(facts: Facts, choice: DesignChoice): Result<OpenedDesign> {
  if (!facts.inForce) return noProgram();
  const own = CertificateDesignId.safeParse(choice).data;
  const builtIn = builtInDesigns.find((name) => name === choice);
  if (builtIn) {
    const document = builtInDesign(builtIn, facts.inForce.policy.certificate.signatories.length);
    return done({ choice, name: sayBuiltInDesign[builtIn], version: null, document });
  }
  const stored = own && designOf(facts, own);
  if (!stored) return refuse(noSuchDesign);
  return done({ choice, name: stored.name, version: stored.version, document: stored.document });
}

const open: Query<'certificateDesigns.open'> = (facts, { choice }) => openedDesign(facts, choice);

const samples: Query<'certificateDesigns.samples'> = (facts) => done(samplePeople(facts));

export const certificateDesignQueries: Pick<
  Handlers,
  'certificateDesigns.list' | 'certificateDesigns.open' | 'certificateDesigns.samples'
> = {
  'certificateDesigns.list': list,
  'certificateDesigns.open': open,
  'certificateDesigns.samples': samples,
};
