import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useApplicants } from '../../../../renderer/features/applicants/store.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate } from '../../../../shared/model/dates.ts';
import { ApplicationId } from '../../../../shared/model/ids.ts';
import { ImportNoteId } from '../../../../shared/model/import-notes.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { TagId } from '../../../../shared/model/tags.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, detailOf, foxtrot, pageOf, rows } from './sample.ts';

const start = useApplicants.getState();
beforeEach(() => useApplicants.setState(start, true));

async function openApplicants(answers: Answers = {}, list = rows) {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'program.show': () =>
      done({
        policy: Policy.parse(alCto),
        number: 1,
        effectiveOn: CivilDate.parse('2024-01-01'),
        note: '',
        versions: [],
      }),
    'applicants.list': (input) => done(pageOf(list, input)),
    'applicants.show': ({ applicationId }) => {
      const row = list.find((each) => each.applicationId === applicationId);
      return row ? done(detailOf(row)) : refuse('This application is not there any more.');
    },
    'applicants.accept': () => done({ accepted: 2 }),
    'applicants.setStatus': () => done({ changed: 1, next: null }),
    'applicants.answer': () => done(null),
    'applicants.overrule': () => done(null),
    'applicants.replay': () => done(null),
    'offers.show': () =>
      done({ offer: null, cannot: 'is accepted already.', against: [], usualReplyBy: CivilDate.parse('2024-10-28') }),
    ...answers,
  });
  const user = await openApp('/applicants');
  await screen.findByRole('grid');
  return { desk, user };
}

const inspectorOf = async (name: string) => within(await screen.findByRole('complementary', { name }));

describe('Applicants', () => {
  it('shows the order with the line after the last seat, and what each chip counts', async () => {
    await openApplicants();
    const grid = within(await screen.findByRole('grid', { name: 'Applicants of Foxtrot' }));
    const cells = (await grid.findAllByRole('row')).slice(1).map((row) => within(row).getAllByRole('gridcell'));
    expect(cells.map(([place, name]) => `${place?.textContent} ${name?.textContent}`)).toEqual([
      '1 Ada One',
      '2 Ben Two',
      '3 Cleo Three',
      '– Eve Blank',
    ]);
    expect(grid.getByText('2 seats')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /Needs a look/ }).textContent).toContain('1');
    await expectNoBarriers();
  });

  it('says what accepting everyone does before it does it', async () => {
    const { desk, user } = await openApplicants();
    await user.keyboard('a');
    const question = within(await screen.findByRole('alertdialog', { name: 'Accept 2 applicants to Foxtrot?' }));
    expect(question.getByText('1 applicant past the last seat: they keep their place in line.')).toBeTruthy();
    expect(question.getByText('1 applicant to look at: not accepted.')).toBeTruthy();
    expect(desk.asked('applicants.accept')).toEqual([]);
    await user.click(question.getByRole('button', { name: 'Accept 2' }));
    expect(desk.asked('applicants.accept')).toEqual([{ cohortId: foxtrot.id, applicationIds: 'within-seats' }]);
  });

  it('accepts of a selection whoever has a seat, and names who is left out', async () => {
    const { desk, user } = await openApplicants();
    await user.keyboard('{Control>}');
    await user.click(await screen.findByText('Ben Two'));
    await user.click(screen.getByText('Eve Blank'));
    await user.keyboard('{/Control}');
    const bar = within(await screen.findByRole('region', { name: 'Selected applicants' }));
    expect(bar.getByText('1 within seats, 1 needs a look')).toBeTruthy();
    await user.click(bar.getByRole('button', { name: /^Accept 1/ }));
    const question = within(await screen.findByRole('alertdialog', { name: 'Accept Ben Two to Foxtrot?' }));
    expect(question.getByText('Eve Blank stays as is: needs a look.')).toBeTruthy();
    await user.click(question.getByRole('button', { name: 'Accept 1' }));
    expect(desk.asked('applicants.accept')).toEqual([
      { cohortId: foxtrot.id, applicationIds: [rows[1]?.applicationId] },
    ]);
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Selected applicants' })).toBeNull());
  });

  it('tells of one applicant why, what was typed and what it was taken for', async () => {
    const { user } = await openApplicants();
    await user.click(await screen.findByText('Ada One'));
    const inspector = await inspectorOf('Ada One');
    expect(inspector.getByText('Within seats, place 1 of 2')).toBeTruthy();
    expect(inspector.getByText('answered “General”')).toBeTruthy();
    expect(inspector.getByText('Ada One, Ed.D.')).toBeTruthy();
    expect(inspector.getByText('taken as ALET General Member')).toBeTruthy();
    expect(inspector.getByText('not understood')).toBeTruthy();
    expect(inspector.getByText('Applied by form')).toBeTruthy();
    await expectNoBarriers();
  });

  it('refuses to accept whoever has no seat, and says why', async () => {
    const { desk, user } = await openApplicants();
    await user.click(await screen.findByText('Cleo Three'));
    const accept = (await inspectorOf('Cleo Three')).getByRole('button', { name: /^Accept/ });
    expect(accept.getAttribute('title')).toContain('past the last seat');
    await user.click(accept);
    expect(desk.asked('applicants.accept')).toEqual([]);
  });

  it('settles what a form left open, sending only what changed', async () => {
    const { desk, user } = await openApplicants();
    await user.click(await screen.findByText('Eve Blank'));
    const inspector = await inspectorOf('Eve Blank');
    await user.type(inspector.getByLabelText('Years in education'), '4');
    await user.click(inspector.getByRole('button', { name: 'Set' }));
    const { applicationId } = rows[3] ?? {};
    expect(desk.asked('applicants.answer')).toEqual([{ applicationId, yearsInEducation: 4 }]);
  });

  it('settles when it was sent, with a reason, where the form does not tell', async () => {
    const undated = { ...rows[3], appliedDoubt: 'unreadable' } as (typeof rows)[number];
    const { desk, user } = await openApplicants({
      'applicants.show': () => done({ ...detailOf(undated), yearsInEducation: 5, appliedTyped: 'last week' }),
      'applicants.setSubmitted': () => done({ changed: 1 }),
    });
    await user.click(screen.getByText('Eve Blank'));
    const card = within(await screen.findByRole('region', { name: 'Set when it was sent' }));
    expect(card.getByText(/The time of submission, “last week”, can’t be read\./)).toBeTruthy();
    await user.click(card.getByRole('button', { name: 'Set the time' }));
    expect(card.getByText('The day it was sent.')).toBeTruthy();
    expect(card.getByText('Enter a reason (three letters or more).')).toBeTruthy();
    await expectNoBarriers();
    await user.type(card.getByLabelText('Day'), 'Apr 3, 2024');
    await user.type(card.getByLabelText('Time'), '16:33');
    await user.type(card.getByLabelText('Reason'), 'Her mail');
    await user.click(card.getByRole('button', { name: 'Set the time' }));
    await waitFor(() =>
      expect(desk.asked('applicants.setSubmitted')).toEqual([
        { applicationIds: [undated.applicationId], day: '2024-04-03', time: '16:33', reason: 'Her mail' },
      ]),
    );
  });

  it('says who decided, when and why', async () => {
    const { user } = await openApplicants({
      'applicants.show': () =>
        done({
          ...detailOf(rows[0] as (typeof rows)[number]),
          statusSaid: 'Accepted by Mara L. on Mon, Jun 3, 2024 at 9:12 AM: as agreed',
          overruleSaid: 'Overruled by Owen T. on Mon, Jun 3, 2024 at 9:00 AM',
        }),
    });
    await user.click(screen.getByText('Ada One'));
    const card = within(await screen.findByRole('region', { name: 'Decided' }));
    expect(card.getByText('Accepted by Mara L. on Mon, Jun 3, 2024 at 9:12 AM: as agreed')).toBeTruthy();
    expect(card.getByText('Overruled by Owen T. on Mon, Jun 3, 2024 at 9:00 AM')).toBeTruthy();
  });

  it('overrules the rule only with a reason', async () => {
    const { desk, user } = await openApplicants();
    await user.click(await screen.findByText('Eve Blank'));
    const inspector = await inspectorOf('Eve Blank');
    await user.click(inspector.getByRole('button', { name: 'Overrule…' }));
    await user.selectOptions(await inspector.findByLabelText('Rank in'), '2');
    await user.click(inspector.getByRole('button', { name: 'Overrule' }));
    expect(desk.asked('applicants.overrule')).toEqual([]);
    await user.type(inspector.getByLabelText('Reason'), 'Showed her service record');
    await user.click(inspector.getByRole('button', { name: 'Overrule' }));
    expect(desk.asked('applicants.overrule')).toEqual([
      { applicationId: rows[3]?.applicationId, overrule: { tier: 2, reason: 'Showed her service record' } },
    ]);
  });

  it('asks for the reason before someone is withdrawn', async () => {
    const accepted = rows.map((row, at) => (at === 0 ? { ...row, status: 'accepted' as const } : row));
    const { desk, user } = await openApplicants({}, accepted);
    await user.click(await screen.findByText('Ada One'));
    await user.click((await inspectorOf('Ada One')).getByRole('button', { name: 'Withdraw…' }));
    const question = within(await screen.findByRole('dialog', { name: 'Withdraw Ada One?' }));
    await user.type(question.getByLabelText(/Reason/), 'Moved to Georgia');
    await user.click(question.getByRole('button', { name: 'Withdraw' }));
    expect(desk.asked('applicants.setStatus')).toEqual([
      { applicationIds: [rows[0]?.applicationId], status: 'withdrawn', reason: 'Moved to Georgia' },
    ]);
  });

  it('asks whether to offer the seat that became free to the next in order', async () => {
    const accepted = rows.map((row, at) => (at === 0 ? { ...row, status: 'accepted' as const } : row));
    const next = {
      applicationId: ApplicationId.parse('018f0000-0000-7000-8000-000000000003'),
      name: 'Cleo Three',
      organization: 'Lee County Schools',
      place: 2,
      cohort: { id: foxtrot.id, name: foxtrot.name },
      free: 1,
    };
    const { desk, user } = await openApplicants(
      {
        'applicants.setStatus': () => done({ changed: 1, next }),
        'offers.show': () =>
          done({ offer: null, cannot: null, against: [], usualReplyBy: CivilDate.parse('2024-10-28') }),
      },
      accepted,
    );
    await user.click(screen.getByText('Ada One'));
    await user.click((await inspectorOf('Ada One')).getByRole('button', { name: 'Withdraw…' }));
    const question = within(await screen.findByRole('dialog', { name: 'Withdraw Ada One?' }));
    await user.click(question.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByRole('dialog', { name: 'Offer Cleo Three a seat' })).toBeTruthy();
    expect(screen.getByText(/A seat in Foxtrot is free/)).toBeTruthy();
    expect(desk.asked('applicants.setStatus')).toHaveLength(1);
  });

  it('exports what is on the screen', async () => {
    const written = { file: '/home/lead/Foxtrot applicants.xlsx', holds: '4 rows', notes: [] };
    const { desk, user } = await openApplicants({ 'applicants.export': () => done(written) });
    await user.click(screen.getByRole('button', { name: /Export/ }));
    expect(desk.asked('applicants.export')[0]).toMatchObject({
      cohortId: foxtrot.id,
      show: 'in-order',
      columns: ['place', 'name', 'organization', 'tier', 'years', 'applied', 'status'],
    });
  });

  it('teaches where no one has applied', async () => {
    await openApplicants({}, []);
    expect(await screen.findByText('No one has applied to Foxtrot yet')).toBeTruthy();
  });

  it('sends whoever has no cohort to open one', async () => {
    fakeDesk({ 'cohorts.list': () => done({ ...cohorts, cohorts: [] }) });
    await openApp('/applicants');
    expect(await screen.findByText('Applicants belong to a cohort, and there is none yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add cohort…' })).toBeTruthy();
  });

  it('shows what an import left to be corrected, until a lead says that it is right', async () => {
    const phone = '“555-01” in “Phone” isn’t a ten-digit phone number and was kept as typed; check it.';
    const noteId = ImportNoteId.parse('0197a000-0000-7000-8000-00000000feed');
    const notes = [{ noteId, sentence: phone }];
    const { desk, user } = await openApplicants(
      {
        'people.toCorrect': () => done([...notes]),
        'people.settleNote': () => {
          notes.pop();
          desk.tell({ kind: 'changed', tables: ['importNote'], label: 'Looked at', commandId: null });
          return done(null);
        },
      },
      rows.map((row, at) => (at === 0 ? { ...row, toCorrect: true } : row)),
    );
    expect(await screen.findByRole('img', { name: 'To correct' })).toBeTruthy();
    await user.click(await screen.findByRole('gridcell', { name: 'Ada One' }));
    const inspector = await inspectorOf('Ada One');
    expect(await inspector.findByText(phone)).toBeTruthy();
    await expectNoBarriers();
    await user.click(inspector.getByRole('button', { name: 'It’s right as it is' }));
    await waitFor(() => expect(inspector.queryByText(phone)).toBeNull());
    expect(desk.asked('people.settleNote')).toEqual([{ noteId }]);
  });

  it('shows only those with the tag that is chosen, everyone again with any tag, and why no one is left', async () => {
    const speaker = { tagId: TagId.parse('018f0000-0000-5000-8000-000000000001'), name: 'Speaker', people: 1 };
    const mentor = { tagId: TagId.parse('018f0000-0000-5000-8000-000000000002'), name: 'Mentor', people: 0 };
    const taggedBy = (tagId: unknown) => (tagId === speaker.tagId ? rows.slice(0, 1) : []);
    const { desk, user } = await openApplicants({
      'tags.list': () => done([mentor, speaker]),
      'applicants.list': (input) => done(pageOf(input.tagId ? taggedBy(input.tagId) : rows, input)),
    });
    const filter = await screen.findByRole('combobox', { name: 'Tag' });
    await user.selectOptions(filter, 'Speaker (1)');
    await waitFor(() => expect(screen.queryByText('Ben Two')).toBeNull());
    expect(await screen.findByText('Ada One')).toBeTruthy();
    expect(desk.asked('applicants.list').at(-1)).toMatchObject({ tagId: speaker.tagId });
    await expectNoBarriers();
    await user.selectOptions(filter, 'Mentor (0)');
    expect(await screen.findByText('No one here has this tag')).toBeTruthy();
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Any tag' }));
    expect(await screen.findByText('Ben Two')).toBeTruthy();
    expect(desk.asked('applicants.list').at(-1)).toMatchObject({ tagId: null });
  });
});
