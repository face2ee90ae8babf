import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { api, type CallName } from '../../../../shared/api.ts';
import { openTestDesk } from '../../open-desk.ts';
import { openRoom, pin, startKiosk } from './a-kiosk.ts';

describe('the gate of a kiosk', () => {
  it('refuses every call but the kiosk’s own three, known or not, in the same words', async () => {
    const { test, session } = await startKiosk();
    const own: readonly CallName[] = ['kiosk.state', 'kiosk.checkIn', 'kiosk.leave'];
    // Object.keys forgets that these are the names of calls.
    const others = (Object.keys(api) as CallName[]).filter((name) => !own.includes(name));
    const said = new Set<string>();
    for (const name of [...others, 'no.such.call']) {
      for (const input of [{}, { text: 'ada' }, { sessionId: session, text: 'ada' }]) {
        const result = await test.desk.call(name, input);
        expect(result.ok, name).toBe(false);
        if (!result.ok) said.add(JSON.stringify(result.problem));
      }
    }
    expect([...said]).toEqual([expect.stringContaining('This laptop is in kiosk mode')]);
    expect(await test.call('kiosk.state', {})).not.toBeNull();
  });

  it('tells its window nothing of who came in', async () => {
    const { test } = await startKiosk();
    test.events.length = 0;
    await test.call('kiosk.checkIn', { code: 'ada@example.org' });
    expect(test.events).toEqual([{ kind: 'changed', tables: [], calls: ['kiosk.state'], label: '', commandId: null }]);
  });

  it('says what the kiosk is, and no more', async () => {
    const { test } = await startKiosk();
    await test.call('kiosk.checkIn', { code: 'ada@example.org' });
    expect(await test.call('kiosk.state', {})).toEqual({
      session: {
        title: 'Data Management and Governance',
        heldOn: '2024-06-03',
        startsAt: '08:00',
        endsAt: '15:30',
        room: 'Ballroom B',
      },
      open: true,
      waitUntil: null,
    });
  });

  it('holds after a restart', async () => {
    const { test } = await startKiosk();
    await test.desk.close();
    const again = openTestDesk(test.databaseFile);
    again.now = test.now;
    expect(again.desk.isKiosk()).toBe(true);
    expect((await again.refusal('people.search', { text: 'ada' })).sentence).toContain('kiosk');
    await again.call('kiosk.leave', { pin });
    expect(await again.call('people.search', { text: 'ada' })).toHaveLength(1);
  });
});

describe('the PIN of a kiosk', () => {
  it('is the way out, and is nowhere in the file', async () => {
    const { test, session } = await startKiosk();
    const bytes =
      readFileSync(test.databaseFile).toString('latin1') + readFileSync(`${test.databaseFile}-wal`).toString('latin1');
    expect(bytes).toContain('"hash"');
    expect(bytes).not.toContain(pin);
    expect((await test.refusal('kiosk.leave', { pin: '000000' })).sentence).toContain('not the PIN');
    await test.call('kiosk.leave', { pin });
    expect(test.events.filter(({ kind }) => kind === 'kiosk')).toEqual([
      { kind: 'kiosk', on: true },
      { kind: 'kiosk', on: false },
    ]);
    expect((await test.call('attendance.session', { sessionId: session })).session.present).toBe(0);
  });

  it.each(['', '123', '1234', '12345', '1234567890123', '12a456', ' 123456', '١٢٣٤٥٦'])('is not %j', async (bad) => {
    const { test, session } = await openRoom();
    await test.refusal('kiosk.start', { sessionId: session, pin: bad });
    expect(test.desk.isKiosk()).toBe(false);
  });

  it('waits longer after each wrong one, also over a restart, and counts no try that it did not judge', async () => {
    const { test } = await startKiosk();
    const wrong = async () => (await test.refusal('kiosk.leave', { pin: '9999' })).sentence;
    const wait = (seconds: number) => {
      test.now = new Date(Date.parse(test.now) + seconds * 1_000).toISOString();
    };
    expect(await wrong()).toContain('Try it again');
    expect(await wrong()).toContain('Try it again');
    expect(await wrong()).toContain('in 5 seconds');
    expect(await wrong()).toContain('Too many wrong PINs. The next can be tried in 5 seconds.');
    expect((await test.refusal('kiosk.leave', { pin })).sentence).toContain('Too many');
    wait(5);
    expect(await wrong()).toContain('in 10 seconds');
    await test.desk.close();
    const again = openTestDesk(test.databaseFile);
    again.now = test.now;
    expect((await again.refusal('kiosk.leave', { pin })).sentence).toContain('in 10 seconds');
    again.now = new Date(Date.parse(test.now) + 10_000).toISOString();
    await again.call('kiosk.leave', { pin });
    expect(again.desk.isKiosk()).toBe(false);
  });

  it('judges one at a time, however many are tried at once', async () => {
    const { test } = await startKiosk();
    const tries = Array.from({ length: 12 }, (_, at) => test.ask('kiosk.leave', { pin: String(1_000 + at) }));
    const said = (await Promise.all(tries)).map((result) => (result.ok ? 'open' : result.problem.sentence));
    expect(said.filter((sentence) => sentence.includes('not the PIN'))).toHaveLength(3);
    expect(said.filter((sentence) => sentence.startsWith('Too many'))).toHaveLength(9);
  });

  it('waits no longer for a clock that was set back', async () => {
    const { test } = await startKiosk();
    for (const _ of [1, 2, 3]) await test.refusal('kiosk.leave', { pin: '9999' });
    test.now = '2020-01-01T08:00:00.000Z';
    expect((await test.refusal('kiosk.leave', { pin })).sentence).toContain('in 5 seconds');
  });

  it('is not needed at a terminal, where the laptop’s own account is', async () => {
    const { test } = await startKiosk();
    const inWindow = await test.refusal('kiosk.release', {});
    expect(inWindow.sentence).toContain('kiosk');
    const released = await runDesk(['kiosk.release', '--db', test.databaseFile]);
    expect(released.exitCode).toBe(0);
    // The window notices at its next look.
    expect(await test.call('kiosk.state', {})).toBeNull();
    expect(test.events.at(-1)).toEqual({ kind: 'kiosk', on: false });
    expect((await runDesk(['kiosk.release', '--db', test.databaseFile])).stderr).toContain('not in kiosk mode');
  });
});
