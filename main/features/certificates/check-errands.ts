import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { CertificateCheck } from '../../../shared/views/certificates.ts';
import { notApproved } from '../../call/approved-files.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { runJob } from '../../jobs/run.ts';
import { type StatusDocument, writeDocument } from '../../rules/certificates/status-document.ts';
import { checkCredential } from './check-credential.ts';
import { checkText } from './check-text.ts';
import { everyKey } from './keys.ts';
import { everyIssued, takenBack } from './listed.ts';
import { signerOf } from './signer.ts';
import { pageWith, readTemplate } from './verifier-page.ts';

const check: Errand<'certificates.check'> = async (desk, { text, file }) => {
  if (text !== null) {
    const checked = checkText(desk.facts(), text);
    return checked.ok ? done({ file: null, checks: [checked.value] }) : checked;
  }
  if (file !== null && !desk.mayRead(file)) return notApproved(file);
  const filters = [
    {
      name: 'Pictures, PDF, and digital badges',
      extensions: ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'pdf', 'svg', 'json'],
    },
  ];
  const chosen = file ?? (await desk.dialogs.openFile({ title: 'Check a certificate', filters }));
  if (chosen === null) return done(null);
  desk.progress(`Reading ${path.basename(chosen)}`, null);
  const read = await runJob(
    'readCertificateFile',
    { file: chosen },
    { signal: desk.signal, sayLost: () => sayLost(chosen) },
  );
  if (!read.ok) return read;
  const checks: CertificateCheck[] = [];
  const refused: Result<never>[] = [];
  const found = [
    ...read.value.codes.map((code) => checkText(desk.facts(), code)),
    ...read.value.credentials.map((credential) => checkCredential(desk.facts(), credential)),
  ];
  for (const checked of found) {
    if (checked.ok) checks.push(checked.value);
    else refused.push(checked);
  }
  const [first] = refused;
  if (checks.length === 0 && first) return first;
  return done({ file: path.basename(chosen), checks });
};

const sayLost = (file: string): string =>
  `“${path.basename(file)}” could not be read whole; nothing was checked. Take a smaller picture of the code, or type the number.`;

const saveVerifier: Errand<'certificates.saveVerifier'> = async (desk) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const signer = await signerOf(desk);
  if (!signer.ok) return signer;
  if (signer.value.kind === 'none') return refuse(`${signer.value.why}; the checking page carries a signed list.`);
  const template = await readTemplate((file) => readFile(file, 'utf8'));
  if (!template.ok) return template;
  const { name, organization } = facts.inForce.policy.program;
  const certificates = [...everyIssued(facts), ...takenBack(facts)].map(
    ({ number, issuedOn, dueOn, goodUntil, ended }) => ({ number, issuedOn, dueOn, goodUntil, ended }),
  );
  const status: StatusDocument = {
    format: 1,
    program: name,
    organization,
    listFrom: facts.today,
    keys: everyKey(facts).map(({ publicKey, since, until, ending }) => ({ publicKey, since, until, ending })),
    certificates,
  };
  const document = writeDocument(status);
  const signature = Buffer.from(signer.value.sign(Buffer.from(document))).toString('base64url');
  const file = await desk.dialogs.saveFile({
    title: 'Save the checking page',
    suggestedName: 'verify.html',
    filters: [{ name: 'Web page', extensions: ['html'] }],
  });
  if (file === null) return done(null);
  const page = pageWith(template.value, { document, signature, publicKey: signer.value.publicKey });
  const written = await replaceFile(file, (handle) => handle.writeFile(page));
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: `the status of ${countOf(certificates.length, 'certificate')}`, notes: [] });
};

export const certificateCheckErrands: Pick<Handlers, 'certificates.check' | 'certificates.saveVerifier'> = {
  'certificates.check': check,
  'certificates.saveVerifier': saveVerifier,
};
