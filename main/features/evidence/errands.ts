import { createHash } from 'node:crypto';
import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type EvidenceDocument, EvidenceDocumentId, sayFileType } from '../../../shared/model/evidence.ts';
import { sayName } from '../../../shared/model/people.ts';
import { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { EvidenceAdded } from '../../../shared/views/evidence.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { fileNames } from '../../files/file-names.ts';
import { saySize } from '../../files/kept-files.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { isShowable } from '../../rules/evidence/file-type.ts';
import { notReviewed } from '../../rules/evidence/review.ts';
import { noSuchPerson } from '../people/no-longer.ts';
import { claimFields } from './claims.ts';
import { evidenceItemBy, noSuchEvidence } from './commands.ts';
import { discardUnused, documentBy, isFile, readStored, type StoredFile, storeFiles } from './store.ts';

const add: Errand<'evidence.add'> = async (desk, { personId, files, link, note, receivedOn, ...claim }) => {
  // Looked at before a large file is copied for nothing; decided again in the command.
  const early = claimFields(desk.facts(), claim);
  if (!early.ok) return early;
  const stored = await storeFiles(desk, files);
  if (!stored.ok) return stored;
  const added = await desk.commit<EvidenceAdded>('Adding evidence', (facts) => {
    const person = facts.database.get<{ givenName: string; familyName: string }>(
      'SELECT givenName, familyName FROM person WHERE id = ?',
      personId,
    );
    if (!person) return refuse(noSuchPerson);
    const fields = claimFields(facts, claim);
    if (!fields.ok) return fields;
    const came = receivedOn ?? facts.today;
    const [ahead] = datesReversed([{ pair: 'evidence received, today', days: [came, facts.today] }]);
    if (ahead !== undefined) return refuse(ahead);
    const itemId = EvidenceItemId.parse(facts.newId());
    const documents = documentsOf(facts, itemId, { files: stored.value, link, note }, came);
    const isMissing = documents.length === 0;
    return {
      ok: true,
      label: isMissing
        ? `Asked ${sayName(person)} for “${fields.value.title}”`
        : `Added evidence “${fields.value.title}” of ${sayName(person)}`,
      changes: [
        insert('evidenceItem', {
          id: itemId,
          personId,
          ...fields.value,
          ...notReviewed,
          state: isMissing ? 'missing' : 'received',
          receivedOn: isMissing ? null : came,
        }),
        ...documents,
      ],
      value: { itemId, ...countsOf(stored.value) },
    };
  });
  if (!added.ok) await discardUnused(desk, stored.value);
  return added;
};

const attach: Errand<'evidence.attach'> = async (desk, { itemId, files, link, note }) => {
  if (files.length === 0 && link === null && note === null) {
    return refuse('Nothing was given to add. Choose a file, or give a link or a note.');
  }
  if (!evidenceItemBy(desk.facts(), itemId)) return refuse(noSuchEvidence);
  const stored = await storeFiles(desk, files);
  if (!stored.ok) return stored;
  const added = await desk.commit<EvidenceAdded>('Adding to evidence', (facts) => {
    const item = evidenceItemBy(facts, itemId);
    if (!item) return refuse(noSuchEvidence);
    const has = facts.database
      .all<{ sha256: string | null }>('SELECT sha256 FROM evidenceDocument WHERE itemId = ?', itemId)
      .map(({ sha256 }) => sha256);
    const fresh = stored.value.filter(({ sha256 }) => !has.includes(sha256));
    const documents = documentsOf(facts, itemId, { files: fresh, link, note }, facts.today);
    if (documents.length === 0)
      return refuse(`“${item.title}” has ${files.length === 1 ? 'this file' : 'these files'} already.`);
    // What is accepted stays so; what comes in late for it can be looked at, and the decision changed.
    const waitsAgain = item.state === 'missing' || item.state === 'returned';
    return {
      ok: true,
      label: `Added ${countOf(documents.length, 'document')} to “${item.title}” of ${sayName(item)}`,
      changes: [
        ...documents,
        ...(waitsAgain
          ? [update('evidenceItem', itemId, { ...notReviewed, state: 'received', receivedOn: facts.today })]
          : []),
      ],
      value: { itemId, ...countsOf(stored.value) },
    };
  });
  if (!added.ok) await discardUnused(desk, stored.value);
  return added;
};

const countsOf = (stored: readonly StoredFile[]) => ({
  files: stored.length,
  known: stored.filter(({ isNew }) => !isNew).length,
});

interface Documents {
  readonly files: readonly StoredFile[];
  readonly link: string | null;
  readonly note: string | null;
}

function documentsOf(
  { newId }: Facts,
  itemId: EvidenceItemId,
  { files, link, note }: Documents,
  addedOn: CivilDate,
): readonly Change[] {
  const bare = { itemId, sha256: null, size: null, type: null, name: null, text: null, addedOn };
  const id = () => EvidenceDocumentId.parse(newId());
  return [
    ...files.map(({ sha256, size, type, name }) =>
      insert('evidenceDocument', { ...bare, id: id(), kind: 'file', sha256, size, type, name }),
    ),
    ...(link === null ? [] : [insert('evidenceDocument', { ...bare, id: id(), kind: 'link', text: link })]),
    ...(note === null ? [] : [insert('evidenceDocument', { ...bare, id: id(), kind: 'note', text: note })]),
  ];
}

const noSuchDocument = 'This document was removed. Open the evidence again.';
/** What is shown travels to the window in one piece; anything larger is saved out and opened elsewhere. */
const mostShown = 30_000_000;
const mostText = 100_000;

const preview: Errand<'evidence.preview'> = async (desk, { documentId }) => {
  const document = documentBy(desk, documentId);
  if (!document) return refuse(noSuchDocument);
  if (!isFile(document)) return done({ kind: 'text', text: document.text ?? '' });
  const read = await checkedBytes(desk, document);
  if (!read.ok) return done({ kind: 'lost', because: read.problem.sentence });
  const bytes = read.value;
  const { type } = document;
  if (bytes.length > mostShown) {
    return done({
      kind: 'not-shown',
      because: `This file has ${saySize(bytes.length)} and is too large to show here. Save a copy to look at it.`,
    });
  }
  if (type === 'png' || type === 'jpeg' || type === 'gif' || type === 'webp') {
    if (!isShowable(type, bytes)) {
      return done({
        kind: 'not-shown',
        because: 'This picture is too large to show here, or its header is damaged. Save a copy to look at it.',
      });
    }
    return done({ kind: 'picture', address: `data:image/${type};base64,${bytes.toString('base64')}` });
  }
  if (type === 'pdf') return done({ kind: 'pdf', bytes: bytes.toString('base64') });
  if (type === 'text') return done({ kind: 'text', text: bytes.toString('utf8').slice(0, mostText) });
  return done({ kind: 'not-shown', because: whyNotShown(document) });
};

function whyNotShown({ type }: EvidenceDocument): string {
  if (type === 'program') {
    return 'This file is a program, or a shortcut to one, whatever its name says. Don’t open it; return the evidence, and ask for a document.';
  }
  const what = `${sayFileType[type ?? 'other']}s`;
  const why = type === 'html' || type === 'svg' ? 'can hold scripts' : 'can’t be drawn here';
  return `${what} aren’t shown, because they ${why}. Save a copy to look at it in its own program.`;
}

/** The bytes of a file in the store, as they came in; refuses one that is missing or was altered, and says what to do. */
async function checkedBytes(
  desk: Workbench,
  document: EvidenceDocument & { readonly sha256: string },
): Promise<Result<Buffer>> {
  const name = `“${document.name ?? 'File'}”`;
  const read = await readStored(desk, document.sha256, document.size ?? 0);
  if (!read.ok) {
    return refuse(
      `${name} is missing from the folder “evidence” beside the database. Copy that folder back from a backup, or ask for the file and add it again.`,
    );
  }
  if (read.value !== null && createHash('sha256').update(read.value).digest('hex') === document.sha256)
    return done(read.value);
  return refuse(
    `${name} was altered in the folder “evidence” beside the database, so it no longer shows what came in. Copy that folder back from a backup, or ask for the file and add it again.`,
  );
}

const save: Errand<'evidence.save'> = async (desk, { documentId }) => {
  const document = documentBy(desk, documentId);
  if (!document || !isFile(document)) return refuse(noSuchDocument);
  const read = await checkedBytes(desk, document);
  if (!read.ok) return read;
  const name = document.name ?? 'File';
  const extension = path.extname(name).slice(1) || 'bin';
  const [suggestedName = name] = fileNames([path.basename(name, path.extname(name))], extension);
  const file = await desk.dialogs.saveFile({ title: `Save “${name}”`, suggestedName, filters: [] });
  if (file === null) return done(null);
  const written = await replaceFile(file, (handle) => handle.writeFile(read.value), desk.signal);
  if (!written.ok) return written;
  desk.written.add(file);
  return done({ file, holds: `${sayFileType[document.type ?? 'other']}, ${saySize(read.value.length)}`, notes: [] });
};

export const evidenceErrands: Pick<
  Handlers,
  'evidence.add' | 'evidence.attach' | 'evidence.preview' | 'evidence.save'
> = {
  'evidence.add': add,
  'evidence.attach': attach,
  'evidence.preview': preview,
  'evidence.save': save,
};
