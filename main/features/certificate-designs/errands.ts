import { CertificateFileId } from '../../../shared/model/certificate-designs.ts';
import { toJson } from '../../../shared/model/json.ts';
import { done } from '../../../shared/model/result.ts';
import { notApproved } from '../../call/approved-files.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { runJob } from '../../jobs/run.ts';
import { insert } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import type { DesignFileUse } from './read-file.ts';

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

export const certificateDesignErrands: Pick<Handlers, 'certificateDesigns.addFile'> = {
  'certificateDesigns.addFile': addFile,
};
