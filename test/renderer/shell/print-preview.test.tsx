import { act, screen, waitFor, within } from '@testing-library/react';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { printPaper } from '../../../renderer/kit/print.ts';
import { CohortId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { PaperPreview } from '../../../shared/views/papers.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers, openApp } from '../open-app.tsx';

const paper: PaperPreview = {
  paperId: '01890000-0000-7000-8000-000000000900',
  title: 'Certificates Foxtrot',
  holds: '25 certificates',
  notes: ['One name can’t be set.'],
  pages: 25,
  width: 792,
  height: 612,
};
const cohortId = CohortId.parse('01890000-0000-7000-8000-000000000001');
const svg = (page: number) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${page}</title></svg>`;

const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    'history.list': () => refuse('Not in this test.'),
    'papers.preview': () => done(paper),
    'papers.pages': ({ from, count }) =>
      done({ from, pages: Array.from({ length: Math.min(count, 25 - from) }, (_, at) => svg(from + at)) }),
    'papers.close': () => done(null),
    'papers.print': () => done({ printed: true }),
    'papers.save': () => done({ file: '/home/lead/Certificates.pdf', holds: '25 pages', notes: [] }),
    ...more,
  });

async function look() {
  const user = await openApp('/history');
  await act(() => printPaper('graduates.printCertificates', { cohortId }).then(() => undefined));
  const dialog = await screen.findByRole('dialog', { name: 'Certificates Foxtrot' });
  return { user, dialog: within(dialog) };
}

beforeEach(() => {
  // jsdom decodes no images and knows no sheets made by scripts.
  HTMLImageElement.prototype.decode = () => Promise.resolve();
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
});

afterAll(() => {
  Reflect.deleteProperty(HTMLImageElement.prototype, 'decode');
  Reflect.deleteProperty(document, 'adoptedStyleSheets');
});

describe('The preview of a paper', () => {
  test('shows every page as an image, says what it holds and what is left out', async () => {
    const desk = aDesk();
    const { dialog } = await look();
    await dialog.findByRole('img', { name: 'Page 25 of 25' });
    expect(dialog.getAllByRole('img')).toHaveLength(25);
    expect(dialog.getByText('25 certificates · 25 pages')).toBeTruthy();
    expect(dialog.getByText('One name can’t be set.')).toBeTruthy();
    expect(dialog.getByRole('img', { name: 'Page 3 of 25' }).getAttribute('src')).toBe(
      `data:image/svg+xml,${encodeURIComponent(svg(2))}`,
    );
    expect(desk.asked('papers.pages').map(({ from, count }) => [from, count])).toEqual([
      [0, 2],
      [2, 10],
      [12, 10],
      [22, 10],
    ]);
    await expectNoBarriers();
  });

  test('goes to the system’s dialog with every page drawn, and is put away when it was printed', async () => {
    let onPaper = 0;
    const desk = aDesk({
      'papers.print': () => {
        onPaper = document.querySelectorAll('body > .print-pages img').length;
        return done({ printed: true });
      },
    });
    const { user, dialog } = await look();
    await dialog.findByRole('img', { name: 'Page 25 of 25' });
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByText('Certificates Foxtrot: 25 pages went to the printer.');
    expect(onPaper).toBe(25);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.querySelector('.print-pages')).toBeNull();
    await waitFor(() => expect(desk.asked('papers.close')).toEqual([{ paperId: paper.paperId }]));
  });

  test('stays when the dialog is cancelled, and says why when it failed', async () => {
    const desk = aDesk({ 'papers.print': () => done({ printed: false }) });
    const { user, dialog } = await look();
    await dialog.findByRole('img', { name: 'Page 25 of 25' });
    await user.click(dialog.getByRole('button', { name: /^Print…/ }));
    await waitFor(() => expect(desk.asked('papers.print')).toHaveLength(1));
    await waitFor(() => expect(document.querySelector('.print-pages')).toBeNull());
    expect(screen.getByRole('dialog', { name: 'Certificates Foxtrot' })).toBeTruthy();
    desk.answer({ 'papers.print': () => refuse('It was not printed: no printer.') });
    await user.click(dialog.getByRole('button', { name: /^Print…/ }));
    await screen.findByText('It was not printed: no printer.');
    expect(desk.asked('papers.close')).toEqual([]);
  });

  test('can be saved by its key, and goes with Escape', async () => {
    const desk = aDesk();
    const { user } = await look();
    await user.keyboard('{Control>}s{/Control}');
    await screen.findByText('Saved 25 pages to Certificates.pdf.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(desk.asked('papers.close')).toEqual([{ paperId: paper.paperId }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('of a paper that can’t be made is none', async () => {
    aDesk({ 'papers.preview': () => refuse('No certificate was issued yet.') });
    await openApp('/history');
    await act(() => printPaper('graduates.printCertificates', { cohortId }).then(() => undefined));
    await screen.findByText('No certificate was issued yet.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
