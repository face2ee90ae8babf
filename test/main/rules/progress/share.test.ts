import { expect, test } from 'vitest';
import { shareOf } from '../../../../main/rules/progress/completion.ts';
import type { SeenSession } from '../../../../shared/model/graduates.ts';
import { CourseId, SessionId } from '../../../../shared/model/ids.ts';
import { day } from '../al-cto.ts';

const seen: SeenSession = {
  sessionId: SessionId.parse('018f0000-0000-7000-8000-000000000001'),
  courseId: CourseId.parse('law-ethics'),
  heldOn: day('2024-06-03'),
  own: true,
  assigned: false,
  standing: 'partly',
  excused: false,
  hours: 0,
  ofHours: 0,
};

test.each<[string, Partial<SeenSession>, number]>([
  ['half of a day', { hours: 3.75, ofHours: 7.5 }, 0.5],
  ['half of a session of one hour', { hours: 0.5, ofHours: 1 }, 0.5],
  ['a third of a session of three quarters of an hour', { hours: 0.25, ofHours: 0.75 }, 1 / 3],
  ['a session without hours, where the person was there', { standing: 'present' }, 1],
  ['a session without hours, where the person was not', { standing: 'not-in' }, 0],
])('the share of %s', (_, facts, share) => {
  expect(shareOf({ ...seen, ...facts })).toBeCloseTo(share, 10);
});
