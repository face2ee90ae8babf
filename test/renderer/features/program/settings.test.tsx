import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const policy = Policy.parse(alCto);
const adopted = { effectiveOn: CivilDate.parse('2024-03-01'), note: 'From its public page' };

const openSettings = () => {
  let inForce = policy;
  let number = 1;
  const desk = fakeDesk({
    'program.show': () =>
      done({
        policy: inForce,
        number,
        ...adopted,
        versions: [{ number, ...adopted, adoptedAt: Instant.parse('2024-03-01T15:00:00.000Z'), inForce: true }],
      }),
    'recertification.rules': () => done(null),
    'program.preview': ({ effectiveOn }) =>
      done({ effectiveOn: CivilDate.parse(effectiveOn), isCorrection: false, whyNot: null, effects: [] }),
    'program.revise': (input) => {
      inForce = Policy.parse(input.policy);
      number += 1;
      desk.tell({
        kind: 'changed',
        tables: ['policyVersion', 'course'],
        label: 'Adopted version 2 of the policy',
        commandId: null,
      });
      return done({ number });
    },
  });
  return { desk, opened: openApp('/settings') };
};

describe('Settings', () => {
  it('shows every rule beside what the page says on it, and marks where it is silent', async () => {
    await openSettings().opened;
    expect(await screen.findByText('Policy of AL-CTO, version 1')).toBeTruthy();
    const seats = within(screen.getByRole('region', { name: 'Seats and the order' }));
    const clause = within(seats.getByRole('complementary', { name: 'Clause: Seats in a cohort' }));
    expect(clause.getByText('The page is silent')).toBeTruthy();
    expect(clause.getByText('The page does not say how many seats a cohort has. There are 30.')).toBeTruthy();
    const fee = within(screen.getByRole('region', { name: 'Fee' }));
    expect(fee.getByText('Stated on the page')).toBeTruthy();
    expect(fee.getByLabelText('One-time course fee')).toHaveProperty('value', '75');
  });

  it('has a place for the address of the program’s page, and says that it is not known', async () => {
    const user = await openSettings().opened;
    const page = await screen.findByLabelText('Public page');
    expect(page).toHaveProperty('value', '');
    const hint = 'Its address isn’t known. Enter it as your browser shows it.';
    expect(screen.getByText(hint)).toBeTruthy();
    await user.type(page, 'https://www.example.org/al-cto');
    expect(screen.queryByText(hint)).toBeNull();
  });

  it('has no barrier for a screen reader', async () => {
    await openSettings().opened;
    await screen.findByText('Policy of AL-CTO, version 1');
    await expectNoBarriers();
  });

  it('names every clause of the policy somewhere', async () => {
    await openSettings().opened;
    await screen.findByText('Policy of AL-CTO, version 1');
    const shown = screen.getAllByRole('complementary').map((clause) => clause.getAttribute('aria-label'));
    for (const { title } of policy.clauses) expect(shown).toContain(`Clause: ${title}`);
  });

  it('adopts a change from a day on, with the reason why, after showing what changes', async () => {
    const { desk, opened } = openSettings();
    const user = await opened;
    const seats = await screen.findByLabelText('Seats in a new cohort');
    await user.clear(seats);
    await user.type(seats, '25');
    expect(screen.getByText('The setting beside it has changed. Check that this text still fits.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    expect(dialog.getByText('Seats in a cohort: 30 → 25')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Adopt this version' }));
    expect(dialog.getByRole('alert').textContent).toBe('Enter a reason (three letters or more).');
    await user.type(dialog.getByLabelText('Why'), 'The room holds 25');
    await user.clear(dialog.getByLabelText('In force from'));
    await user.type(dialog.getByLabelText('In force from'), 'Jan 1, 2025');
    await user.click(dialog.getByRole('button', { name: 'Adopt this version' }));

    const [sent] = desk.asked('program.revise');
    expect(sent).toMatchObject({ effectiveOn: '2025-01-01', note: 'The room holds 25' });
    expect(sent?.policy).toEqual({ ...policy, admission: { ...policy.admission, seats: 25 } });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('Policy of AL-CTO, version 2')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save…' })).toBeNull();
  });

  it('asks graduates for the fee and for a checklist that the leads write', async () => {
    const { desk, opened } = openSettings();
    const user = await opened;
    await user.selectOptions(
      await screen.findByLabelText('The course fee, at graduation'),
      'It must be settled: paid, or waived',
    );
    await user.click(screen.getByRole('button', { name: 'Add a requirement' }));
    await user.type(screen.getByLabelText('Requirement 1'), 'Letter of recommendation');
    await user.click(screen.getByRole('button', { name: 'Add a requirement' }));
    await user.click(screen.getByRole('button', { name: 'Remove requirement 2' }));
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    expect(dialog.getByText('Checklist for each participant: nothing → Letter of recommendation')).toBeTruthy();
    await user.type(dialog.getByLabelText('Why'), 'The board asks for it');
    await user.click(dialog.getByRole('button', { name: 'Adopt this version' }));
    await waitFor(() => expect(desk.asked('program.revise')).toHaveLength(1));
    expect(desk.asked('program.revise')[0]?.policy.graduation).toMatchObject({
      fee: 'settled',
      requirements: [{ id: expect.stringMatching(/^asked-[0-9a-f]{8}$/), title: 'Letter of recommendation' }],
    });
  });

  it('shows who would gain or lose what, area by area, before a version is adopted', async () => {
    const { desk, opened } = openSettings();
    desk.answer({
      'program.preview': ({ effectiveOn }) =>
        done({
          effectiveOn: CivilDate.parse(effectiveOn),
          isCorrection: false,
          whyNot: null,
          effects: [
            {
              area: 'seats',
              kind: 'loss',
              sentence: 'Foxtrot: 2 people would lose the seat',
              people: 2,
              names: ['Ana Alvarez', 'Beau Miller'],
            },
          ],
        }),
    });
    const user = await opened;
    await user.type(await screen.findByLabelText('At most from one school system'), '2');
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Adopt a new version of the policy' }));
    expect(dialog.getByText('Seats for one school system: no limit → at most 2')).toBeTruthy();
    const preview = within(await dialog.findByRole('region', { name: 'Who would gain or lose what' }));
    expect(preview.getByText(/Foxtrot: 2 people would lose the seat/).textContent).toContain(
      'Ana Alvarez, Beau Miller',
    );
    expect(preview.getAllByText('Nothing changes for anyone.')).toHaveLength(3);
    expect(desk.asked('program.preview')[0]?.policy?.admission.perOrganizationCap).toBe(2);
  });

  it('keeps the form and says why where the change is refused', async () => {
    const { desk, opened } = openSettings();
    const user = await opened;
    desk.answer({
      'program.revise': () =>
        refuse('A course that has sessions can’t leave the policy. Take its sessions off the schedule first.', [
          'Technology Planning',
        ]),
    });
    await user.click(await screen.findByRole('button', { name: 'Remove Technology Planning' }));
    await user.keyboard('{Control>}s{/Control}');
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('Why'), 'Five are enough');
    await user.click(dialog.getByRole('button', { name: 'Adopt this version' }));
    const refusal = await dialog.findByRole('alert');
    expect(refusal.textContent).toContain('Take its sessions off the schedule first.');
    expect(refusal.textContent).toContain('Technology Planning');
    await user.click(dialog.getByRole('button', { name: 'Keep editing' }));
    expect(screen.queryByLabelText('Title of course 6')).toBeNull();
  });

  it('does not save a field that is not filled in right, and goes to it', async () => {
    const { desk, opened } = openSettings();
    const user = await opened;
    const title = await screen.findByLabelText('Title of course 1');
    await user.clear(title);
    await user.keyboard('{Control>}s{/Control}');
    expect(document.activeElement).toBe(title);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(desk.asked('program.revise')).toHaveLength(0);
  });

  it('moves a tier up, and its rank with it', async () => {
    const { opened } = openSettings();
    const user = await opened;
    await user.click(await screen.findByRole('button', { name: 'Move tier 2 up' }));
    expect(screen.getByLabelText('Name of tier 1')).toHaveProperty('value', 'General Members');
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^Tier 1: Delegate Members.*→ General Members/)).toBeTruthy();
  });

  it('forgets the changes where the lead thinks better of it', async () => {
    const { opened } = openSettings();
    const user = await opened;
    const fee = await screen.findByLabelText('One-time course fee');
    await user.clear(fee);
    await user.type(fee, '12.50');
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(fee).toHaveProperty('value', '75');
    expect(screen.queryByRole('button', { name: 'Save…' })).toBeNull();
  });
});
