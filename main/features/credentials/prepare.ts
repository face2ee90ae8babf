import type { OpenBadge } from '../../../shared/model/open-badges/credential.ts';
import type { Proof } from '../../../shared/model/open-badges/proof.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import { cancelled } from '../../files/cancelled.ts';
import type { WorkOptions } from '../../files/progress.ts';
import { bytesToSign } from '../../open-badges/canonical.ts';
import { didOf } from '../../open-badges/multibase.ts';
import { proofOptions } from '../../open-badges/proof.ts';
import { type BadgeFacts, openBadgeOf } from '../../rules/credentials/open-badge.ts';
import { badgeMaking } from './badge-making.ts';
import { type BadgePicture, type BadgeWords, badgePicture } from './badge-picture.ts';

/** A certificate of which a badge is asked for. */
export interface BadgeRequest extends Omit<BadgeFacts, 'id' | 'issuer' | 'picture'> {
  readonly certificateId: string;
  readonly organization: string;
}

/** What all badges of one making have in common. */
export interface Preparation {
  readonly requests: readonly BadgeRequest[];
  /** The public part of the key that will sign. */
  readonly publicKey: string;
  /** When it will: an instant. */
  readonly created: string;
  readonly zone: string;
  /** Where the association and its leads are found; empty where that was not said. */
  readonly page: string;
  readonly contact: string;
}

/** Badges that lack their signatures, and the pictures that they are baked into. */
export interface PreparedBadges {
  readonly options: Omit<Proof, 'proofValue'>;
  readonly badges: readonly {
    readonly badge: OpenBadge;
    /** What is signed. */
    readonly bytes: Uint8Array;
    /** The place of its picture. */
    readonly picture: number;
  }[];
  readonly pictures: readonly BadgePicture[];
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly prepareBadges: { readonly input: Preparation; readonly output: PreparedBadges };
  }
}

/** A cohort's badges are often saved one after the other, and drawing takes longer than all else. */
const mostDrawn = 8;
const drawn = new Map<string, BadgePicture>();

function pictureOf(key: string, words: BadgeWords): BadgePicture {
  const picture = drawn.get(key) ?? badgePicture(words);
  drawn.set(key, picture);
  const [oldest] = drawn.keys();
  if (drawn.size > mostDrawn && oldest !== undefined) drawn.delete(oldest);
  return picture;
}

/** Makes badges up to their signatures: draws each picture once, and brings each badge into its canonical form. */
export async function prepareBadges(
  { requests, publicKey, created, zone, page, contact }: Preparation,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<PreparedBadges>> {
  const making = badgeMaking(zone);
  const options = proofOptions(publicKey, created);
  const placed = new Map<string, number>();
  const pictures: BadgePicture[] = [];
  const badges: PreparedBadges['badges'][number][] = [];
  for (const [at, request] of requests.entries()) {
    if (signal?.aborted) return cancelled();
    const { program, programTitle, organization, cohort, issuedOn } = request;
    const words = { program, programTitle, organization, cohort, year: issuedOn.slice(0, 4) };
    const key = JSON.stringify(words);
    const place = placed.get(key) ?? pictures.push(pictureOf(key, words)) - 1;
    placed.set(key, place);
    const badge = openBadgeOf(
      {
        ...request,
        id: `urn:uuid:${request.certificateId}`,
        issuer: { did: didOf(publicKey), organization, page, contact },
        picture: pictures[place]?.icon ?? '',
      },
      making,
    );
    const bytes = await bytesToSign({ document: badge, options });
    if (bytes === null) throw new Error(`The badge of ${request.number} says something that its contexts don't know.`);
    badges.push({ badge, bytes, picture: place });
    onProgress?.({ done: at + 1, total: requests.length });
  }
  return done({ options, badges, pictures });
}
