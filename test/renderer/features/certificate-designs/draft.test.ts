import { describe, expect, test } from 'vitest';
import { moved, onPage, pulled } from '../../../../renderer/features/certificate-designs/boxes.ts';
import {
  type DesignDraft,
  edited,
  isChanged,
  redone,
  undone,
} from '../../../../renderer/features/certificate-designs/draft.ts';
import { addables } from '../../../../renderer/features/certificate-designs/new-field.ts';
import { CertificateDesignDocument } from '../../../../shared/model/certificate-designs.ts';
import { aDesign } from './a-design.ts';

const begun: DesignDraft = {
  choice: 'plain',
  name: 'Plain, Letter',
  version: null,
  base: aDesign,
  document: aDesign,
  past: [],
  future: [],
  about: null,
};
const paper = (name: 'letter' | 'a4') => (document: CertificateDesignDocument) => ({ ...document, paper: name });
const fewer = (document: CertificateDesignDocument) => ({ ...document, fields: document.fields.slice(1) });

describe('A draft', () => {
  test('goes back and forth by steps, and is unchanged where it began', () => {
    const twice = edited(edited(begun, paper('a4')), fewer);
    expect(isChanged(twice)).toBe(true);
    const back = undone(undone(twice));
    expect(isChanged(back)).toBe(false);
    expect(undone(back)).toBe(back);
    expect(redone(redone(back)).document).toEqual(twice.document);
    expect(redone(redone(redone(back))).document).toEqual(twice.document);
  });

  test('takes steps about the same as one, as when an arrow key is held down', () => {
    const grow = (document: CertificateDesignDocument) => ({
      ...document,
      fields: document.fields.map((field) => ({ ...field, box: { ...field.box, x: field.box.x + 1 } })),
    });
    const held = [1, 2, 3].reduce((draft) => edited(draft, grow, 'place of name'), begun);
    expect(held.past).toHaveLength(1);
    expect(isChanged(undone(held))).toBe(false);
    expect(edited(held, grow, 'size of name').past).toHaveLength(2);
  });

  test('has no step where nothing changed, and forgets what was undone once something else is done', () => {
    expect(edited(begun, paper('letter'))).toBe(begun);
    expect(edited(undone(edited(begun, paper('a4'))), fewer).future).toEqual([]);
  });
});

const box = { x: 100, y: 100, width: 50, height: 20 };

describe('A field on the page', () => {
  test.each([
    ['moves by so many points', moved(box, 'letter', [3, -4]), { ...box, x: 103, y: 96 }],
    ['stops at the left and upper edge', moved(box, 'letter', [-500, -500]), { ...box, x: 0, y: 0 }],
    ['stops at the right and lower edge', moved(box, 'letter', [5_000, 5_000]), { ...box, x: 742, y: 592 }],
    ['is brought back onto the page', onPage({ ...box, x: -40 }, 'a4'), { ...box, x: 0 }],
    ['grows to the right', pulled(box, 'letter', { x: 'right', y: null }, [10, 99]), { ...box, width: 60 }],
    [
      'grows to the left and keeps its right side',
      pulled(box, 'letter', { x: 'left', y: null }, [-10, 0]),
      { ...box, x: 90, width: 60 },
    ],
    [
      'never turns inside out',
      pulled(box, 'letter', { x: 'left', y: 'top' }, [500, 500]),
      { x: 142, y: 112, width: 8, height: 8 },
    ],
    [
      'grows no further than the page',
      pulled(box, 'letter', { x: 'right', y: 'bottom' }, [5_000, 5_000]),
      { x: 100, y: 100, width: 692, height: 512 },
    ],
  ])('%s', (_, after, expected) => expect(after).toEqual(expected));

  test('of every kind can be added, twice too, and the design can still be kept', () => {
    let all: CertificateDesignDocument = { ...aDesign, fields: [] };
    for (const each of [...addables(['Mara Lindqvist', 'Dr. Ada Birch']), ...addables(['Mara Lindqvist'])]) {
      all = { ...all, fields: [...all.fields, each.field(all)] };
    }
    expect(CertificateDesignDocument.safeParse(all).success).toBe(true);
    expect(new Set(all.fields.map(({ id }) => id)).size).toBe(all.fields.length);
  });
});
