import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { bakedInPng } from '../../open-badges/bake-png.ts';
import { bakedInSvg } from '../../open-badges/bake-svg.ts';
import { claimOf, type SignedClaim } from '../../open-badges/proof.ts';

/** A digital badge that was read, and what it takes to verify it. */
export interface ReadCredential {
  readonly document: object;
  /** Null: it has no proof of the kind that the program makes. */
  readonly claim: SignedClaim | null;
}

/** A badge is a few pages of text, with a small picture in it. */
const mostLetters = 2_000_000;

const inParts = (name: string): Result<never> =>
  refuse(
    `${name} was changed or saved only in part, so the digital badge in it can’t be read. Ask for the original file.`,
  );

/** The badges baked into a PNG; none where it is a picture like any other. */
export async function credentialsInPng(name: string, png: Buffer): Promise<Result<readonly ReadCredential[]>> {
  const baked = bakedInPng(png);
  // A picture that is cut off may still show its code.
  if (baked === null) return png.includes('openbadgecredential') ? inParts(name) : done([]);
  return readEach(name, baked);
}

/** The badge that a JSON or SVG file holds; none where it is neither. */
export async function credentialsInText(name: string, bytes: Buffer): Promise<Result<readonly ReadCredential[]>> {
  const start = bytes.toString('utf8', 0, 4_096).replace(/^\uFEFF/, '');
  const isJson = /^\s*\{/.test(start);
  const isSvg = /^\s*</.test(start) && /<svg\b/.test(start);
  if (!isJson && !isSvg) return done([]);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (isJson) return readEach(name, [text]);
  const baked = bakedInSvg(text);
  return baked.length > 0
    ? readEach(name, baked)
    : refuse(
        `${name} is a picture without a digital badge in it. Choose the file as it was saved, or type the number.`,
      );
}

async function readEach(name: string, texts: readonly string[]): Promise<Result<readonly ReadCredential[]>> {
  const [text, second] = texts;
  if (text === undefined) return done([]);
  if (second !== undefined) {
    return refuse(`${name} has more than one digital badge in it, so it can’t be checked. Ask for the original file.`);
  }
  if (text.length > mostLetters)
    return refuse(`${name} is larger than any digital badge. Choose the badge as it was saved.`);
  if (/^[\w-]+\.[\w-]*\.[\w-]+$/.test(text)) {
    return refuse(`${name} is a digital badge of a kind that can’t be checked here (a signed token). Ask its issuer.`);
  }
  const document = parsed(text);
  if (document === null) return inParts(name);
  return done([{ document, claim: await claimOf(document) }]);
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
