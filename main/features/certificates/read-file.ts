import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { readPrinted } from '../../../shared/model/statement/printed.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { sayName } from '../../files/say-name.ts';
import { isPng } from '../../papers/png.ts';
import { statementsIn } from './pdf-statements.ts';
import { credentialsInPng, credentialsInText, type ReadCredential } from './read-credential.ts';

/** A scan of a page is a few megabytes; a file of certificates for a whole year some tens. */
const mostBytes = 64 * 1024 * 1024;

/** What a file's codes say, each once, in their order; and the digital badges in it. */
export interface CertificateFileRead {
  readonly codes: readonly string[];
  readonly credentials: readonly ReadCredential[];
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly readCertificateFile: { readonly input: { readonly file: string }; readonly output: CertificateFileRead };
  }
}

/**
 * Reads the codes of a file: of a PDF, what our own certificates carry within, else the pictures that a scanner put on
 * its pages; of a picture, the digital badge that is baked into it, else its QR codes; of JSON, the badge itself.
 * Refuses a file that is none of these, and one that has no code.
 */
export async function readCertificateFile(file: string): Promise<Result<CertificateFileRead>> {
  const name = sayName(file);
  const read = await readRegularFile(file, mostBytes, 'the certificate’s PDF or a picture of its code');
  if (!read.ok) return read;
  const bytes = read.value;
  if (bytes === null) return refuse(`${name} is larger than 64 MB. Choose the certificate’s own PDF or a picture.`);
  if (bytes.subarray(0, 1_024).includes('%PDF-')) {
    const { statements, pictures, isEncrypted } = statementsIn(bytes);
    const codes = statements.length > 0 ? statements : await codesOf(pictures);
    if (codes.length > 0) return done({ codes, credentials: [] });
    return refuse(
      isEncrypted
        ? `${name} has a password, so its code can’t be read. Save it without one, or scan the code on the paper.`
        : `${name} has no code of a certificate that can be read. Take a picture of the code, or type the number.`,
    );
  }
  const badges = isPng(bytes) ? await credentialsInPng(name, bytes) : await credentialsInText(name, bytes);
  if (!badges.ok) return badges;
  if (badges.value.length > 0) return done({ codes: [], credentials: badges.value });
  if (!isPicture(bytes)) {
    return refuse(
      `${name} is neither a picture nor a PDF nor a digital badge. Choose a PNG or JPEG of the code, the certificate’s PDF, or the badge as it was saved.`,
    );
  }
  const codes = await codesOf([bytes]);
  return codes.length > 0
    ? done({ codes, credentials: [] })
    : refuse(
        `No code can be read in ${name}. Take the picture from closer up and in better light, or type the number.`,
      );
}

const beginnings = ['89504e47', 'ffd8ff', '47494638', '424d'];
const isPicture = (bytes: Buffer): boolean => {
  const start = bytes.subarray(0, 4).toString('hex');
  return beginnings.some((beginning) => start.startsWith(beginning));
};

let prepared: Promise<unknown> | null = null;

/** Reads from the app's own file: by itself the reader would look for its program on the net. */
function prepare(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true }),
  );
  return prepared;
}

/** What the QR codes of some pictures say; statements alone where there are any. */
async function codesOf(pictures: readonly Uint8Array[]): Promise<readonly string[]> {
  if (pictures.length === 0) return [];
  await prepare();
  const texts: string[] = [];
  for (const picture of pictures) {
    const found = await readBarcodes(Uint8Array.from(picture), {
      formats: ['QRCode'],
      tryHarder: true,
      tryRotate: true,
      tryDownscale: true,
      maxNumberOfSymbols: 20,
      textMode: 'Plain',
    }).catch(() => []);
    texts.push(...found.filter(({ isValid }) => isValid).map(({ text }) => text.trim()));
  }
  const statements = texts.filter((text) => readPrinted(text) !== null);
  return [...new Set(statements.length > 0 ? statements : texts)].filter((text) => text !== '');
}
