import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rulesUnder } from '../../../../main/rules/recertification/kept-rules.ts';
import { decideRecertification } from '../../../../main/rules/recertification/recertification.ts';
import { addDays } from '../../../../shared/model/dates.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { policy } from '../al-cto.ts';
import { certified, day, standing, ticked } from './certified.ts';

const due = day('2022-06-01');
const offset = fc.integer({ min: -400, max: 900 }).map((days) => addDays(due, days));

it('says of one due date what the rule of due dates says, on every day, with any grace and lapse', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
      fc.option(offset, { nil: null }),
      offset,
      fc.option(fc.constant('2017-06-09'), { nil: null }),
      (graceDays, lapseDays, receivedOn, on, graduatedOn) => {
        const changed = Policy.parse({
          ...policy,
          recertification: { ...policy.recertification, graceDays, lapseDays },
        });
        const { state, reasons } = decideRecertification(changed, { dueOn: due, receivedOn, remark: null }, on);
        const { life, cycle } = standing(
          rulesUnder(changed),
          certified(graduatedOn, {
            statedEnds: [{ cycle: 1, endOn: due }],
            ticked: receivedOn === null ? [] : [ticked('documentation', receivedOn)],
          }),
          on,
        );
        const hasLapsed = reasons.some(({ sentence }) => sentence.startsWith('The certificate lapsed'));
        const said = { due: 'active', 'in-grace': 'in-grace', overdue: hasLapsed ? 'lapsed' : 'overdue' } as const;
        expect(cycle).toMatchObject({ number: 1, endsOn: due });
        if (state === 'received') expect([life, cycle?.outcome]).toEqual(['active', 'completed']);
        else if (state === 'received-late') expect([life, cycle?.outcome]).toEqual(['active', 'completed-late']);
        else expect(life).toBe(said[state]);
      },
    ),
    { numRuns: 500 },
  );
});
