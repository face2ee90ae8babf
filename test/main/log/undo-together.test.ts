import { describe, expect, test } from 'vitest';
import { insert, update } from '../../../main/log/change.ts';
import * as ids from '../../../shared/model/ids.ts';
import { ada, application, meetAgain, program, rows } from './met-program.ts';

describe('undo, with another laptop’s steps in the log', () => {
  test('of adding what another laptop had added before gives back what that one had said of it', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Applied', insert('application', application(one, ada.id)));
    await two.makes('Applied, and accepted', insert('application', application(two, ada.id, 'accepted')));
    await meetAgain(laptops);
    expect(rows(one, 'application', 'status')).toEqual([{ status: 'accepted' }]);
    two.minute = 30;
    expect(await two.undoes()).toBe(true);
    await meetAgain(laptops);
    expect(rows(one, 'application', 'status')).toEqual([{ status: 'submitted' }]);
  });

  test('takes back this laptop’s own last step, and refuses where the other touched the same after it', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Phone by A', update('person', ada.id, { phone: '3' }));
    await two.makes('Title by B', update('person', ada.id, { jobTitle: 'Principal' }));
    await meetAgain(laptops);
    expect(await one.undoes()).toBe(true);
    expect(rows(one, 'person', 'phone', 'jobTitle')[0]).toEqual({ phone: '1', jobTitle: 'Principal' });
    expect(await one.redoes()).toBe(true);
    await two.hearsAll(one);
    two.minute = 40;
    await two.makes('Phone by B', update('person', ada.id, { phone: '4' }));
    await meetAgain(laptops);
    expect(await one.undoes()).toBe(false);
    expect(await two.undoes()).toBe(true);
    expect(rows(two, 'person', 'phone')[0]).toEqual({ phone: '2' });
    await meetAgain(laptops);
    expect(rows(one, 'person', 'phone')).toEqual([{ phone: '2' }, { phone: '3' }]);
  });

  test('of one step on both laptops is one undo; a redo on either brings it back for both', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Phone by A', update('person', ada.id, { phone: '3' }));
    await meetAgain(laptops);
    const { id } = one.database.get<{ id: string }>("SELECT id FROM logCommand WHERE label = 'Phone by A'") ?? {
      id: '',
    };
    one.minute = 20;
    two.minute = 21;
    expect(await one.undoes()).toBe(true);
    expect(await two.undoes(ids.CommandId.parse(id))).toBe(true);
    await meetAgain(laptops);
    expect(rows(one, 'person', 'phone')).toEqual([{ phone: '1' }, { phone: '2' }]);
    one.minute = 30;
    expect(await one.redoes()).toBe(true);
    await meetAgain(laptops);
    expect(rows(two, 'person', 'phone')).toEqual([{ phone: '2' }, { phone: '3' }]);
    expect(await two.redoes()).toBe(false);
  });

  test('gives back what the other laptop had set meanwhile, not what it had overwritten unseen', async () => {
    const { laptops, one, two } = await program(2);
    await one.makes('Phone by A', update('person', ada.id, { phone: '3' }));
    two.minute = 5;
    await two.makes('Phone by B', update('person', ada.id, { phone: '4' }));
    await meetAgain(laptops);
    expect(rows(two, 'person', 'phone')).toEqual([{ phone: '2' }, { phone: '4' }]);
    two.minute = 30;
    expect(await two.undoes()).toBe(true);
    await meetAgain(laptops);
    expect(rows(one, 'person', 'phone')).toEqual([{ phone: '2' }, { phone: '3' }]);
  });
});
