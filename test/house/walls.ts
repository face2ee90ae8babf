import { posix } from 'node:path';
import { type Import, importsOf } from './imports.ts';

/** A source file, its path from the project's root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An import as a wall judges it: a file of the project by its path, a package by its name. */
interface Target extends Import {
  readonly file: string | null;
  readonly package: string | null;
}

interface Wall {
  readonly says: string;
  readonly around: (path: string) => boolean;
  readonly allows: (target: Target, path: string) => boolean;
}

const inside = (path: string | null, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path?.startsWith(`${folder}/`) === true);
const isPackage = (target: Target, ...names: readonly string[]): boolean =>
  names.some((name) => target.package === name || target.package?.startsWith(`${name}/`) === true);
const touchesElectron = ['main/electron/', 'main/main.ts', 'main/preload.ts'];
/** The page that anyone checks a certificate with: a file of its own, though the app writes it. */
const checkingPage = 'renderer/checking-page';

/** The floors of the main process and of the window, the lowest first: a file imports from its own floor and below. */
const floors: readonly (readonly string[])[] = [
  [
    'main/rules/',
    'main/files/',
    'main/settings/',
    'main/database/',
    'main/log/',
    'main/spreadsheets/',
    'main/papers/',
    'main/signatures/',
    'main/open-badges/',
    'main/jobs/',
    'main/call/',
    'main/features/',
    'main/desk/',
    'main/electron/',
    'main/',
  ],
  ['renderer/kit/', 'renderer/features/', 'renderer/shell/', 'renderer/'],
];

/** Which of some floors a file is on: the one whose name is the longest that its path begins with; -1: none. */
function floorOf(path: string | null, house: readonly string[]): number {
  const names = house.filter((name) => path?.startsWith(name));
  return names.reduce((best, name) => (name.length > (house[best]?.length ?? 0) ? house.indexOf(name) : best), -1);
}

const walls: readonly Wall[] = [
  {
    says: 'a file imports from its own floor and from those below',
    around: () => true,
    allows: (target, path) =>
      floors.every((house) => floorOf(path, house) === -1 || floorOf(target.file, house) <= floorOf(path, house)),
  },
  {
    says: 'rules import nothing but rules and shared/model',
    around: (path) => inside(path, 'main/rules'),
    allows: (target) => inside(target.file, 'main/rules', 'shared/model'),
  },
  {
    says: 'the renderer never imports main',
    around: (path) => inside(path, 'renderer') && !inside(path, checkingPage),
    allows: (target) => !inside(target.file, 'main'),
  },
  {
    says: 'shared imports only shared, zod and temporal-polyfill',
    around: (path) => inside(path, 'shared'),
    allows: (target) => inside(target.file, 'shared') || isPackage(target, 'zod', 'temporal-polyfill'),
  },
  {
    says: 'the checking page is made of rules and the model alone',
    around: (path) => inside(path, checkingPage) && path !== `${checkingPage}/bundle.ts`,
    allows: (target) => inside(target.file, checkingPage, 'main/rules', 'shared/model'),
  },
  {
    says: 'nothing imports the checking page',
    around: (path) => !inside(path, checkingPage),
    allows: (target) => !inside(target.file, checkingPage),
  },
  {
    says: 'features return changes and never write them',
    around: (path) => inside(path, 'main/features'),
    allows: (target) => target.file !== 'main/log/commit.ts' && !isPackage(target, 'better-sqlite3'),
  },
  {
    says: 'only the log and the database hold better-sqlite3 as a value',
    around: (path) => !inside(path, 'main/log', 'main/database'),
    allows: (target) => target.typeOnly || !isPackage(target, 'better-sqlite3'),
  },
  {
    says: `only ${touchesElectron.join(', ')} import electron`,
    around: (path) => !touchesElectron.some((place) => path.startsWith(place)),
    allows: (target) => !isPackage(target, 'electron'),
  },
];

const maximumLines = 300;

/** Every breach of the house's walls in some sources, a sentence each. Pure, so that it can be shown to catch them. */
export function breaches(sources: readonly SourceFile[]): readonly string[] {
  return [
    ...sources.flatMap((source) => [...namesAndSizes(source), ...brokenWalls(source)]),
    ...['main/features', 'renderer/features'].flatMap((folder) => circles(folder, sources)),
  ];
}

/** Features that import each other, directly or by way of others: none of them is below the rest. */
function circles(folder: string, sources: readonly SourceFile[]): readonly string[] {
  const featureOf = (path: string | null): string | undefined =>
    path?.startsWith(`${folder}/`) ? path.slice(folder.length + 1).split('/')[0] : undefined;
  const below = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const feature = featureOf(path);
    if (feature === undefined) continue;
    const imported = importsOf(text).flatMap((each) => featureOf(resolve(path, each).file) ?? []);
    below.set(feature, new Set([...(below.get(feature) ?? []), ...imported.filter((other) => other !== feature)]));
  }
  const reached = (from: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const next of below.get(from) ?? []) if (!seen.has(next)) reached(next, seen.add(next));
    return seen;
  };
  const circle = [...below.keys()].filter((feature) => reached(feature).has(feature)).sort();
  return circle.length === 0 ? [] : [`${folder}: ${circle.join(', ')} import each other; one must be below the other.`];
}

function brokenWalls({ path, text }: SourceFile): readonly string[] {
  const standing = walls.filter((wall) => wall.around(path));
  return importsOf(text).flatMap((each) => {
    const target = resolve(path, each);
    return standing
      .filter((wall) => !wall.allows(target, path))
      .map((wall) => `${path} imports ${target.file ?? each.from}: ${wall.says}.`);
  });
}

function resolve(path: string, each: Import): Target {
  if (!each.from.startsWith('.')) return { ...each, file: null, package: each.from };
  // A query such as `?raw` is the bundler's, not the path's.
  const file = posix.normalize(posix.join(posix.dirname(path), each.from.replace(/\?.*$/, '')));
  return { ...each, file: /\.[a-z]+$/.test(file) ? file : `${file}.ts`, package: null };
}

function namesAndSizes({ path, text }: SourceFile): readonly string[] {
  const name = posix.basename(path).replace(/\.tsx?$/, '');
  const lines = text.trimEnd().split('\n').length;
  const found: string[] = [];
  if (/(?:^|[-.])(?:utils?|helpers?|managers?)$/i.test(name)) found.push(`${path} is named for nothing in the field.`);
  if (name === 'index') found.push(`${path} is a barrel, or hides its name behind its folder’s.`);
  if (lines > maximumLines) found.push(`${path} has ${lines} lines; ${maximumLines} is the most.`);
  return found;
}
