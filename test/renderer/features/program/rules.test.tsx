import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { contradictionsIn } from '../../../../main/rules/recertification/contradictions.ts';
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
