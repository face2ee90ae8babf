import { expect, test } from 'vitest';
import { wrongOrdersIn } from './dialog-actions.ts';
import { sources } from './sources.ts';

test('every dialog has its main action first, so that it is drawn at the right and Cancel to the left of it', () => {
  expect(sources.filter(({ path }) => path.endsWith('.tsx')).flatMap(wrongOrdersIn)).toEqual([]);
});

test('a dialog with Cancel before its main action is found', () => {
  const button = '<Button onClick={close}>Cancel</Button><Button kind="primary">Save</Button>';
  const dialogs = `export const A = () => <Dialog title="One" actions={<>${button}</>} />;
export const B = () => <form><footer className="row dialog-actions">${button}</footer></form>;
export const C = () => <div className="row">${button}</div>;
export const D = () => <div className="row"><Button kind="primary">Add</Button><Button>Cancel</Button></div>;`;
  expect(wrongOrdersIn({ path: 'renderer/x.tsx', text: dialogs })).toEqual([
    'renderer/x.tsx: “Cancel” comes before “Save”',
    'renderer/x.tsx: “Cancel” comes before “Save”',
    'renderer/x.tsx: “Add” is drawn to the left of “Cancel”; make its row a footer',
  ]);
});
