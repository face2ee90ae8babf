import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { CertificateDesignId, CertificateFileId, DesignChoice } from '../../../../shared/model/certificate-designs.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { ParticipantId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { DesignsView } from '../../../../shared/views/certificate-designs.ts';
import { type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { aDesign } from './a-design.ts';

const letterhead = CertificateDesignId.parse('019ad000-0000-7000-8000-0000000000dd');
const next = CertificateDesignId.parse('019ad000-0000-7000-8000-0000000000de');
const file = {
  id: CertificateFileId.parse('019ad000-0000-7000-8000-000000000001'),
  name: 'Letterhead.pdf',
  kind: 'page',
  facts: { width: 842, height: 595, note: null },
} as const;
const zoe = ParticipantId.parse('019ad000-0000-7000-8000-0000000000aa');

const view: DesignsView = {
  designs: [
    { choice: 'plain', name: 'Plain, Letter', version: null, savedAt: null, inUse: true, issued: 0, cohorts: [] },
    {
      choice: letterhead,
      name: 'Letterhead',
      version: 2,
      savedAt: Instant.parse('2024-05-20T14:00:00.000Z'),
      inUse: false,
      issued: 26,
      cohorts: ['Foxtrot', 'Echo'],
    },
  ],
  files: [file],
  signatories: ['Mara Lindqvist'],
};

let desk: FakeDesk;
beforeEach(() => {
  desk = fakeDesk({
    'certificateDesigns.list': () => done(view),
    'certificateDesigns.open': ({ choice }) =>
      done({
        choice: DesignChoice.parse(choice),
        name: choice === letterhead ? 'Letterhead' : 'Plain, Letter',
        version: choice === letterhead ? 2 : null,
        document: aDesign,
      }),
    'certificateDesigns.samples': () => done([{ participantId: zoe, name: 'Zoë Adams', cohort: 'Foxtrot' }]),
    'certificateDesigns.draw': () => done({ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', findings: [] }),
    'certificateDesigns.drawBackground': () => done({ svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    'certificateDesigns.addFile': () => done(file),
    'certificateDesigns.use': () => done(null),
    'certificateDesigns.save': () => done({ designId: next, version: 3 }),
  });
});

const field = (name: RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
/** The design that was drawn last. */
const lastDrawn = () => desk.asked('certificateDesigns.draw').at(-1)?.document;
const boxOf = (id: string) => lastDrawn()?.fields.find((each) => each.id === id)?.box;

describe('The list of certificate designs', () => {
  test('says which is in use and for which cohorts certificates were issued, and uses another', async () => {
    const user = await openApp('/certificate-designs');
    expect(await screen.findByText('New certificates use “Plain, Letter”')).toBeTruthy();
    await user.click(await screen.findByRole('gridcell', { name: 'Letterhead' }));
    const about = within(await screen.findByRole('complementary'));
    expect(about.getByText('Foxtrot, Echo')).toBeTruthy();
    expect(about.getByText('26')).toBeTruthy();
    await expectNoBarriers();
    await user.keyboard('u');
    await waitFor(() => expect(desk.asked('certificateDesigns.use')).toEqual([{ choice: letterhead }]));
  });

  test('begins a new design over the association’s own page, on the paper of its shape', async () => {
    const user = await openApp('/certificate-designs');
    await screen.findByText('New certificates use “Plain, Letter”');
    await user.keyboard('n');
    await user.click(await screen.findByRole('button', { name: /Choose a background/ }));
    await field(/^Name:/);
    expect(desk.asked('certificateDesigns.addFile')).toEqual([{ use: 'background', file: null }]);
    expect(desk.asked('certificateDesigns.open').at(-1)).toEqual({ choice: 'plain-a4' });
    await waitFor(() => expect(lastDrawn()?.background).toEqual({ kind: 'file', file: file.id }));
  });

  test.each(['/certificate-designs', `/certificate-designs/${letterhead}`])(
    'takes a page that is dropped on the window as a background, not as a certificate to check: %s',
    async (path) => {
      await openApp(path);
      await screen.findByRole('heading', { level: 1, name: /Certificate designs|Letterhead/ });
      if (path.endsWith(letterhead)) await field(/^Name:/);
      fireEvent.drop(window, { dataTransfer: { files: [new File(['…'], 'Letterhead.pdf')], types: ['Files'] } });
      await waitFor(() => expect(lastDrawn()?.background).toEqual({ kind: 'file', file: file.id }));
      expect(desk.asked('certificateDesigns.addFile')).toEqual([
        { use: 'background', file: '/home/lead/Letterhead.pdf' },
      ]);
      expect(desk.asked('certificates.check')).toEqual([]);
    },
  );
});

describe('The editor of a certificate design', () => {
  test('moves a field by a point with an arrow key and by ten with Shift, and takes it back', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    (await field(/^Name:/)).focus();
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    await waitFor(() => expect(boxOf('name')).toEqual({ x: 145, y: 226, width: 504, height: 72 }));
    await user.keyboard('{Control>}{ArrowLeft}{/Control}');
    await waitFor(() => expect(boxOf('name')?.width).toBe(503));
    await user.keyboard('{Control>}z{/Control}');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(boxOf('name')).toEqual({ x: 144, y: 216, width: 504, height: 72 }));
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(boxOf('name')).toEqual({ x: 145, y: 226, width: 504, height: 72 }));
    await expectNoBarriers();
  });

  test('goes through the fields with Tab, in their order', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    (await field(/^Name:/)).focus();
    expect(await screen.findByRole('complementary', { name: 'Name' })).toBeTruthy();
    await user.tab();
    expect(await screen.findByRole('complementary', { name: 'Number' })).toBeTruthy();
    await user.tab();
    expect(await screen.findByRole('complementary', { name: 'Code' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('complementary', { name: 'The design' })).toBeTruthy();
  });

  test('takes exact numbers in inches, a size, a color, and an alignment', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    await user.click(await field(/^Name:/));
    const sheet = within(await screen.findByRole('complementary', { name: 'Name' }));
    const left = sheet.getByRole('textbox', { name: 'From the left' });
    expect(left).toHaveProperty('value', '2');
    await user.clear(left);
    await user.type(left, '1.5');
    await user.clear(sheet.getByRole('textbox', { name: 'Size' }));
    await user.type(sheet.getByRole('textbox', { name: 'Size' }), '36');
    await user.selectOptions(sheet.getByRole('combobox', { name: 'Color' }), 'Teal');
    await user.click(sheet.getByRole('radio', { name: 'Left' }));
    await waitFor(() =>
      expect(lastDrawn()?.fields[0]).toMatchObject({
        box: { x: 108 },
        look: { size: 36, color: '#0b5c66', align: 'left' },
      }),
    );
  });

  test('keeps the code a square, whatever size is given', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    await user.click(await field(/^Code:/));
    const size = screen.getByRole('textbox', { name: 'Size' });
    await user.clear(size);
    await user.type(size, '1.5');
    await waitFor(() => expect(boxOf('code')).toEqual({ x: 576, y: 432, width: 108, height: 108 }));
  });

  test('says what is wrong beside the field that it is about, and leads there', async () => {
    desk.answer({
      'certificateDesigns.draw': () =>
        done({
          svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
          findings: [
            { field: 'name', also: 'code', isGrave: true, sentence: 'Name and Code overlap. Move one of them.' },
            { field: null, isGrave: false, sentence: 'The design doesn’t have the date.' },
          ],
        }),
    });
    const user = await openApp(`/certificate-designs/${letterhead}`);
    const whole = within(await screen.findByRole('complementary', { name: 'The design' }));
    expect(await whole.findByText('The design doesn’t have the date.')).toBeTruthy();
    await user.click(whole.getByRole('button', { name: 'Name and Code overlap. Move one of them.' }));
    const sheet = within(await screen.findByRole('complementary', { name: 'Name' }));
    expect(sheet.getByText('Name and Code overlap. Move one of them.')).toBeTruthy();
    await user.click(await field(/^Code:/));
    expect(screen.getByRole('complementary', { name: 'Code' }).textContent).toContain('overlap');
  });

  test('adds a field and deletes it', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    await field(/^Name:/);
    await user.click(screen.getByRole('button', { name: /Add a field/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Signatory: Mara Lindqvist' }));
    const added = await field(/^Signatory 1:/);
    added.focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Signatory 1:/ })).toBeNull());
  });

  test('looks at the draft with one of the program’s people', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    const select = await screen.findByRole('combobox', { name: 'Preview with' });
    await screen.findByRole('option', { name: 'Zoë Adams (Foxtrot)' });
    await user.selectOptions(select, 'Zoë Adams (Foxtrot)');
    await waitFor(() => expect(desk.asked('certificateDesigns.draw').at(-1)?.sample).toBe(zoe));
  });

  test('saves the draft as a new version, and says when it can’t be saved', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    (await field(/^Name:/)).focus();
    await user.keyboard('{ArrowRight}');
    desk.answer({ 'certificateDesigns.save': () => refuse('The design was not saved.', ['Name is off the page.']) });
    await user.keyboard('{Control>}s{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Save the certificate design' }));
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Letterhead');
    await user.click(dialog.getByRole('checkbox', { name: /Use it for new certificates/ }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await dialog.findByText('Name is off the page.')).toBeTruthy();
    desk.answer({ 'certificateDesigns.save': () => done({ designId: next, version: 3 }) });
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const saved = desk.asked('certificateDesigns.save').at(-1);
    expect(saved).toMatchObject({ name: 'Letterhead', use: true });
    expect(saved?.document.fields[0]?.box.x).toBe(145);
    expect(await screen.findByText(/^From version 3/)).toBeTruthy();
    expect(screen.queryByText('Not saved yet')).toBeNull();
  });

  test('keeps what isn’t saved, says so on the list, and asks before another design takes its place', async () => {
    const user = await openApp(`/certificate-designs/${letterhead}`);
    (await field(/^Name:/)).focus();
    await user.keyboard('{ArrowRight}');
    await waitFor(() =>
      expect(desk.asked('desk.holdOpen').at(-1)).toEqual({
        because: ['Your changes to the certificate design “Letterhead” are not saved.'],
      }),
    );
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await screen.findByText(/“Letterhead” has changes that aren’t saved/)).toBeTruthy();
    await user.click(screen.getByRole('gridcell', { name: 'Plain, Letter' }));
    await user.keyboard('e');
    const question = within(await screen.findByRole('alertdialog', { name: /Discard the changes/ }));
    await user.click(question.getByRole('button', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Keep editing it' }));
    await field(/^Name: 2.014 in/);
  });
});

describe('With the mouse', () => {
  /** The page as large on the screen as in points, so that a pixel is a point. */
  const layPage = () => {
    const page = screen.getByRole('group', { name: 'Fields on the page' });
    page.getBoundingClientRect = () => new DOMRect(0, 0, 792, 612);
  };
  const drag = (element: Element, [x, y]: readonly [number, number], more = {}) => {
    fireEvent.pointerDown(element, { button: 0, clientX: 200, clientY: 200 });
    fireEvent.pointerMove(window, { clientX: 200 + x, clientY: 200 + y, ...more });
    fireEvent.pointerUp(window, { clientX: 200 + x, clientY: 200 + y });
  };

  test('a field is dragged, drawn to lines near it, and free with Alt', async () => {
    await openApp(`/certificate-designs/${letterhead}`);
    const number = await field(/^Number:/);
    layPage();
    drag(number, [-4, -100], { altKey: true });
    await waitFor(() => expect(boxOf('number')).toMatchObject({ x: 140, y: 332 }));
    drag(await field(/^Number:/), [6, 0]);
    await waitFor(() => expect(boxOf('number')).toMatchObject({ x: 144, y: 332 }));
  });

  test('a side is pulled, and a press that trembles moves nothing', async () => {
    await openApp(`/certificate-designs/${letterhead}`);
    const name = await field(/^Name:/);
    layPage();
    drag(name, [1, 1]);
    name.focus();
    const handle = await waitFor(() => {
      const found = name.querySelector('[data-handle="e"]');
      expect(found).not.toBeNull();
      return found as Element;
    });
    drag(handle, [-50, 30], { altKey: true });
    await waitFor(() => expect(boxOf('name')).toEqual({ x: 144, y: 216, width: 454, height: 72 }));
  });
});
