import type { PersonHit } from '../../shared/views/people.ts';
import { personPath } from '../features/people/person-page.ts';
import type { ScreenCommand } from '../kit/commands.ts';
import { beginsWords } from '../kit/word-match.ts';

/** A line of the palette. */
export interface PaletteLine {
  readonly id: string;
  readonly group: 'Last' | 'Do' | 'Go to' | 'People';
  readonly label: string;
  /** Smaller, beside the label. */
  readonly aside: string;
  readonly keys?: string | undefined;
  readonly run: () => void;
}

const without = (lines: readonly PaletteLine[], some: readonly PaletteLine[]): readonly PaletteLine[] =>
  lines.filter(({ id }) => !some.some((line) => line.id === id));

/** At most so many commands stand above the people while someone types. */
const mostCommands = 6;

interface Known {
  readonly commands: readonly ScreenCommand[];
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly PersonHit[];
  /** Where one is: a person’s page leads back there. */
  readonly here: string;
  readonly go: (path: string) => void;
  /** The ids of the lines that were run last, the newest first. */
  readonly last: readonly string[];
}

/** What the palette offers for what was typed: everything that can be done, where to go, and people. */
export function linesFor(typed: string, { commands, cohorts, people, here, go, last }: Known): readonly PaletteLine[] {
  const fits = commands.filter(
    (command) => command.hidden !== true && beginsWords(`${command.label} ${command.also ?? ''}`, typed),
  );
  const toLine = ({ id, label, keys, run }: ScreenCommand, group: PaletteLine['group']): PaletteLine => ({
    id,
    group,
    label,
    aside: '',
    keys,
    run,
  });
  // By its own name before what else it is called; what was used last first.
  const rank = ({ id, label }: ScreenCommand): number =>
    (beginsWords(label, typed) ? 0 : 100) + (last.includes(id) ? 0 : 1);
  const ordered = typed.trim() === '' ? fits : fits.toSorted((a, b) => rank(a) - rank(b));
  const does = ordered.filter(({ id }) => !id.startsWith('go:')).map((command) => toLine(command, 'Do'));
  const screens = ordered.filter(({ id }) => id.startsWith('go:')).map((command) => toLine(command, 'Go to'));
  const places = cohorts.flatMap(({ id, name }): PaletteLine[] => [
    { id: `cohort:${id}`, group: 'Go to', label: `Cohort ${name}`, aside: '', run: () => go(`/cohorts/${id}`) },
    {
      id: `applicants:${id}`,
      group: 'Go to',
      label: `Applicants of ${name}`,
      aside: '',
      run: () => go(`/applicants/${id}`),
    },
    { id: `progress:${id}`, group: 'Go to', label: `Progress of ${name}`, aside: '', run: () => go(`/progress/${id}`) },
    { id: `fees:${id}`, group: 'Go to', label: `Fees of ${name}`, aside: '', run: () => go(`/fees/${id}`) },
    {
      id: `graduates:${id}`,
      group: 'Go to',
      label: `Graduates of ${name}`,
      aside: '',
      run: () => go(`/graduates/${id}`),
    },
  ]);
  if (typed.trim() === '') {
    const shown = screens.filter(({ id }) => !/^go:(?:settings|help)-/.test(id));
    const before = last.flatMap((id) => [...does, ...screens].find((line) => line.id === id) ?? []);
    return [
      ...before.map((line): PaletteLine => ({ ...line, group: 'Last' })),
      ...without(does, before),
      ...without(shown, before),
    ];
  }
  const hits = people.map(
    ({ personId, name, organization, standing }): PaletteLine => ({
      id: `person:${personId}`,
      group: 'People',
      label: name,
      aside: [standing, organization].filter(Boolean).join(' · '),
      run: () => go(personPath(personId, here)),
    }),
  );
  const found = places.filter(({ label }) => beginsWords(label, typed));
  return [...hits, ...does.slice(0, mostCommands), ...screens, ...found];
}
