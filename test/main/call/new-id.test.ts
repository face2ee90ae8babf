import { expect, test } from 'vitest';
import { idSource } from '../../../main/call/new-id.ts';
import { CommandId } from '../../../shared/model/ids.ts';

test('gives ids in ascending order and never one twice, whatever the clock does', () => {
  let clock = 1_717_423_200_000;
  const newId = idSource(() => clock);
  const ids: string[] = [];
  for (let count = 0; count < 5_000; count += 1) {
    if (count % 700 === 0) clock += 1;
    if (count === 3_000) clock -= 60_000;
    ids.push(newId());
  }
  expect(ids).toEqual([...new Set(ids)].sort());
  expect(CommandId.parse(ids[0])).toBe(ids[0]);
});

test('two sources at one moment share nothing', () => {
  const sources = [idSource(() => 1_717_423_200_000), idSource(() => 1_717_423_200_000)];
  const ids = sources.flatMap((newId) => Array.from({ length: 1_000 }, newId));
  expect(new Set(ids.map((id) => id.slice(14))).size).toBe(ids.length);
});
