import { describe, expect, it } from 'vitest';
import { decidePlace } from '../../../../main/rules/participant-changes/participant-changes.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { ParticipantAct, SeenPlace, TargetCohort } from '../../../../shared/model/participant-changes.ts';

const fee = (dollars: number) => Cents.parse(dollars * 100);
const golf = (more: Partial<TargetCohort> = {}): TargetCohort => ({
  name: 'Golf',
  status: 'open',
  fee: fee(75),
  place: null,
  application: null,
  ...more,
});
/** Keisha, enrolled in Foxtrot by an accepted application, with nothing paid and nothing attended. */
const keisha = (more: Partial<SeenPlace> = {}): SeenPlace => ({
  name: 'Keisha Garrett',
  from: { name: 'Foxtrot', fee: fee(75) },
  status: 'enrolled',
  application: 'accepted',
  attended: 0,
  makeUps: 0,
  paid: fee(0),
  elsewhere: [],
  appliedTo: [],
  to: null,
  ...more,
});
const stranger = (to: TargetCohort): SeenPlace => keisha({ from: null, status: null, application: null, to });

const decide = (act: ParticipantAct, seen: SeenPlace) => decidePlace(act, seen);

describe('what can’t be done', () => {
  it.each<[string, ParticipantAct, SeenPlace, string]>([
    [
      'a graduate withdrawn',
      'withdraw',
      keisha({ status: 'graduated' }),
      'has graduated with Foxtrot. Undo the graduation',
    ],
    ['a graduate moved', 'move', keisha({ status: 'graduated', to: golf() }), 'Undo the graduation first'],
    ['withdrawn twice', 'withdraw', keisha({ status: 'withdrawn' }), 'is withdrawn from Foxtrot already'],
    ['deferred twice', 'defer', keisha({ status: 'deferred', to: golf() }), 'is deferred from Foxtrot already'],
    ['moved without a place to move', 'move', keisha({ status: 'deferred', to: golf() }), 'Enroll them again first'],
    ['moved to where they are', 'move', keisha({ to: golf({ name: 'Foxtrot' }) }), 'is in Foxtrot already'],
    [
      'moved to where they have a place',
      'move',
      keisha({ to: golf({ place: 'withdrawn' }) }),
      'a place in Golf already: withdrawn',
    ],
    ['moved to a finished cohort', 'move', keisha({ to: golf({ status: 'finished' }) }), 'Golf is finished'],
    [
      'deferred to where they applied',
      'defer',
      keisha({ to: golf({ application: 'waiting' }) }),
      'has applied to Golf already',
    ],
    ['enrolled again though enrolled', 'enroll-again', keisha(), 'is enrolled in Foxtrot already'],
    [
      'enrolled again past the order',
      'enroll-again',
      keisha({ status: 'withdrawn', application: 'waiting' }),
      'Accept them under Applicants',
    ],
    ['added twice', 'add', stranger(golf({ place: 'enrolled' })), 'is in Golf already: enrolled'],
    ['added though they left', 'add', stranger(golf({ place: 'withdrawn' })), 'Enroll them again instead'],
    ['added past the order', 'add', stranger(golf({ application: 'submitted' })), 'so that the order is kept'],
    ['added to a finished cohort', 'add', stranger(golf({ status: 'finished' })), 'Golf is finished'],
  ])('%s', (_, act, seen, words) => {
    const { refused, does, warnings } = decide(act, seen);
    expect(refused).toContain(words);
    expect(refused).toMatch(/\.$/);
    expect([...does, ...warnings]).toEqual([]);
  });
});

describe('what a move does', () => {
  it('says of the application, the sessions, the fee and the make-ups what becomes of them', () => {
    const seen = keisha({ to: golf({ fee: fee(80) }), attended: 2, makeUps: 1, paid: fee(75) });
    expect(decide('move', seen)).toEqual({
      refused: null,
      does: [
        'goes from Foxtrot to Golf',
        'the application stays in Foxtrot, deferred with this reason, and its seat is free',
        '2 attended sessions continue to count',
        'the fee is $80 instead of $75; $75 paid stays on the account',
        '1 planned make-up stays',
      ],
      warnings: [],
    });
  });

  it('accepts an application that waits where they go', () => {
    expect(decide('move', keisha({ to: golf({ application: 'waiting' }) })).does).toContain(
      'the application to Golf is accepted',
    );
  });
});

describe('what the others do', () => {
  it.each<[string, ParticipantAct, SeenPlace, readonly string[]]>([
    [
      'withdrawing',
      'withdraw',
      keisha(),
      ['leaves Foxtrot, and the place is free', 'the application is withdrawn with it'],
    ],
    [
      'withdrawing someone of an old list',
      'withdraw',
      keisha({ application: null }),
      ['leaves Foxtrot, and the place is free'],
    ],
    [
      'deferring',
      'defer',
      keisha({ to: golf() }),
      ['leaves Foxtrot; the application goes to Golf and keeps its dates in the order there'],
    ],
    [
      'deferring to nowhere yet',
      'defer',
      keisha(),
      ['leaves Foxtrot; the application waits until a later cohort is open'],
    ],
    [
      'deferring without an application',
      'defer',
      keisha({ application: null, to: golf() }),
      ['leaves Foxtrot for a later cohort; there is no application to move'],
    ],
    [
      'enrolling again',
      'enroll-again',
      keisha({ status: 'withdrawn', application: 'withdrawn' }),
      ['has a place in Foxtrot again', 'the application is accepted again'],
    ],
    [
      'adding an accepted applicant',
      'add',
      stranger(golf({ application: 'accepted' })),
      ['becomes a participant of Golf by the accepted application'],
    ],
    ['adding a known person', 'add', stranger(golf()), ['becomes a participant of Golf without an application']],
  ])('%s', (_, act, seen, does) => {
    expect(decide(act, seen)).toMatchObject({ refused: null, does });
  });

  it('warn of money, of make-ups, and of other places', () => {
    expect(decide('withdraw', keisha({ paid: fee(75), makeUps: 2 })).warnings).toEqual([
      '$75 was paid: refund it under Fees if it goes back',
      '2 make-ups still planned',
    ]);
    const known = {
      ...stranger(golf()),
      elsewhere: [{ name: 'Alpha', status: 'graduated' as const }],
      appliedTo: ['Hotel'],
    };
    expect(decide('add', known).warnings).toEqual(['has graduated with Alpha already', 'has applied to Hotel too']);
  });
});
