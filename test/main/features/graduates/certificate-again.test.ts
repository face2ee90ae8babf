import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openForReading } from '../../../../main/database/open.ts';
import { update } from '../../../../main/log/change.ts';
import type { CertificateId } from '../../../../shared/model/ids.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { seedChanges } from '../../seed.ts';
import { day } from '../../seed-graduates.ts';
import { openFoxtrot } from './a-foxtrot.ts';

type Foxtrot = Awaited<ReturnType<typeof openFoxtrot>>;
let desk: Foxtrot['desk'];
let seed: Foxtrot['seed'];
let foxtrot: Foxtrot['foxtrot'];
let attended: Foxtrot['attended'];
let graduating: Foxtrot['graduating'];

beforeEach(async () => {
  ({ desk, seed, foxtrot, attended, graduating } = await openFoxtrot());
});

describe('A certificate printed again', () => {
  /** The texts of the pages, as the file has them. */
  async function printed(): Promise<string[]> {
    desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
    const { file } = (await desk.call('graduates.printCertificates', { cohortId: foxtrot.id })) ?? {};
    if (file === undefined) throw new Error('Nothing was printed.');
    return pdfPages(readFileSync(file)).map((lines) => lines.map((line) => line.trim()).join(' '));
  }

  async function change(part: Partial<Policy>, effectiveOn: string): Promise<void> {
    const program = await desk.call('program.show', {});
    if (!program) throw new Error('No program');
    const policy = { ...program.policy, ...part };
    await desk.call('program.revise', { policy, effectiveOn: day(effectiveOn), note: 'The board decided' });
  }

  const otherWords = {
    address: '',
    design: 'classic' as const,
    title: 'Diploma',
    statement: '{name} is a diplomate of {program}.',
    overruledStatement: '{name} was let through.',
    signatories: [{ name: 'Somebody Else', role: 'President' }],
  };

  test('says what it said, whatever became of the words, the signatories, the program’s and the cohort’s name', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', { ...graduating([]), participantIds: 'all-who-may' });
    const first = await printed();
    expect(first[0]).toContain('has completed the six courses of the AL-CTO program with the Foxtrot Cohort');
    expect(first[0]).toContain('Stacy Royster Program Lead');
    const program = await desk.call('program.show', {});
    if (!program) throw new Error('No program');
    await change(
      {
        certificate: otherWords,
        program: { ...program.policy.program, name: 'TX-CTO', organization: 'TALET' },
      },
      '2024-06-03',
    );
    await desk.call('cohorts.revise', { cohortId: foxtrot.id, name: 'Foxtrot II' });
    desk.now = '2031-06-04T14:00:00.000Z';
    expect(await printed()).toEqual(first);
  });

  test('says so of one from before papers were kept: the version that it was issued under has its words', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const first = await printed();
    const database = openForReading(desk.databaseFile);
    const certificate = database.get<{ id: CertificateId }>('SELECT id FROM certificate');
    database.close();
    if (!certificate) throw new Error('No certificate');
    await seedChanges(desk, [update('certificate', certificate.id, { paper: null })]);
    await change({ certificate: otherWords }, '2024-06-03');
    expect(await printed()).toEqual(first);
  });

  test('does not say that all courses were completed by somebody who was graduated against the rule', async () => {
    const [zoe, beau] = [attended('Zoë Adams'), attended('Beau Miller', 5)];
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe, beau], 'Taught the course in Golf'));
    const [ofZoe, ofBeau] = await printed();
    expect(ofZoe).toContain('Zoë Adams has completed the six courses');
    expect(ofBeau).toContain('Beau Miller is a graduate of the AL-CTO program');
    expect(ofBeau).toContain('by decision of the program leads');
    expect(ofBeau).not.toContain('completed');
  });

  test('and one issued after the change has the new words', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await change({ certificate: otherWords }, '2024-06-03');
    await desk.call('graduates.graduate', graduating([zoe]));
    expect((await printed())[0]).toContain('Zoë Adams is a diplomate of AL-CTO.');
  });
});

describe('A certificate with a wrong name', () => {
  test('is replaced by one with the name on record, a number of its own, and the same day', async () => {
    const zoe = attended('Zoe Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    await desk.call('people.revise', { personId: zoe.personId, certificateName: 'Zoë Adams, Ed.D.' });
    const shown = () => desk.call('graduates.show', { participantId: zoe.id });
    expect((await shown()).issuedTo).toBe('Zoe Adams');
    await desk.call('graduates.reissue', { participantIds: [zoe.id] });
    const { issuedTo, row, history } = await shown();
    expect({ issuedTo, number: row.certificate }).toEqual({
      issuedTo: 'Zoë Adams, Ed.D.',
      number: 'AL-CTO-100023',
    });
    expect(row.graduatedOn).toBe('2024-05-23');
    expect(history.map(({ sentence }) => sentence)).toContain(
      'Certificate replaced by a new one: “Reissued to Zoë Adams, Ed.D.”',
    );
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe('Reissued AL-CTO-100014 to “Zoë Adams, Ed.D.”');
    await desk.call('history.undo', {});
    expect((await shown()).issuedTo).toBe('Zoe Adams');
  });

  test('is not reissued where it says what the record says, or where there is none', async () => {
    const [zoe, beau] = [attended('Zoë Adams'), attended('Beau Miller', 5)];
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    expect((await desk.refusal('graduates.reissue', { participantIds: [zoe.id] })).sentence).toBe(
      'AL-CTO-100014 says “Zoë Adams”, as the record does. Correct the name there first.',
    );
    expect((await desk.refusal('graduates.reissue', { participantIds: [beau.id] })).sentence).toMatch(
      /^This person has no certificate\./,
    );
  });
});
