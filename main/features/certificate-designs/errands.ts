import { CertificateFileId, filesOfDesign } from '../../../shared/model/certificate-designs.ts';
import { toJson } from '../../../shared/model/json.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import { notApproved } from '../../call/approved-files.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { runJob } from '../../jobs/run.ts';
import { insert } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { placeFindings } from '../../rules/certificate-designs/geometry.ts';
import type { DesignFileUse } from './read-file.ts';
import { sampleCertificate } from './sample.ts';
import { filesWithBytes } from './stored.ts';

const picturesFilter = { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg'] };
const asked: Record<
  DesignFileUse,
  { readonly title: string; readonly filters: { name: string; extensions: string[] }[] }
> = {
  background: {
    title: 'Choose a background',
    filters: [{ name: 'PDF, PNG, or JPEG', extensions: [...pdfFilter.extensions, ...picturesFilter.extensions] }],
  },
  picture: {
    title: 'Choose a signature or a seal',
    filters: [{ name: 'PNG, SVG, or JPEG', extensions: ['png', 'svg', 'jpg', 'jpeg'] }],
  },
  font: { title: 'Choose a font', filters: [{ name: 'Fonts', extensions: ['ttf', 'otf'] }] },
};

const said: Record<DesignFileUse, string> = { background: 'background', picture: 'picture', font: 'font' };

const addFile: Errand<'certificateDesigns.addFile'> = async (desk, { use, page, file }) => {
  if (!desk.facts().inForce) return noProgram();
  if (file !== null && !desk.mayRead(file)) return notApproved(file);
  const chosen = file ?? (await desk.dialogs.openFile(asked[use]));
  if (chosen === null) return done(null);
  desk.progress(`Reading the ${said[use]}`, null);
  const read = await runJob('readDesignFile', { file: chosen, use, page }, { signal: desk.signal });
  if (!read.ok) return read;
  const { hash, name, kind, facts, bytes } = read.value;
  const known = desk
    .facts()
    .database.get<{ id: CertificateFileId; name: string }>('SELECT id, name FROM certificateFile WHERE hash = ?', hash);
  // The same file again is the one that is here.
  if (known) return done({ ...known, kind, facts });
  return desk.commit(`Adding the ${said[use]}`, ({ database }) => {
    const id = CertificateFileId.parse(idFor(database, 'certificateFile', { hash }));
    const row = { id, hash, name, kind, facts: toJson(facts), bytes: Buffer.from(bytes).toString('base64') };
    return {
      ok: true,
      label: `Added the ${said[use]} “${name}” for certificates`,
      changes: [insert('certificateFile', row)],
      value: { id, name, kind, facts },
    };
  });
};

const fileGone =
  'A picture or font that the design uses was removed. Choose that file again, or take it off the design.';

const draw: Errand<'certificateDesigns.draw'> = async (desk, { document, sample }) => {
  const facts = desk.facts();
  const certificate = sampleCertificate(facts, sample);
  if (!certificate.ok) return certificate;
  const needed = filesOfDesign({ ...document, background: { kind: 'drawn', drawing: 'none' } });
  const files = filesWithBytes(facts, needed);
  if (files.length < needed.length) return refuse(fileGone);
  const drawn = await runJob('drawDesign', { document, files, ...certificate.value }, { signal: desk.signal });
  if (!drawn.ok) return drawn;
  const { svg, findings } = drawn.value;
  const placed = placeFindings(document, certificate.value.words.signatories.length);
  return done({ svg, findings: [...placed, ...findings] });
};

const drawBackground: Errand<'certificateDesigns.drawBackground'> = async (desk, { paper, background }) => {
  const files = background.kind === 'file' ? filesWithBytes(desk.facts(), [background.file]) : [];
  if (background.kind === 'file' && files.length === 0) return refuse(fileGone);
  return runJob('drawDesignBackground', { paper, background, files }, { signal: desk.signal });
};

export const certificateDesignErrands: Pick<
  Handlers,
  'certificateDesigns.addFile' | 'certificateDesigns.draw' | 'certificateDesigns.drawBackground'
> = {
  'certificateDesigns.addFile': addFile,
  'certificateDesigns.draw': draw,
  'certificateDesigns.drawBackground': drawBackground,
};
