import type { Fields } from '../../../main/log/combine.ts';
import { certificateNumbers } from '../../../main/log/numbers.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import { anyId, at, day, there, type Whim } from './whim.ts';

/** A new row of each table of certificates, as a command of the app would make it. */
export const certificateRows = {
  certificateFile: ({ database, one }) => {
    const hash = one(['aa', 'bb']);
    const id = idFor(database, 'certificateFile', { hash });
    return { id, hash, name: `${hash}.png`, kind: 'png', facts: '{}', bytes: 'AA==' };
  },
  certificateDesign: ({ newId, one }) => ({
    id: newId(),
    name: one(['Gold', 'Blue']),
    version: 1,
    document: '{}',
    savedAt: at,
  }),
  certificateDesignFile: (whim) => {
    const designId = there(whim, 'certificateDesign');
    const fileId = there(whim, 'certificateFile');
    const as = { designId: designId as never, fileId: fileId as never };
    return { id: idFor(whim.database, 'certificateDesignFile', as), designId, fileId };
  },
  certificate: (whim) => {
    const participantId = there(whim, 'participant');
    const follows = whim.one([null, 'first']);
    return {
      id: follows === null ? whim.newId() : idFor(whim.database, 'certificate', { participantId, follows }),
      participantId,
      follows,
      number: certificateNumbers(whim, 'P').next().value,
      name: 'Renée Sims',
      issuedOn: day,
      policyVersionId: there(whim, 'policyVersion'),
      overruleReason: null,
      decision: null,
      paper: null,
      designId: anyId(whim, 'certificateDesign'),
    };
  },
  certificateEnding: (whim) => {
    const certificateId = there(whim, 'certificate');
    const isReplaced = whim.one([true, false]);
    return {
      id: idFor(whim.database, 'certificateEnding', { certificateId }),
      certificateId,
      kind: isReplaced ? 'superseded' : 'revoked',
      endedOn: day,
      reason: 'x',
      replacedById: isReplaced ? anyId(whim, 'certificate') : null,
    };
  },
  issuerKey: ({ newId, one }) => {
    const ending = one([null, 'replaced', 'lost']);
    return { id: newId(), publicKey: newId(), since: day, until: ending === null ? null : day, ending };
  },
} satisfies Partial<Record<TableName, (whim: Whim) => Fields>>;
