import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { contradictionsIn } from '../../../../main/rules/recertification/contradictions.ts';
import { exampleOf } from '../../../../main/rules/recertification/example-standing.ts';
import { rulesUnder } from '../../../../main/rules/recertification/kept-rules.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { done } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const policy = Policy.parse(alCto);
const adopted = { effectiveOn: CivilDate.parse('2024-03-01'), note: 'From its public page' };
const version = { number: 1, effectiveOn: adopted.effectiveOn };

const openSettings = (path = '/settings') => {
  const desk = fakeDesk({
    'program.show': () =>
      done({
        policy,
        number: 1,
        ...adopted,
        versions: [{ number: 1, ...adopted, adoptedAt: Instant.parse('2024-03-01T15:00:00.000Z'), inForce: true }],
      }),
    'program.preview': ({ effectiveOn }) =>
      done({ effectiveOn: CivilDate.parse(effectiveOn), isCorrection: false, whyNot: null, effects: [] }),
    'program.revise': () => done({ number: 2 }),
    'recertification.rules': () =>
      done({ rules: rulesUnder(policy), from: 'one-due-date', version, since: version, coming: [] }),
    'recertification.templates': () => done(templates),
    'recertification.example': ({ rules, certifiedOn, on, doneOn, ...input }) => {
      const day = CivilDate.parse(on ?? '2024-10-21');
      const who = {
        ...input,
        cohort: input.cohort ?? '',
        birthMonth: input.birthMonth ?? null,
        earned: [],
        ticked: input.ticked ?? [],
        paid: input.paid ?? false,
        certifiedOn: CivilDate.parse(certifiedOn),
        doneOn: CivilDate.parse(doneOn ?? day),
      };
      return done(exampleOf(RecertificationRules.parse(rules), who, day));
    },
    'recertification.contradictions': ({ rules }) => done(contradictionsIn(RecertificationRules.parse(rules))),
  });
  return { desk, opened: openApp(path) };
};

const startFrom = async (user: Awaited<ReturnType<typeof openApp>>, title: RegExp) => {
  await user.click(await screen.findByRole('button', { name: 'Start from…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Start re-certification rules from…' }));
  await user.click(await dialog.findByRole('radio', { name: title }));
  return dialog;
};

describe('Re-certification rules, in Settings', () => {
  it('reads what is in force today in plain words, also where there is one due date', async () => {
    await openSettings().opened;
    const section = within(await screen.findByRole('region', { name: 'Re-certification rules' }));
    expect(await section.findByText('Each graduate’s cycle ends on the day that the leads set.')).toBeTruthy();
    expect(section.getByText('A cycle asks for “Documentation” on the checklist.')).toBeTruthy();
  });

  it('shows every template to be read before it is chosen, and puts it into the draft', async () => {
    const { desk, opened } = openSettings();
    const user = await opened;
    const dialog = await startFrom(user, /^CoSN CETL/);
    expect(dialog.getAllByRole('radio')).toHaveLength(13);
    const template = within(dialog.getByRole('region', { name: 'CoSN CETL, 60 hours in three years' }));
    expect(template.getByText('Source: CoSN, certification of certificants')).toBeTruthy();
    expect(template.getByText('At least 60 hours.')).toBeTruthy();
    await expectNoBarriers();
    await user.click(dialog.getByRole('button', { name: 'Start from these' }));
    const section = within(screen.getByRole('region', { name: 'Re-certification rules' }));
    expect(section.getByText('This is your draft. Nothing of it is in force until you save the policy.')).toBeTruthy();

    await user.click(screen.getByRole('button', { name: 'Save…' }));
    const saving = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    expect(saving.getByText('Re-certification: one due date for each graduate → rules with cycles')).toBeTruthy();
    await user.type(saving.getByLabelText('Why'), 'The board decided');
    await user.click(saving.getByRole('button', { name: 'Adopt this version' }));
    await waitFor(() => expect(desk.asked('program.revise')).toHaveLength(1));
    const cetl = templates.find(({ key }) => key === 'cetl')?.rules;
    expect(desk.asked('program.revise')[0]?.policy.recertification.rules).toEqual(cetl);
  });

  it('opens the templates with a key, and goes back to one due date once that is agreed', async () => {
    const user = await openSettings().opened;
    await screen.findByText('Policy of AL-CTO, version 1');
    await user.keyboard('r');
    const dialog = within(await screen.findByRole('dialog', { name: 'Start re-certification rules from…' }));
    await user.click(await dialog.findByRole('button', { name: 'Start from these' }));
    await user.click(screen.getByRole('button', { name: 'Go back to one due date…' }));
    const asked = within(await screen.findByRole('alertdialog'));
    await user.click(asked.getByRole('button', { name: 'Go back to one due date' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save…' })).toBeNull());
  });
});

const openForm = async (title: RegExp) => {
  const opening = openSettings();
  const user = await opening.opened;
  const dialog = await startFrom(user, title);
  await user.click(dialog.getByRole('button', { name: 'Start from these' }));
  await user.click(screen.getByRole('button', { name: 'Change the rules…' }));
  await screen.findByRole('heading', { level: 1, name: 'Re-certification rules' });
  return { user, desk: opening.desk };
};

/** The rules as they were sent last to be tried on somebody. */
const tried = (desk: ReturnType<typeof openSettings>['desk']) => desk.asked('recertification.example').at(-1)?.rules;

describe('The form of the rules', () => {
  it('changes a length, says so in plain words, and tries the draft on somebody', async () => {
    const { user, desk } = await openForm(/^AL-CTO/);
    const cycles = within(screen.getByRole('region', { name: 'Cycles' }));
    const length = cycles.getByLabelText('A cycle lasts: how many');
    await user.clear(length);
    await user.type(length, '3');
    expect(cycles.getByText(/^A cycle lasts 3 years, counted from the day of graduation/)).toBeTruthy();
    const example = within(screen.getByRole('region', { name: 'A live example' }));
    const graduated = example.getByLabelText('Somebody who graduated on');
    await user.clear(graduated);
    await user.type(graduated, 'May 3, 2024');
    expect(await example.findByText('May 3, 2024 to May 3, 2027')).toBeTruthy();
    await user.type(example.getByLabelText('Seen on'), 'Dec 1, 2027');
    expect(await example.findByText('overdue')).toBeTruthy();
    await user.click(example.getByText('With something done'));
    await user.click(example.getByLabelText('Handed in: Documentation of continuing work'));
    await user.type(example.getByLabelText('All of it done on'), 'Apr 1, 2027');
    expect(await example.findByText('May 4, 2027 to May 3, 2030')).toBeTruthy();
    expect(tried(desk)?.cycle.length).toEqual({ unit: 'years', count: 3 });
  });

  it('has no barrier for a screen reader', async () => {
    await openForm(/^Alabama CPA/);
    await expectNoBarriers();
  });

  it('tells a contradiction at its field, and does not save it', async () => {
    const { user, desk } = await openForm(/^PMI PMP/);
    const opens = screen.getByLabelText('It can be completed in its last: how many');
    await user.type(opens, '40');
    await waitFor(() => expect(opens.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getAllByText(/^Renewal opens before the cycle begins/).length).toBeGreaterThan(1);
    await user.keyboard('{Control>}s{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opens);
    await user.clear(opens);
    await waitFor(() => expect(opens.getAttribute('aria-invalid')).toBeNull());
    await user.keyboard('{Control>}s{/Control}');
    const saving = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    await user.type(saving.getByLabelText('Why'), 'The board decided');
    await user.click(saving.getByRole('button', { name: 'Adopt this version' }));
    await waitFor(() => expect(desk.asked('program.revise')).toHaveLength(1));
  });

  it('adds, moves, and removes what a cycle asks for, with the keyboard following', async () => {
    const { user } = await openForm(/^PMI PMP/);
    const asked = within(screen.getByRole('region', { name: 'What a cycle asks for' }));
    const words = () => within(asked.getByRole('list', { name: /in plain words/ })).getAllByRole('listitem');
    asked.getByRole('button', { name: 'Move at least 60 PDUs down' }).focus();
    await user.keyboard('{Enter}');
    expect(
      words()
        .map(({ textContent }) => textContent)
        .slice(1, 3),
    ).toEqual(['At least 35 PDUs in Education.', 'At least 60 PDUs.']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move at least 60 PDUs down');
    await user.click(asked.getByRole('button', { name: 'Ask for PDUs' }));
    await user.selectOptions(asked.getByLabelText('Counted in: at least 1 PDU'), 'in Giving Back');
    expect(words().at(-1)?.textContent).toBe('At least 1 PDU in Giving Back.');
    await user.click(asked.getByRole('button', { name: 'Remove at least 1 PDU in Giving Back' }));
    expect(words()).toHaveLength(6);
    // What names a kind keeps it from being removed.
    const credit = within(screen.getByRole('region', { name: 'Kinds of credit' }));
    expect(credit.getByRole('button', { name: /^Remove Education/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('keeps the checklist that the leads write: adds, renames, asks for, and removes documents', async () => {
    const { user, desk } = await openForm(/^AL-CTO/);
    const list = within(screen.getByRole('region', { name: 'Checklist of documents' }));
    expect(list.getByRole('button', { name: /^Remove Documentation/ }).getAttribute('aria-disabled')).toBe('true');
    await user.click(list.getByRole('button', { name: 'Add a document' }));
    await user.type(list.getByLabelText('Document 2'), 'Log of hours');
    await user.click(list.getByRole('button', { name: /^Remove Documentation/ }));
    await user.clear(list.getByLabelText('Document 1'));
    await user.type(list.getByLabelText('Document 1'), 'Log of continuing work');
    await waitFor(() =>
      expect(tried(desk)?.checklist).toEqual([
        { key: expect.stringMatching(/^item-[0-9a-f]{8}$/), title: 'Log of continuing work' },
      ]),
    );
    const asked = within(screen.getByRole('region', { name: 'What a cycle asks for' }));
    expect(asked.getAllByText('“Log of continuing work” on the checklist.')).toHaveLength(1);
  });

  it('changes kinds of credit, what carries over, fees, lapse, ways back, extensions, audits, and stated dates', async () => {
    const { user, desk } = await openForm(/^PMI PMP/);
    const type = async (label: string, text: string) => {
      const field = screen.getByLabelText(label);
      await user.clear(field);
      await user.type(field, text);
    };
    await type('Most of Giving Back in a cycle', '20.5');
    await user.click(screen.getByLabelText('PDUs past the total count in the next cycle'));
    await type('No more than', '15');
    await user.click(screen.getByRole('button', { name: 'Add a fee' }));
    await type('Amount of Renewal', '60.50');
    await type('It lapses after no longer being good for: how many', '30');
    await user.click(screen.getByRole('button', { name: 'Add a way back' }));
    await user.click(screen.getByLabelText('Asks for PDUs for each year away (way 1)'));
    await user.click(screen.getByLabelText('A lead can extend a cycle'));
    await user.click(screen.getByLabelText('Completed cycles are audited'));
    await type('Share that is drawn for an audit', '2.5');
    await user.click(screen.getByRole('button', { name: 'Add a stated date' }));
    await type('Cohort (line 1)', 'Alpha');
    await type('It ends instead on (line 1)', 'Jun 1, 2030');
    await waitFor(() =>
      expect(tried(desk)).toMatchObject({
        categories: expect.arrayContaining([expect.objectContaining({ key: 'giving', most: 2_050 })]),
        carryOver: { most: 1_500, from: [] },
        fees: [{ title: 'Renewal', kind: 'renewal', amount: 6_050 }],
        life: {
          lapse: { unit: 'days', count: 30 },
          waysBack: [{ perYear: { credit: 1_000 } }],
          extension: { longest: { unit: 'months', count: 6 } },
          audit: { share: 250 },
        },
        adjustments: [{ cohort: 'Alpha', cycle: 1, endOn: '2030-06-01' }],
      }),
    );
    // Every part that was added has a clause that says the leads chose it.
    expect(screen.getAllByText(/The leads decided it\.$/).length).toBeGreaterThanOrEqual(6);
  });

  it('changes the words of a clause, what it is called, and where it comes from, wherever it is', async () => {
    const { user, desk } = await openForm(/^AL-CTO/);
    const dates = within(screen.getByRole('region', { name: 'Dates stated for some' }));
    const [first] = dates.getAllByRole('button', { name: 'Change the text of “Delta”' });
    if (!first) throw new Error('There is no clause to change.');
    await user.click(first);
    await user.type(dates.getByLabelText('Text of “Delta”'), ' The board agreed.');
    await user.selectOptions(
      dates.getByLabelText('Where “Delta” comes from'),
      'The page is silent, and the leads decided',
    );
    await waitFor(() =>
      expect(tried(desk)?.clauses).toContainEqual({
        id: 'al-cto-delta',
        title: 'Delta',
        text: 'Delta’s documentation was due June 1, 2023. The board agreed.',
        source: 'silent',
      }),
    );
    await user.keyboard('{Control>}s{/Control}');
    const saving = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    expect(saving.getByText(/^Clause “Delta” of the re-certification rules, new: .*The board agreed\.$/)).toBeTruthy();
  });

  it('teaches what to do where there are no rules yet', async () => {
    await openSettings('/settings/recertification-rules').opened;
    expect(await screen.findByRole('heading', { name: 'No rules with cycles yet' })).toBeTruthy();
    await expectNoBarriers();
  });
});
