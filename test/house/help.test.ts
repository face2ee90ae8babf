import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inlineParts, readHelp } from '../../renderer/features/help/markup.ts';
import { screenNames } from '../../shared/menu.ts';
import { notSaid, sentencesIn } from './sentences.ts';
import { sources } from './sources.ts';

const folder = new URL('../../renderer/features/help/pages/', import.meta.url);
const pages = readdirSync(folder).map((file) => ({ file, source: readFileSync(new URL(file, folder), 'utf8') }));
const quoted = (kind: 'label' | 'keys') =>
  pages.flatMap(({ file, source }) =>
    inlineParts(readHelp(source)).flatMap((part) => (part.kind === kind ? [{ file, text: part.text }] : [])),
  );

/** Where the app's own labels are: screens, the menu bar, and the words of the model. */
const isShown = (path: string): boolean =>
  /^(renderer|shared)\/|^main\/electron\/menu/.test(path) && !path.startsWith('renderer/features/help/');

const said = new Set(
  sources
    .filter(({ path }) => isShown(path))
    .flatMap(sentencesIn)
    .map(({ text }) => bare(text)),
);

/** A label without its dots and the mark of its key in a menu. */
function bare(label: string): string {
  return label.replace(/^&/, '').replace(/…$/, '').trim();
}

/** A label that holds a value, such as `Replace “program.db”`, is quoted with three dots in the value's place. */
function isLabel(text: string): boolean {
  const [begins = ''] = text.split('…');
  return said.has(bare(text)) || (text.includes('“…”') && begins.length > 4 && said.has(begins));
}

test('every button, menu, and screen that the help names is there under this name', () => {
  const labels = quoted('label');
  expect(labels.length).toBeGreaterThan(60);
  const unknown = labels.flatMap(({ file, text }) =>
    text.split(' › ').flatMap((part) => (isLabel(part) ? [] : [`${file}: “${part}”`])),
  );
  expect(unknown).toEqual([]);
});

test('every key that the help names does something', () => {
  const keys = sources.flatMap(({ path, text }) =>
    isShown(path) ? [...text.matchAll(/'([^'\s]{1,20})'|"([^"\s]{1,20})"/g)].map(([, one, two]) => one ?? two) : [],
  );
  const known = new Set([...keys, ...screenNames.map((_, at) => `Mod+${at + 1}`)]);
  expect(quoted('keys').filter(({ text }) => !known.has(text))).toEqual([]);
});

test('the help says nothing that a lead in Alabama would stop at', () => {
  const faults = pages.flatMap(({ file, source }) =>
    notSaid.flatMap(([words, instead]) => (words.test(source) ? [`${file}: ${words}. Say: ${instead}.`] : [])),
  );
  expect(faults).toEqual([]);
});
