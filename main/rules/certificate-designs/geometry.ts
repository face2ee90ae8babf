import {
  type Box,
  type CertificateDesignDocument,
  certificatePapers,
  type DesignField,
  type DesignFinding,
  pointsPerMillimeter,
  sayField,
  smallestCode,
} from '../../../shared/model/certificate-designs.ts';
import { unknownFields } from './words.ts';

// Boxes that touch are well placed; a point is less than a printer is off.
const tolerance = 1;

/** What most printers leave white along each edge, in points: a quarter inch. */
const unprintedEdge = 18;

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > tolerance &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > tolerance;

/** What is wrong with where a design's fields are, and with what is missing of them, before anything is drawn. */
export function placeFindings(
  { paper, fields }: Pick<CertificateDesignDocument, 'paper' | 'fields'>,
  signatories: number,
): readonly DesignFinding[] {
  const { width, height } = certificatePapers[paper];
  const findings: DesignFinding[] = [];
  const tell = (field: DesignField | null, isGrave: boolean, sentence: string, also?: DesignField): void => {
    findings.push({ field: field?.id ?? null, isGrave, sentence, ...(also && { also: also.id }) });
  };
  const ids = new Set<string>();
  for (const [at, field] of fields.entries()) {
    const { box } = field;
    const said = sayField(field);
    if (ids.has(field.id)) tell(field, true, `${said} is on the design twice under one name. Delete one of them.`);
    ids.add(field.id);
    if (
      box.x < -tolerance ||
      box.y < -tolerance ||
      box.x + box.width > width + tolerance ||
      box.y + box.height > height + tolerance
    ) {
      tell(field, true, `${said} is partly off the page. Move it back or make it smaller.`);
    } else if (
      Math.min(box.x, box.y, width - box.x - box.width, height - box.y - box.height) <
      unprintedEdge - tolerance
    ) {
      tell(field, false, `${said} is less than a quarter inch from the edge, where most printers print nothing.`);
    }
    if (field.kind === 'code' && Math.min(box.width, box.height) < smallestCode - 0.1) {
      const side = Math.floor(Math.min(box.width, box.height) / pointsPerMillimeter);
      tell(
        field,
        true,
        `The code is ${side} mm wide. Below 20 mm it can’t be scanned from a photocopy; make it larger.`,
      );
    }
    if (field.kind === 'signatory' && field.which > signatories) {
      tell(
        field,
        true,
        `Signatory ${field.which} is no longer in the policy, which names ${signatories}. Add them in Settings, or delete the field.`,
      );
    }
    if (field.kind !== 'seal' && field.kind !== 'code' && field.look.smallest > field.look.size) {
      tell(field, true, `${said}: the smallest size is larger than the size. Make it smaller.`);
    }
    if (field.kind === 'text' && field.source === 'words') {
      if (field.words.trim() === '') tell(field, true, 'Own words are empty. Type what they say, or delete the field.');
      for (const unknown of unknownFields(field.words)) {
        tell(
          field,
          true,
          `Own words have {${unknown}}, which nothing fills in. Use {name}, {program}, {cohort}, {date}, or {number}.`,
        );
      }
    }
    for (const other of fields.slice(at + 1)) {
      // A seal may lie over the corner of a ribbon or a line of words on purpose; a code never.
      if (overlap(box, other.box)) {
        const isGrave = field.kind === 'code' || other.kind === 'code';
        tell(field, isGrave, `${said} and ${sayField(other)} overlap. Move one of them.`, other);
      }
    }
  }
  const has = (source: string): boolean => fields.some((field) => field.kind === 'text' && field.source === source);
  const ownWords = fields.flatMap((field) => (field.kind === 'text' && field.source === 'words' ? [field.words] : []));
  const says = (name: string): boolean => ownWords.some((text) => text.includes(`{${name}}`));
  if (!has('name') && !says('name')) tell(null, true, 'The design doesn’t have the person’s name. Add it.');
  if (!has('number') && !says('number')) {
    tell(
      null,
      true,
      'The design doesn’t have the certificate’s number, by which it is checked without a phone. Add it.',
    );
  }
  if (!fields.some(({ kind }) => kind === 'code')) {
    tell(null, false, 'The design doesn’t have the code, so a certificate can be checked only by its number.');
  }
  if (!has('date') && !has('closing') && !says('date')) tell(null, false, 'The design doesn’t have the date.');
  const missing = Array.from({ length: signatories }, (_, index) => index + 1).filter(
    (which) => !fields.some((field) => field.kind === 'signatory' && field.which === which),
  );
  if (missing.length > 0) {
    tell(
      null,
      false,
      missing.length === 1
        ? `The policy names signatory ${missing[0]}, who isn’t on the design.`
        : `The policy names signatories ${missing.join(' and ')}, who aren’t on the design.`,
    );
  }
  return findings;
}
