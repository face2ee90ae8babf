import { countOf } from '../../../shared/model/counts.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { SignedOpenBadge } from '../../../shared/model/open-badges/credential.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { fileName } from '../../call/save-sheet.ts';
import type { WorkOptions } from '../../files/progress.ts';
import { runJob } from '../../jobs/run.ts';
import { withProof } from '../../open-badges/proof.ts';
import { isSignedBy } from '../../signatures/ed25519.ts';
import { signerOf } from '../certificates/signer.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { badgesOf } from './certificates.ts';
import type { BadgeRequest } from './prepare.ts';
import { saveStatusLists } from './status-lists.ts';
import { formatOf } from './write.ts';

const save: Errand<'credentials.save'> = async (desk, { cohortId, participantIds }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const cohort = facts.database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const wanted = participantIds === 'all' ? null : new Set(participantIds);
  const requests = badgesOf(facts, { id: cohortId, name: cohort.name }, wanted);
  const [first] = requests;
  if (!first) {
    return refuse(
      wanted === null
        ? `No certificates have been issued to ${cohort.name} yet. Graduate the participants first.`
        : 'None of these people has a certificate that is still good. One is issued when they graduate; graduates from an old list have none here.',
    );
  }
  const signer = await signerOf(desk);
  if (!signer.ok) return signer;
  if (signer.value.kind === 'none')
    return refuse(`${signer.value.why}: a digital badge without a signature is worth nothing.`);
  const isOne = requests.length === 1;
  const { program } = facts.inForce.policy;
  const file = await desk.dialogs.saveFile({
    title: isOne ? `Save the digital badge ${first.number}` : `Save the digital badges of ${cohort.name}`,
    suggestedName: isOne
      ? `${nameOf(first)}.png`
      : fileName(`${program.name} digital badges of ${cohort.name} ${facts.today}.zip`),
    filters: isOne ? oneFilters : [zipFilter],
  });
  if (file === null) return done(null);
  const format = formatOf(file);
  if (format === null || (!isOne && format !== 'zip')) {
    return refuse(
      isOne
        ? 'A digital badge is a PNG or SVG picture, or a JSON file. Give it a name that ends in .png, .svg, .json, or .zip.'
        : `One file of that kind holds one badge, and these are ${requests.length}. Give it a name that ends in .zip.`,
    );
  }
  const { publicKey, sign } = signer.value;
  const prepared = await runJob(
    'prepareBadges',
    { requests, publicKey, created: facts.now, zone: facts.zone, page: program.page, contact: program.contact },
    saying(desk, 'Making digital badges'),
  );
  if (!prepared.ok) return prepared;
  const { badges, options, pictures } = prepared.value;
  const signed = badges.map(({ badge, bytes, picture }, at) => {
    const signature = sign(bytes);
    const credential = SignedOpenBadge.parse(withProof(badge, options, signature));
    // What could not be verified must never leave the desk.
    if (!isSignedBy(publicKey, bytes, signature)) throw new Error('The key signs what it does not verify.');
    const request = requests[at];
    return { name: request ? nameOf(request) : '', json: JSON.stringify(credential), picture };
  });
  const written = await runJob(
    'writeBadgeFile',
    { file, badges: signed, pictures },
    saying(desk, 'Saving digital badges'),
  );
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: countOf(signed.length, 'digital badge'), notes: notesOn(requests, wanted) });
};

const oneFilters = [
  { name: 'PNG picture', extensions: ['png'] },
  { name: 'SVG picture', extensions: ['svg'] },
  { name: 'JSON', extensions: ['json'] },
];
const zipFilter = { name: 'ZIP archive', extensions: ['zip'] };

/** `AL-CTO-100014 Zoë Adams`; without a period at its end, as in “Ed.D.”, since the file's own follows. */
const nameOf = ({ number, name }: BadgeRequest): string => fileName(`${number} ${name}`).replace(/\.+$/, '');

function notesOn(requests: readonly BadgeRequest[], wanted: ReadonlySet<ParticipantId> | null): string[] {
  const missing = (wanted?.size ?? requests.length) - requests.length;
  const silent = requests.filter(({ status }) => status === null);
  return [
    ...(missing === 0 ? [] : [countOf(missing, 'of them has no certificate.', 'of them have no certificate.')]),
    ...(silent.length === 0
      ? []
      : [
          silent.length === requests.length
            ? 'They don’t say where to see whether one was revoked: Settings has no address of the checking page. Enter it there and save them again; until then only this app knows.'
            : `${silent.map(({ number }) => number).join(', ')}: no place in a status list goes with such a number. Reissue the certificate to give it one.`,
        ]),
  ];
}

function saying(desk: Pick<Workbench, 'signal' | 'progress'>, label: string): WorkOptions {
  desk.progress(label, null);
  return {
    signal: desk.signal,
    onProgress: ({ done: count, total }) => desk.progress(label, total > 0 ? count / total : null),
  };
}

export const credentialErrands: Pick<Handlers, 'credentials.save' | 'credentials.saveStatusLists'> = {
  'credentials.save': save,
  'credentials.saveStatusLists': saveStatusLists,
};
