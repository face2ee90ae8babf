import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { FakeElectron } from './fake-electron.ts';

let electron: FakeElectron;
beforeEach(() => {
  electron = new FakeElectron();
  vi.resetModules();
  vi.doMock('electron', () => electron.module);
});
afterEach(() => vi.doUnmock('electron'));

const ours = 'app://bundle/index.html';

/** What the desk answers a sender; `differs` says how it is not the main frame of the desk’s own window. */
async function answerTo(differs: (sender: ReturnType<typeof ownSender>) => object, name: unknown = 'desk.leads') {
  const { connectIpc } = await import('../../../main/electron/ipc.ts');
  const sender = ownSender();
  const { desk } = openTestDesk();
  connectIpc(
    () => desk,
    () => ({ webContents: sender.contents }) as never,
  );
  return electron.handedTo('ipc')({ ...sender.event, ...differs(sender) }, name, {});
}

function ownSender() {
  const mainFrame = { url: ours };
  const contents = { mainFrame };
  return { contents, mainFrame, event: { sender: contents, senderFrame: mainFrame } };
}

const refusal = { ok: false, problem: { sentence: 'This page may not use Cohort Desk.' } };

test('our own page, in the main frame of our own window, is answered', async () => {
  expect(await answerTo(() => ({}))).toMatchObject({ ok: true });
});

test.each<[string, Parameters<typeof answerTo>[0]]>([
  ['another window, whatever its page', ({ mainFrame }) => ({ sender: { mainFrame } })],
  ['a frame of our window, even one with our address', () => ({ senderFrame: { url: ours } })],
  ['a frame that is gone', () => ({ senderFrame: null })],
  ['a page that is not ours', ({ mainFrame }) => Object.assign(mainFrame, { url: 'https://example.org/' }) && {}],
  ['a look-alike of our page', ({ mainFrame }) => Object.assign(mainFrame, { url: 'app://bundle.evil/' }) && {}],
  ['a file', ({ mainFrame }) => Object.assign(mainFrame, { url: 'file:///bundle/index.html' }) && {}],
])('%s is refused, before the name of the call is read', async (_who, differs) => {
  expect(await answerTo(differs)).toMatchObject(refusal);
  expect(await answerTo(differs, 42)).toMatchObject(refusal);
});

test('a call without a name is refused', async () => {
  expect(await answerTo(() => ({}), 42)).toMatchObject({ ok: false, problem: { sentence: 'A call needs a name.' } });
});

test('no one is answered before there is a window', async () => {
  const { connectIpc } = await import('../../../main/electron/ipc.ts');
  const { desk } = openTestDesk();
  connectIpc(
    () => desk,
    () => null,
  );
  expect(await electron.handedTo('ipc')(ownSender().event, 'desk.leads', {})).toMatchObject(refusal);
});

describe('a file that the preload script vouches for', () => {
  const list = () => {
    const file = path.join(temporaryFolder(), 'form.csv');
    writeFileSync(file, 'First Name,Last Name\nAda,Sims\n');
    return file;
  };

  async function connect() {
    const { connectIpc } = await import('../../../main/electron/ipc.ts');
    const { desk, call } = openTestDesk();
    await call('program.establish', { program: 'al-cto', cohorts: 'none' });
    const sender = ownSender();
    connectIpc(
      () => desk,
      () => ({ webContents: sender.contents }) as never,
    );
    return {
      ...sender,
      approve: (file: unknown, event: object = sender.event) => electron.handedTo('ipc desk:approve')(event, file),
      read: (file: string) => electron.handedTo('ipc')(sender.event, 'imports.read', { file }),
    };
  }

  test('is read, and no other that the page names', async () => {
    const { approve, read } = await connect();
    const [chosen, other] = [list(), list()];
    expect(approve(chosen)).toBe(true);
    expect(await read(chosen)).toMatchObject({ ok: true, value: { file: 'form.csv' } });
    expect(await read(other)).toMatchObject({
      ok: false,
      problem: {
        sentence:
          '“form.csv” was not opened, because no one chose it. Choose it in the dialog, or drop it on the window.',
      },
    });
  });

  test('is nothing where another page or frame speaks, or where it is no full path', async () => {
    const { approve, read, event } = await connect();
    const file = list();
    expect(approve(file, { ...event, senderFrame: { url: ours } })).toBe(false);
    expect(approve('form.csv')).toBe(false);
    expect(approve({ toString: () => file })).toBe(false);
    expect(await read(file)).toMatchObject({ ok: false });
  });
});
