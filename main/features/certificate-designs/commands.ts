import {
  CertificateDesignFileId,
  CertificateDesignId,
  type CertificateFileId,
  type DesignChoice,
  filesOfDesign,
} from '../../../shared/model/certificate-designs.ts';
import { toJson } from '../../../shared/model/json.ts';
import { type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type Change, insert } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { placeFindings } from '../../rules/certificate-designs/geometry.ts';
import { adopting } from '../program/commands.ts';
import { openedDesign } from './queries.ts';

const save: Command<'certificateDesigns.save'> = (facts, { name, document, use }) => {
  if (!facts.inForce) return noProgram();
  const { signatories } = facts.inForce.policy.certificate;
  const grave = placeFindings(document, signatories.length).filter(({ isGrave }) => isGrave);
  if (grave.length > 0) {
    return refuse(
      'The design was not saved: certificates drawn by it would be wrong.',
      grave.map(({ sentence }) => sentence),
    );
  }
  const files = filesOfDesign(document);
  const gone = missingFiles(facts, files);
  if (gone > 0) {
    return refuse(
      'The design wasn’t saved, because a picture or font that it uses was removed. Choose that file again, or take it off the design.',
    );
  }
  const id = CertificateDesignId.parse(facts.newId());
  const version = latestVersion(facts, name) + 1;
  const changes: Change[] = [
    insert('certificateDesign', { id, name, version, document: toJson(document), savedAt: facts.now }),
    ...files.map((fileId) =>
      insert('certificateDesignFile', {
        id: CertificateDesignFileId.parse(idFor(facts.database, 'certificateDesignFile', { designId: id, fileId })),
        designId: id,
        fileId,
      }),
    ),
  ];
  if (use) {
    const adopted = using(facts, id, `“${name}”, version ${version}`);
    if (!adopted.ok) return adopted;
    changes.push(...adopted.value);
  }
  return {
    ok: true,
    label: `Saved the certificate design “${name}” as version ${version}${use ? ', and new certificates use it' : ''}`,
    changes,
    value: { designId: id, version },
  };
};

const latestVersion = ({ database }: Facts, name: string): number =>
  database.get<{ version: number | null }>('SELECT max(version) AS version FROM certificateDesign WHERE name = ?', name)
    ?.version ?? 0;

const missingFiles = ({ database }: Facts, files: readonly CertificateFileId[]): number =>
  files.length -
  (database.get<{ found: number }>(
    'SELECT count(*) AS found FROM certificateFile WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(files),
  )?.found ?? 0);

const use: Command<'certificateDesigns.use'> = (facts, { choice }) => {
  const opened = openedDesign(facts, choice);
  if (!opened.ok) return opened;
  const { name, version } = opened.value;
  const said = version === null ? `“${name}”` : `“${name}”, version ${version}`;
  if (facts.inForce?.policy.certificate.design === choice) {
    return refuse(`New certificates use ${said} already.`);
  }
  const changes = using(facts, choice, said);
  if (!changes.ok) return changes;
  return { ok: true, label: `New certificates use ${said}`, changes: changes.value, value: null };
};

/** A version of the policy that is as before but for the design of new certificates. */
function using(facts: Facts, choice: DesignChoice, said: string): Result<readonly Change[]> {
  if (!facts.inForce) return noProgram();
  const { policy } = facts.inForce;
  return adopting(
    facts,
    { ...policy, certificate: { ...policy.certificate, design: choice } },
    `New certificates use ${said}`,
  );
}

export const certificateDesignCommands: Pick<Handlers, 'certificateDesigns.save' | 'certificateDesigns.use'> = {
  'certificateDesigns.save': save,
  'certificateDesigns.use': use,
};
