import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { InputOf } from '../../../../shared/api.ts';
import type { PersonId } from '../../../../shared/model/ids.ts';
import { type FormRow, type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const sound: FormRow = { name: 'Ada Quill', email: 'ada@example.org', phone: '2565550112' };

const needsALook = async (desk: Foxtrot) => {
  const { rows, counts } = await desk.call('applicants.list', { cohortId: desk.cohortId, show: 'needs-a-look' });
  expect(counts['needs-a-look']).toBe(rows.length);
  expect((await desk.call('desk.status', {})).counts.needsALook).toBe(rows.length);
  return rows.map(({ name }) => name);
};

const notesOn = async (desk: Foxtrot, personId: PersonId) =>
  (await desk.call('people.toCorrect', { personId })).map(({ sentence }) => sentence);

describe('what an import says must be corrected needs a look until it is', () => {
  /** What a row says that has to be corrected, and the correction of it. */
  const slips: readonly (readonly [
    what: string,
    row: FormRow,
    says: RegExp,
    correct: (desk: Foxtrot) => Promise<void>,
  ])[] = [
    ['an e-mail address', { ...sound, email: 'ada at example' }, /E-mail|Email/, revised({ email: 'ada@example.org' })],
    ['a phone number', { ...sound, phone: '555-01' }, /“555-01” in “Phone”/, revised({ phone: '2565550112' })],
    ['a last name', { ...sound, name: 'Ada' }, /Last Name/, revised({ familyName: 'Quill' })],
    [
      'a school system',
      { ...sound, system: 'Lea Conty Schools' },
      /isn’t on the list|is not on the list/,
      async (desk) => {
        const { rows } = await desk.call('organizations.list', { search: 'Lee County' });
        const organizationId = rows[0]?.organizationId;
        if (!organizationId) throw new Error('Lee County Schools is not listed.');
        await revised({ organizationId })(desk);
      },
    ],
    [
      'a membership that decides nothing',
      { ...sound, membership: 'the blue one' },
      /“the blue one” in “ALET Membership”/,
      async (desk) => {
        const { applicationId } = await theOne(desk);
        await desk.call('applicants.answer', { applicationId, membership: 'general' });
      },
    ],
  ];

  test.each(slips)('%s', async (_, row, says, correct) => {
    const desk = await openFoxtrot();
    // Someone whose form is sound, so that the school system is on the list.
    await desk.apply([{ name: 'Bo Reed' }]);
    await desk.apply([row], 'second.csv');
    const { personId } = await theOne(desk);
    expect((await needsALook(desk)).length).toBe(1);
    expect((await notesOn(desk, personId)).join()).toMatch(says);
    await correct(desk);
    expect(await notesOn(desk, personId)).toEqual([]);
    expect(await needsALook(desk)).toEqual([]);
  });

  it('and takes no one’s place in the order', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...sound, phone: '555-01' }, { name: 'Bo Reed' }]);
    expect(await desk.applicant('Ada Quill')).toMatchObject({ place: 1, verdict: 'within-seats', toCorrect: true });
    expect(await desk.call('applicants.list', { cohortId: desk.cohortId })).toMatchObject({
      undecided: 0,
      acceptable: 2,
    });
  });

  it('or until a lead says that it is right as it is, which can be undone', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...sound, phone: '555-01' }]);
    const { personId } = await theOne(desk);
    const [note] = await desk.call('people.toCorrect', { personId });
    if (!note) throw new Error('Nothing was noted.');
    await desk.call('people.settleNote', { noteId: note.noteId });
    expect(await needsALook(desk)).toEqual([]);
    expect((await desk.refusal('people.settleNote', { noteId: note.noteId })).sentence).toMatch(/settled already/);
    await desk.call('history.undo', {});
    expect(await needsALook(desk)).toEqual(['Ada Quill']);
  });

  it('and a correct form that comes later settles it', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...sound, phone: '555-01', sent: '2024/04/02 9:00:00 AM CDT' }]);
    expect(await needsALook(desk)).toEqual(['Ada Quill']);
    await desk.apply([{ ...sound, sent: '2024/04/09 9:00:00 AM CDT' }], 'again.csv');
    expect(await needsALook(desk)).toEqual([]);
  });

  it('and goes with the import that is undone', async () => {
    const desk = await openFoxtrot();
    const before = desk.hash();
    await desk.apply([{ ...sound, phone: '555-01' }]);
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
  });

  it('but not for what is known already where a cell is empty', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...sound, sent: '2024/04/02 9:00:00 AM CDT' }]);
    await desk.apply([{ ...sound, years: '', sent: '2024/04/09 9:00:00 AM CDT' }], 'again.csv');
    expect(await needsALook(desk)).toEqual([]);
  });

  it('and for a withdrawn application that came in again, until a lead decides whether it stands', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...sound, sent: '2024/04/02 9:00:00 AM CDT' }]);
    const { applicationId } = await theOne(desk);
    await desk.call('applicants.setStatus', {
      applicationIds: [applicationId],
      status: 'withdrawn',
      reason: 'Moved away',
    });
    await desk.apply([{ ...sound, years: '8', sent: '2024/04/09 9:00:00 AM CDT' }], 'again.csv');
    expect(await needsALook(desk)).toEqual(['Ada Quill']);
    await desk.call('applicants.setStatus', { applicationIds: [applicationId], status: 'submitted', reason: null });
    expect(await needsALook(desk)).toEqual([]);
  });
});

describe('a list of graduates', () => {
  it('leaves its graduates under “Needs a look” until the address and the date are corrected', async () => {
    const desk = await openFoxtrot();
    desk.answers.openFile = path.join(desk.folder, 'alpha.csv');
    writeFileSync(
      desk.answers.openFile,
      [
        'First Name,Last Name,E-mail,Cohort,Graduated',
        'Ada,Quill,ada at example,Alpha,3/2/2020',
        'Bo,Reed,bo@example.org,Alpha,"June, I think"',
        'Cy,Marrow,cy@example.org,Alpha,3/2/2020',
      ].join('\r\n'),
    );
    await desk.call('imports.apply', {});
    const open = async () => {
      const { rows, counts } = await desk.call('graduates.list', { show: 'needs-a-look' });
      expect(counts['needs-a-look']).toBe(rows.length);
      return rows.map(({ name }) => name);
    };
    expect(await open()).toEqual(['Ada Quill', 'Bo Reed']);
    const { rows } = await desk.call('graduates.list', { show: 'needs-a-look', search: 'quill' });
    expect(rows.map(({ name, toCorrect }) => [name, toCorrect])).toEqual([['Ada Quill', true]]);
    const personId = rows[0]?.personId;
    if (!personId) throw new Error('Ada Quill is not listed.');
    await desk.call('people.revise', { personId, email: 'ada@example.org' });
    expect(await open()).toEqual(['Bo Reed']);
  });
});

/** The applicant who is not Bo Reed. */
async function theOne(desk: Foxtrot) {
  const found = (await desk.everyone()).find(({ name }) => name !== 'Bo Reed');
  if (!found) throw new Error('No one else applied.');
  return found;
}

type Correction = Omit<InputOf<'people.revise'>, 'personId'>;

/** Corrects the record of the one who is not Bo Reed. */
function revised(to: Correction): (desk: Foxtrot) => Promise<void> {
  return async (desk) => {
    const { personId } = await theOne(desk);
    await desk.call('people.revise', { personId, ...to });
  };
}
