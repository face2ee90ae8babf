import { describe, expect, test } from 'vitest';
import { insert, remove, update } from '../../../main/log/change.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import * as ids from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { somebody, someCohort } from '../database-for-test.ts';
import { ada, application, at, bo, form, foxtrot, meetAgain, program, rows, whys } from './met-program.ts';

describe('two cohorts of one name', () => {
  test('both stay; the later one carries its laptop’s letter until a lead gives it another name', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf', seats: 20 })));
    const theirs = someCohort({ name: 'Golf', seats: 25 });
    await two.makes('Opened Golf', insert('cohort', theirs));
    await meetAgain(laptops);
    expect(rows(one, 'cohort', 'name', 'seats')).toEqual([
      { name: 'Foxtrot', seats: 30 },
      { name: 'Golf', seats: 20 },
      { name: 'Golf (laptop B)', seats: 25 },
    ]);
    expect(whys(one)).toEqual(['cohort renamed']);
    await one.makes('Renamed', update('cohort', theirs.id, { name: 'Hotel' }));
    await meetAgain(laptops);
    expect(rows(two, 'cohort', 'name')).toEqual([{ name: 'Foxtrot' }, { name: 'Golf' }, { name: 'Hotel' }]);
    expect(whys(two)).toEqual([]);
  });

  test('are one name each again where the first is renamed or undone', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf', seats: 20 })));
    await two.makes('Opened Golf', insert('cohort', someCohort({ name: 'Golf', seats: 25 })));
    await meetAgain(laptops);
    expect(await one.undoes()).toBe(true);
    expect(rows(one, 'cohort', 'name', 'seats')).toEqual([
      { name: 'Foxtrot', seats: 30 },
      { name: 'Golf', seats: 25 },
    ]);
    await meetAgain(laptops);
    expect(whys(two)).toEqual([]);
  });
});

describe('someone who was merged into another', () => {
  test('is who stays, for whatever another laptop still says of them, before or after', async () => {
    const { laptops, one, two } = await program(2);
    await two.makes('Applied', insert('application', application(two, ada.id)));
    await two.makes('Corrected the phone', update('person', ada.id, { phone: '9' }));
    one.minute = 5;
    await one.merges(ada.id, bo.id);
    two.minute = 10;
    await two.makes('Corrected the title', update('person', ada.id, { jobTitle: 'Principal' }));
    await meetAgain(laptops);
    expect(rows(one, 'person', 'id', 'givenName', 'phone', 'jobTitle')).toEqual([
      { id: bo.id, givenName: 'Bo', phone: '9', jobTitle: 'Principal' },
    ]);
    expect(rows(one, 'application', 'personId')).toEqual([{ personId: bo.id }]);
    expect(rows(one, 'mergedPerson', 'id', 'keptId')).toEqual([{ id: ada.id, keptId: bo.id }]);
    // Once more, by someone who still has not heard of it.
    expect(await one.undoes()).toBe(false);
  });

  test('has one application where both laptops took one in, with every form and the decision that came last', async () => {
    const { laptops, one, two } = await program(2);
    const [theirs, ours] = [application(two, ada.id), application(one, bo.id)];
    await one.makes('Took in both', insert('application', ours), insert('application', theirs), form(one, theirs.id));
    await meetAgain(laptops);
    one.minute = 20;
    await one.merges(ada.id, bo.id);
    two.minute = 25;
    await two.makes('Accepted', update('application', theirs.id, { status: 'accepted' }), form(two, theirs.id));
    await meetAgain(laptops);
    expect(rows(two, 'application', 'id', 'personId', 'status')).toEqual([
      { id: ours.id, personId: bo.id, status: 'accepted' },
    ]);
    expect(rows(two, 'submission', 'applicationId')).toEqual([{ applicationId: ours.id }, { applicationId: ours.id }]);
  });

  test('here and the other way round there is one person, the one whom the first merge kept', async () => {
    const { laptops, one, two } = await program(2);
    await one.merges(ada.id, bo.id);
    await two.merges(bo.id, ada.id);
    await two.makes('Applied', insert('application', application(two, ada.id)));
    await meetAgain(laptops);
    expect(rows(one, 'person', 'id')).toEqual([{ id: bo.id }]);
    expect(rows(one, 'application', 'personId')).toEqual([{ personId: bo.id }]);
    expect(rows(one, 'mergedPerson', 'id', 'keptId')).toEqual([{ id: ada.id, keptId: bo.id }]);
  });

  test('and that one into a third: all of it is the third’s', async () => {
    const { laptops, one, two, three } = await program(3);
    const cleo = somebody({ givenName: 'Cleo' });
    await one.makes('Added Cleo', insert('person', cleo));
    await meetAgain(laptops);
    await one.merges(ada.id, bo.id);
    await two.hearsAll(one);
    two.minute = 30;
    await two.merges(bo.id, cleo.id);
    await three.makes('Applied', insert('application', application(three, ada.id)));
    await meetAgain(laptops);
    expect(rows(three, 'application', 'personId')).toEqual([{ personId: cleo.id }]);
  });

  test('comes back with what is theirs by the undo of the merge', async () => {
    const { laptops, one, two } = await program(2);
    await one.merges(ada.id, bo.id);
    await two.makes('Applied', insert('application', application(two, ada.id)));
    await meetAgain(laptops);
    expect(rows(one, 'application', 'personId')).toEqual([{ personId: bo.id }]);
    one.minute = 30;
    expect(await one.undoes()).toBe(true);
    expect(rows(one, 'application', 'personId')).toEqual([{ personId: ada.id }]);
    await meetAgain(laptops);
    expect(whys(two)).toEqual([]);
  });
});

test('of one name that two laptops gave to what they saved, one row stays: the first one, as the later one has it', async () => {
  const { laptops, one, two } = await program(2);
  const saved = (laptop: typeof one, header: string) => ({
    id: ids.SavedMappingId.parse(laptop.newId()),
    name: 'Spring form',
    kind: 'applications' as const,
    shapes: toJson([{ headers: [header], fields: [null] }]),
    savedAt: at,
  });
  const [first, later] = [saved(one, 'A'), saved(two, 'B')];
  await one.makes('Saved the columns', insert('savedMapping', first));
  await two.makes('Saved the columns', insert('savedMapping', later));
  await meetAgain(laptops);
  expect(rows(two, 'savedMapping', 'id', 'name', 'shapes')).toEqual([
    { id: first.id, name: 'Spring form', shapes: later.shapes },
  ]);
});

describe('a row that was removed', () => {
  test('comes back where another laptop’s row points to it, and goes again with that', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Took the cohort off', remove('cohort', foxtrot.id));
    await two.makes('Applied', insert('application', application(two, ada.id)));
    await meetAgain(laptops);
    expect(rows(one, 'cohort', 'name')).toEqual([{ name: 'Foxtrot' }]);
    expect(whys(one)).toEqual(['cohort came-back']);
    two.minute = 30;
    expect(await two.undoes()).toBe(true);
    await meetAgain(laptops);
    expect(rows(one, 'cohort', 'name')).toEqual([]);
    expect(whys(one)).toEqual([]);
  });

  test('stays gone where another laptop only changed it', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Took Bo off', remove('person', bo.id));
    await two.makes('Corrected Bo', update('person', bo.id, { phone: '7' }));
    await meetAgain(laptops);
    expect(rows(two, 'person', 'id')).toEqual([{ id: ada.id }]);
  });
});

test('a row waits until the one that it points to comes in; one that is there keeps its value so long', async () => {
  const { laptops, one, two, three } = await program(3);
  const lee = { id: ids.OrganizationId.parse(two.newId()), name: 'Lee County', kind: 'school-system' } as const;
  await two.makes('Added Lee County', insert('organization', lee));
  await three.hearsAll(two);
  const zoe = somebody({ givenName: 'Zoë', organizationId: lee.id });
  await three.makes(
    'Added Zoë',
    insert('person', zoe),
    update('person', ada.id, { organizationId: lee.id, phone: '8' }),
  );
  await one.hears(three, three.device.id);
  expect(rows(one, 'person', 'givenName', 'phone', 'organizationId')).toEqual([
    { givenName: 'Ada', phone: '1', organizationId: null },
    { givenName: 'Bo', phone: '2', organizationId: null },
  ]);
  expect(whys(one)).toEqual(['person waits', 'person waits']);
  await one.hears(two, two.device.id);
  expect(rows(one, 'person', 'givenName', 'phone', 'organizationId')).toEqual([
    { givenName: 'Ada', phone: '8', organizationId: lee.id },
    { givenName: 'Bo', phone: '2', organizationId: null },
    { givenName: 'Zoë', phone: null, organizationId: lee.id },
  ]);
  expect(whys(one)).toEqual([]);
  await meetAgain(laptops);
});

test('what belongs together is never half of one laptop’s and half of the other’s', async () => {
  const { laptops, one, two } = await program(2);
  const applied = application(one, ada.id);
  const day = CivilDate.parse('2024-06-01');
  const offer = {
    id: ids.SeatOfferId.parse(one.newId()),
    applicationId: applied.id,
    offeredOn: day,
    replyBy: day,
    overruleReason: null,
    answer: 'taken',
    answeredOn: day,
  } as const;
  await one.makes('Offered', insert('application', applied), insert('seatOffer', offer));
  await meetAgain(laptops);
  one.minute = 20;
  await one.makes('Took it back', update('seatOffer', offer.id, { answer: 'open', answeredOn: null }));
  two.minute = 21;
  await two.makes('Lapsed', update('seatOffer', offer.id, { answer: 'lapsed' }));
  await meetAgain(laptops);
  expect(rows(one, 'seatOffer', 'answer', 'answeredOn')).toEqual([{ answer: 'lapsed', answeredOn: day }]);
});
