import { expect, it } from 'vitest';
import { readHelp } from '../../../../renderer/features/help/markup.ts';

const text = (said: string) => ({ kind: 'text', text: said });

it('a page has its title, what else people call it, and its parts in their order', () => {
  const page = readHelp(
    [
      '# Plan the year',
      'Also: schedule calendar',
      '',
      'Two lines',
      'of one paragraph.',
      '',
      '![The schedule](year)',
      '',
      '## One session',
      '',
      '1. Press **Save**, or `Mod+S`.',
      '2. See [backups](backups)',
      '   and go on.',
      '',
      '- A point',
    ].join('\n'),
  );
  expect(page.title).toBe('Plan the year');
  expect(page.also).toBe('schedule calendar');
  expect(page.blocks[0]).toEqual({ kind: 'paragraph', parts: [text('Two lines of one paragraph.')] });
  expect(page.blocks[1]).toEqual({ kind: 'picture', says: 'The schedule', name: 'year' });
  expect(page.blocks.slice(2)).toEqual([
    { kind: 'heading', parts: [text('One session')] },
    {
      kind: 'steps',
      items: [
        [text('Press '), { kind: 'label', text: 'Save' }, text(', or '), { kind: 'keys', text: 'Mod+S' }, text('.')],
        [text('See '), { kind: 'link', text: 'backups', page: 'backups' }, text(' and go on.')],
      ],
    },
    { kind: 'points', items: [[text('A point')]] },
  ]);
});
