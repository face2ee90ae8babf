import { expect, test } from 'vitest';
import { runDesk } from '../../main/headless.ts';

const inputs = async (): Promise<ReadonlyMap<string, string>> => {
  const { stdout } = await runDesk(['--help']);
  const lines = stdout.slice(stdout.indexOf('Calls:')).split('\n');
  return new Map(
    [...lines.join('\n').matchAll(/^ {2}(\S+) (.*)$/gm)].map(([, name = '', input = '']) => [name, input]),
  );
};

test('--help says what every call takes; only a preview takes the input of another call, and only rules have parts within parts', async () => {
  const vague = [...(await inputs())].filter(([, input]) => /\b(any|array|object)\b/.test(input));
  expect(vague.map(([name]) => name)).toEqual([
    'papers.preview',
    'recertification.contradictions',
    'recertification.example',
  ]);
});

test.each([
  ['attendance.match', '{ is: "known", personId: uuid } | { is: "new", givenName: string, familyName: string'],
  ['fees.receive', 'shares: { split: "owed", participantIds: [uuid, …] } | { split: "evenly"'],
  ['duplicates.compare', '{ personIds: [uuid, uuid] }'],
  ['applicants.answer', 'highestPost?: "yes" | "no" | null, yearsInEducation?: number | null'],
  ['requirements.tick', 'days?: { [uuid]: date }'],
  ['history.redo', ''],
])('--help shows the choices and the pairs that %s takes', async (name, input) => {
  expect((await inputs()).get(name)).toContain(input);
});
