import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { publishedList } from '../../../../main/features/credentials/status-lists.ts';
import { bakedInPng } from '../../../../main/open-badges/bake-png.ts';
import { bakedInSvg } from '../../../../main/open-badges/bake-svg.ts';
import { listedStatus } from '../../../../main/rules/credentials/status-bits.ts';
import { certificateNumber } from '../../../../shared/model/certificate-numbers.ts';
import { SignedOpenBadge } from '../../../../shared/model/open-badges/credential.ts';
import { SignedStatusList } from '../../../../shared/model/open-badges/status-list.ts';
import { isGoodToAnother } from '../../open-badges/another-verifier.ts';
import type { TestDesk } from '../../open-desk.ts';
import { day } from '../../seed-graduates.ts';
import { openIssued, passphrase } from '../certificates/foxtrot-issued.ts';

const number = (count: number): string => certificateNumber('AL-CTO', 'A', count);
const now = '2024-06-03T14:00:00.000Z';

/** Foxtrot's graduates with a key, and an address of the checking page where there is one. */
async function openSigning(names: readonly string[], address = 'https://www.example.org/al-cto/verify.html') {
  const issued = await openIssued(names);
  const { desk } = issued;
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('There is a program.');
  const { policy } = shown;
  if (address !== '') {
    await desk.call('program.revise', {
      policy: { ...policy, certificate: { ...policy.certificate, address } },
      note: 'The checking page has an address',
      effectiveOn: day('2024-06-03'),
    });
  }
  await desk.call('certificates.makeKey', { passphrase });
  return issued;
}

async function saved(desk: TestDesk, input: Parameters<typeof desk.call<'credentials.save'>>[1], name: string) {
  const file = path.join(desk.folder, name);
  desk.answers.saveFile = file;
  const written = await desk.call('credentials.save', input);
  return { file, written, bytes: readFileSync(file) };
}

async function checkedFile(desk: TestDesk, file: string) {
  desk.answers.openFile = file;
  const checked = await desk.call('certificates.check', {});
  const [check] = checked?.checks ?? [];
  if (!check) throw new Error('Nothing was checked.');
  return check;
}

test('a certificate is saved as JSON, PNG and SVG, and each is checked as the paper is', async () => {
  const { desk, foxtrot, graduates } = await openSigning(['Zoë Adams', 'Amy Zimmer']);
  const [zoe, amy] = graduates;
  if (!zoe || !amy) throw new Error('Two have graduated.');
  const one = { cohortId: foxtrot.id, participantIds: [zoe.id] };
  const json = await saved(desk, one, 'zoe.json');
  expect(json.written).toMatchObject({ holds: '1 digital badge', notes: [] });
  const badge = SignedOpenBadge.parse(JSON.parse(json.bytes.toString()));
  expect(badge.credentialSubject).toMatchObject({
    licenseNumber: number(1),
    term: 'Foxtrot',
    activityStartDate: '2023-10-16T00:00:00-05:00',
    activityEndDate: '2024-05-23T23:59:59-05:00',
    narrative: expect.stringContaining('Zoë Adams has completed the six courses'),
    achievement: {
      name: 'AL-CTO Certification',
      image: { id: expect.stringMatching(/^data:image\/png;base64,iVBOR/) },
    },
  });
  expect(badge.credentialSubject.result).toHaveLength(6);
  expect(await isGoodToAnother(badge, { now })).toBe(true);
  const png = await saved(desk, one, 'zoe.png');
  const svg = await saved(desk, one, 'zoe.svg');
  const baked = [...(bakedInPng(png.bytes) ?? []), ...bakedInSvg(svg.bytes.toString())].map((text) => JSON.parse(text));
  expect(baked).toEqual([badge, badge]);
  for (const { file } of [json, png, svg]) {
    expect(await checkedFile(desk, file)).toMatchObject({
      word: 'Valid',
      number: number(1),
      statement: { program: 'AL-CTO', name: 'Zoë Adams', cohort: 'Foxtrot', issuedOn: '2024-05-23', validUntil: null },
      differences: [],
    });
  }

  // One letter, an appended term, a proof that was cut off; a second badge in one picture, and half a picture.
  const changes: readonly [string, string][] = [
    ['letter', json.bytes.toString().replace('Zoë Adams', 'Zoë Adam')],
    ['term', json.bytes.toString().replace('{', '{"rank":"first",')],
    ['proof', JSON.stringify({ ...badge, proof: undefined })],
    ['purpose', json.bytes.toString().replace('assertionMethod', 'authentication')],
  ];
  for (const [name, text] of changes) {
    const file = path.join(desk.folder, `${name}.json`);
    writeFileSync(file, text);
    expect(await checkedFile(desk, file), name).toMatchObject({ word: 'Altered', record: null, profile: [] });
  }
  const half = path.join(desk.folder, 'half.png');
  writeFileSync(half, png.bytes.subarray(0, 5_000));
  desk.answers.openFile = half;
  expect((await desk.refusal('certificates.check', {})).sentence).toContain('saved only in part');
  const list = path.join(desk.folder, 'list.json');
  writeFileSync(list, '{"people":[]}');
  desk.answers.openFile = list;
  expect((await desk.refusal('certificates.check', {})).sentence).toContain('holds no digital badge');

  // What became of it since.
  await desk.call('people.revise', { personId: zoe.personId, certificateName: 'Zoë Adams, Ed.D.' });
  await desk.call('graduates.reissue', { participantIds: [zoe.id] });
  expect(await checkedFile(desk, png.file)).toMatchObject({ word: 'Replaced', state: { by: number(3) } });
  const amys = await saved(desk, { cohortId: foxtrot.id, participantIds: [amy.id] }, 'amy.svg');
  await desk.call('certificates.revoke', { number: number(2), reason: 'Issued by mistake' });
  expect(await checkedFile(desk, amys.file)).toMatchObject({ word: 'Revoked', state: { reason: 'Issued by mistake' } });

  // The list tells anyone else.
  desk.answers.folder = desk.folder;
  const lists = await desk.call('credentials.saveStatusLists', {});
  expect(lists?.holds).toBe('the status of all badges in status-1.json, 2 of them revoked or replaced');
  const signed = SignedStatusList.parse(JSON.parse(readFileSync(path.join(desk.folder, 'status-1.json'), 'utf8')));
  expect(await isGoodToAnother(signed, { now: '2024-06-03T14:00:00.001Z' })).toBe(true);
  const published = publishedList(signed);
  const statusOf = async (name: string): Promise<string | null> => {
    const text = readFileSync(path.join(desk.folder, name), 'utf8');
    const { credentialStatus } = SignedOpenBadge.parse(JSON.parse(text));
    return published && credentialStatus ? listedStatus(credentialStatus, published) : null;
  };
  expect(await statusOf('zoe.json')).toBe('revoked');
  const again = await saved(desk, { cohortId: foxtrot.id, participantIds: [zoe.id] }, 'again.json');
  expect(await statusOf(path.basename(again.file))).toBe('clear');
  desk.answers.openFile = path.join(desk.folder, 'status-1.json');
  expect((await desk.refusal('certificates.check', {})).sentence).toContain('not a badge');

  // A key that may be in someone else's hands: what it signed proves nothing, and a new badge does.
  await desk.call('certificates.replaceKey', { ending: 'stolen', passphrase });
  expect(await checkedFile(desk, again.file)).toMatchObject({ state: { kind: 'not-known', why: 'withdrawn-key' } });
  const anew = await saved(desk, { cohortId: foxtrot.id, participantIds: [zoe.id] }, 'new.png');
  expect(await checkedFile(desk, anew.file)).toMatchObject({ word: 'Valid', statement: { name: 'Zoë Adams, Ed.D.' } });
});

test('a cohort’s badges come in a ZIP, each in its three forms', async () => {
  const { desk, foxtrot } = await openSigning(['Zoë Adams', 'Amy Zimmer, Ed.D.'], '');
  const { bytes, written } = await saved(desk, { cohortId: foxtrot.id }, 'foxtrot.zip');
  const files = Object.entries(unzipSync(bytes));
  expect(files.map(([name]) => name)).toEqual(
    [`${number(1)} Zoë Adams`, `${number(2)} Amy Zimmer, Ed.D`].flatMap((name) =>
      ['json', 'png', 'svg'].map((end) => `${name}.${end}`),
    ),
  );
  expect(written?.notes).toEqual([expect.stringContaining('Settings has no address')]);
  const [, content = new Uint8Array()] = files[0] ?? [];
  const badge = SignedOpenBadge.parse(JSON.parse(Buffer.from(content).toString()));
  expect(badge).not.toHaveProperty('credentialStatus');
  desk.answers.folder = desk.folder;
  expect((await desk.refusal('credentials.saveStatusLists', {})).sentence).toContain('no address of the checking page');

  // Several badges are no picture, and no file has a kind that no badge is.
  const before = readdirSync(desk.folder);
  desk.answers.saveFile = path.join(desk.folder, 'all.png');
  expect((await desk.refusal('credentials.save', { cohortId: foxtrot.id })).sentence).toContain('holds one badge');
  expect(readdirSync(desk.folder)).toEqual(before);
});

test('without a key nothing is saved, and it is said what to do', async () => {
  const { desk, foxtrot } = await openIssued(['Zoë Adams']);
  desk.answers.saveFile = path.join(desk.folder, 'zoe.png');
  expect((await desk.refusal('credentials.save', { cohortId: foxtrot.id })).sentence).toContain('Make one in Settings');
});

test('a badge of another program is of another issuer, also where its proof is of another kind', async () => {
  const [ours, theirs] = [await openSigning(['Zoë Adams'], ''), await openSigning(['Zoë Adams'], '')];
  const { file, bytes } = await saved(theirs.desk, { cohortId: theirs.foxtrot.id }, 'theirs.json');
  expect(await checkedFile(ours.desk, file)).toMatchObject({ word: 'Another issuer', record: null, statement: null });
  writeFileSync(file, bytes.toString().replace('eddsa-rdfc-2022', 'ecdsa-rdfc-2019'));
  expect(await checkedFile(ours.desk, file)).toMatchObject({ word: 'Another issuer' });
  expect(await checkedFile(theirs.desk, file)).toMatchObject({ word: 'Altered' });
});
