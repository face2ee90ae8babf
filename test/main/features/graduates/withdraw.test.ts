import { beforeEach, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, year);
  zoe = seed.participant(foxtrot, 'Zoë Adams');
  for (const session of sessions) seed.checkIn(session, zoe);
  await seed.write(desk);
  await graduate();
});

const graduate = (graduatedOn = '2024-05-23') =>
  desk.call('graduates.graduate', {
    cohortId: foxtrot.id,
    participantIds: [zoe.id],
    graduatedOn: day(graduatedOn),
  });
const withdraw = () =>
  desk.call('graduates.withdraw', { participantIds: [zoe.id], reason: 'Graduated the wrong Adams' });
const check = async (number: string) => (await desk.call('certificates.check', { text: number }))?.checks[0];
const shown = () => desk.call('graduates.show', { participantId: zoe.id });

test('a graduation that was a mistake is withdrawn: its certificate is revoked, and says why', async () => {
  expect(await withdraw()).toEqual({ withdrawn: 1 });
  expect(await check('AL-CTO-100014')).toMatchObject({
    word: 'Revoked',
    state: { kind: 'revoked', on: '2024-06-03', reason: 'Graduated the wrong Adams' },
  });
  const { row, revoked, issuedTo, decided, history } = await shown();
  expect(row).toMatchObject({ verdict: 'may-graduate', graduatedOn: null, certificate: null });
  expect([issuedTo, decided]).toEqual([null, null]);
  expect(revoked).toBe('AL-CTO-100014 was revoked on Jun 3, 2024: Graduated the wrong Adams');
  expect(history.map(({ sentence }) => sentence)).toContain('Certificate revoked: “Graduated the wrong Adams”');
  const [last] = (await desk.call('history.list', {})).rows;
  expect(last?.label).toBe('Withdrew the graduation of Zoë Adams: “Graduated the wrong Adams”');
});

test('one undo makes the certificate good again', async () => {
  await withdraw();
  await desk.call('history.undo', {});
  expect(await check('AL-CTO-100014')).toMatchObject({ word: 'Valid number' });
  expect((await shown()).row).toMatchObject({
    verdict: 'graduated',
    graduatedOn: '2024-05-23',
    certificate: 'AL-CTO-100014',
  });
});

test('who graduates rightly later gets a certificate of their own; the revoked number goes on saying so', async () => {
  await withdraw();
  await graduate('2024-06-02');
  const { row, revoked } = await shown();
  expect(row).toMatchObject({ certificate: 'AL-CTO-100023', graduatedOn: '2024-06-02' });
  expect(revoked).toBeNull();
  expect(await check('AL-CTO-100014')).toMatchObject({ word: 'Revoked' });
  expect(await check('AL-CTO-100023')).toMatchObject({ word: 'Valid number' });
});

test('nothing is withdrawn of who has not graduated, and nothing twice', async () => {
  await withdraw();
  const refused = await desk.refusal('graduates.withdraw', { participantIds: [zoe.id], reason: 'Again' });
  expect(refused.sentence).toBe('Zoë Adams has not graduated, so there is nothing to withdraw.');
});

test('the number of a graduation that was undone goes on to the one that came instead', async () => {
  await desk.call('history.undo', {});
  expect(await check('AL-CTO-100014')).toMatchObject({ word: 'Revoked' });
  await graduate();
  expect((await shown()).row.certificate).toBe('AL-CTO-100023');
  expect(await check('AL-CTO-100014')).toMatchObject({
    word: 'Replaced',
    state: { kind: 'superseded', by: 'AL-CTO-100023' },
  });
});

test('due dates go with the graduation, but not one that documents came in for', async () => {
  const seed = new Seed();
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  const [ana, bo] = [seed.graduate(alpha, 'Ana Alvarez', '2019-06-30'), seed.graduate(alpha, 'Bo Burr', '2019-06-30')];
  seed.due(ana, '2022-06-01');
  seed.due(bo, '2022-06-01');
  await seed.write(desk);
  const { row } = await desk.call('recertification.show', { participantId: bo.id });
  await desk.call('recertification.receive', { dueIds: [row.dueId as never], receivedOn: day('2022-05-01') });
  await desk.call('graduates.withdraw', { participantIds: [ana.id, bo.id], reason: 'Not on the list' });
  const dues = (await desk.call('history.list', {})).rows[0];
  expect(dues?.label).toBe('Withdrew the graduation of 2 graduates: “Not on the list”');
  expect((await desk.call('graduates.list', { cohortId: alpha.id })).counts.graduates).toBe(0);
  await desk.call('history.undo', {});
  expect((await desk.call('recertification.show', { participantId: ana.id })).row.dueOn).toBe('2022-06-01');
});
