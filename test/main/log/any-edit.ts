import type { Change } from '../../../main/log/change.ts';
import type { Fields } from '../../../main/log/combine.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import { anyId, change, day, orNothing, there, type Whim } from './whim.ts';

/** What commands change in a row of each table. */
const edits: { readonly [Name in TableName]?: (whim: Whim) => Fields } = {
  policyVersion: ({ one }) => ({ note: one(['x', 'y']) }),
  course: ({ one }) => ({ title: one(['Law', 'Data', 'Ethics']) }),
  organization: ({ one }) => ({ name: one(['Lee County', 'Pike Road', 'Auburn']) }),
  person: (whim) =>
    whim.one<Fields>([
      { phone: whim.one(['1', '2', null]) },
      { givenName: whim.one(['Renée', 'Rene']) },
      { organizationId: anyId(whim, 'organization') },
    ]),
  cohort: ({ one }) => one<Fields>([{ name: one(['Golf', 'Hotel', 'India', 'Juliett']) }, { seats: one([28, 30]) }]),
  application: ({ one }) =>
    one<Fields>([
      { status: one(['accepted', 'withdrawn']), statusReason: one(['a', null]) },
      { needs: one(['x', null]) },
    ]),
  seatOffer: ({ one }) =>
    one<Fields>([
      { answer: 'open', answeredOn: null },
      { answer: one(['taken', 'lapsed']), answeredOn: day },
    ]),
  participant: (whim) =>
    whim.one<Fields>([
      { status: 'graduated', graduatedOn: whim.one([day, '2024-06-02']) },
      { remark: whim.one(['a', 'b', null]) },
      { cohortId: there(whim, 'cohort') },
      { applicationId: anyId(whim, 'application') },
    ]),
  conference: ({ one }) => ({ place: one(['Mobile', null]) }),
  session: (whim) => whim.one<Fields>([{ room: whim.one(['A', 'B']) }, { conferenceId: anyId(whim, 'conference') }]),
  certificate: ({ one }) => ({ name: one(['R. Sims', 'O. Sims']) }),
  recertificationDue: ({ one }) => ({ dueOn: one([day, '2025-06-01']) }),
  recertificationExtension: ({ one }) => ({ takenBackOn: one([null, day]), takenBackBecause: one(['x', null]) }),
  examDate: ({ one }) => ({ examOn: one([day, '2024-05-02']) }),
  birthMonth: ({ one }) => ({ month: one([2, 3]) }),
  recertificationAudit: ({ one }) =>
    one<Fields>([{ answeredOn: one([null, day]) }, { outcome: 'passed', decidedOn: day, note: null }]),
  letterTemplate: ({ one }) => ({ subject: one(['s', 't']) }),
  feePayment: (whim) => ({ organizationId: anyId(whim, 'organization') }),
  invoice: (whim) => ({ organizationId: there(whim, 'organization') }),
  savedMapping: ({ one }) => ({ shapes: one(['[]', '[1]']) }),
  badge: (whim) =>
    whim.one<Fields>([
      { personId: null, name: 'Anna' },
      { personId: there(whim, 'person'), name: null },
    ]),
  makeUp: ({ one }) => ({ note: one(['x', null]) }),
  columnSet: ({ one }) => ({ columns: one(['[]', '["name"]']) }),
};

/** The tables whose rows some command changes. */
export const editedTables = Object.keys(edits) as readonly TableName[];
/** A change of some row of this table; null where there is none. */
export const editAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => {
    const fields = edits[table]?.(whim);
    return fields ? change({ kind: 'update', table, id: there(whim, table), fields }) : null;
  });

/** The removal of some row of this table; null where there is none. */
export const removeAny = (whim: Whim, table: TableName): Change | null =>
  orNothing(() => change({ kind: 'remove', table, id: there(whim, table) }));
