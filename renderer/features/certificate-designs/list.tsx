import { Brush, Plus } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DesignChoice } from '../../../shared/model/certificate-designs.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { DesignLine, DesignsView } from '../../../shared/views/certificate-designs.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { allRows, type Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { perform } from '../../kit/perform.ts';
import { Screen } from '../../kit/screen.tsx';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import { Back, Toolbar } from '../../kit/toolbar.tsx';
import { isChanged } from './draft.ts';
import { SavedDesignPage } from './drawn-page.tsx';
import { NewDesignDialog } from './new-dialog.tsx';
import { editorOf, useDesigns } from './store.ts';

const idOf = ({ choice }: DesignLine): string => choice;

/** Where a design comes from, and which version of it this is. */
const sayVersion = ({ version }: DesignLine): string =>
  version === null ? 'Built in' : `Version ${sayCount(version)}`;

const columnsIn = (zone: string): readonly Column<DesignLine>[] => [
  { key: 'name', title: 'Design', least: 180, always: true, sortable: false, text: ({ name }) => name },
  { key: 'version', title: 'Version', width: 100, sortable: false, text: sayVersion },
  {
    key: 'savedAt',
    title: 'Saved',
    width: 170,
    mute: true,
    sortable: false,
    text: ({ savedAt }) => (savedAt === null ? '' : sayInstant(savedAt, zone)),
  },
  {
    key: 'inUse',
    title: 'New certificates',
    width: 140,
    sortable: false,
    text: ({ inUse }) => (inUse ? 'In use' : ''),
    cell: ({ inUse }) => inUse && <Status of="in-force">In use</Status>,
  },
  {
    key: 'issued',
    title: 'Issued',
    width: 76,
    align: 'end',
    sortable: false,
    text: ({ issued }) => (issued === 0 ? '' : sayCount(issued)),
  },
  {
    key: 'cohorts',
    title: 'Cohorts',
    least: 120,
    mute: true,
    sortable: false,
    text: ({ cohorts }) => cohorts.join(', '),
  },
];

/** Every design: those that come with the app and the leads' own, which one new certificates use, and what was issued. */
export function DesignList({ view }: { readonly view: DesignsView }) {
  const { draft, openId, look } = useDesigns();
  const [, go] = useLocation();
  const [asksNew, setAsksNew] = useState(false);
  const zone = useZone();
  const open = view.designs.find(({ choice }) => choice === openId);
  const used = view.designs.find(({ inUse }) => inUse);
  const unsaved = draft !== null && isChanged(draft) ? draft : null;
  const edit = async (choice: DesignChoice) => {
    if (unsaved !== null && unsaved.choice !== choice && !(await mayDiscard(unsaved.name))) return;
    go(editorOf(choice));
  };
  const begin = () => setAsksNew(true);
  const use = (line: DesignLine) => void perform('certificateDesigns.use', { choice: line.choice });
  const back = () => go('/graduates');
  useCommands([
    { id: 'designs.new', label: 'New certificate design', keys: 'N', run: begin },
    { id: 'designs.back', label: 'Back to graduates', keys: 'Alt+ArrowLeft', run: back },
    ...(open
      ? [
          {
            id: 'designs.edit',
            label: `Open “${open.name}” in the editor`,
            keys: 'E',
            run: () => void edit(open.choice),
          },
          ...(open.inUse
            ? []
            : [
                {
                  id: 'designs.use',
                  label: `Use “${open.name}” for new certificates`,
                  keys: 'U',
                  run: () => use(open),
                },
              ]),
        ]
      : []),
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Certificate designs"
          sub={
            used &&
            `New certificates use “${used.name}”${used.version === null ? '' : `, version ${sayCount(used.version)}`}`
          }
          actions={
            <>
              <Back to="Graduates" onClick={back} />
              <Button kind="primary" keys="N" icon={<Plus aria-hidden="true" />} onClick={begin}>
                New design…
              </Button>
            </>
          }
        />
      }
      inspector={
        open && (
          <Inspector
            key={open.choice}
            title={open.name}
            sub={sayVersion(open)}
            status={open.inUse && <Status of="in-force">In use</Status>}
            onClose={() => look({ openId: null })}
            actions={
              <>
                <Button
                  kind="primary"
                  keys="E"
                  icon={<Brush aria-hidden="true" />}
                  onClick={() => void edit(open.choice)}
                >
                  Open
                </Button>
                <Button
                  keys="U"
                  disabledBecause={open.inUse ? 'New certificates use it already.' : null}
                  onClick={() => use(open)}
                >
                  Use
                </Button>
              </>
            }
          >
            <SavedDesignPage choice={open.choice} />
            <FactList
              of={[
                ['Saved', open.savedAt === null ? 'Comes with the app' : sayInstant(open.savedAt, zone)],
                ['Issued', sayCount(open.issued)],
                ['Cohorts', open.cohorts.join(', ')],
              ]}
            />
            <p className="mute">
              Certificates that were issued keep the version that they were issued with, and print again just the same.
            </p>
          </Inspector>
        )
      }
    >
      {unsaved && (
        <p className="designs-unsaved" role="status">
          “{unsaved.name}” has changes that aren’t saved.
          <Button onClick={() => go(editorOf(unsaved.choice))}>Keep editing it</Button>
          <Button onClick={() => void mayDiscard(unsaved.name)}>Discard…</Button>
        </p>
      )}
      <DataTable
        name="certificate designs"
        label="Certificate designs"
        columns={columnsIn(zone)}
        rows={allRows(view.designs)}
        idOf={idOf}
        openId={openId}
        onOpen={({ choice }) => look({ openId: choice })}
      />
      {asksNew && (
        <NewDesignDialog
          unsaved={unsaved?.name ?? null}
          onClose={() => setAsksNew(false)}
          onBegun={(choice) => {
            setAsksNew(false);
            go(editorOf(choice));
          }}
        />
      )}
    </Screen>
  );
}

/** Asks whether the draft may go; it is gone where the answer is true. */
export async function mayDiscard(name: string): Promise<boolean> {
  const yes = await confirm({
    title: `Discard the changes to “${name}”?`,
    sentence: 'They aren’t saved. The design stays as it was last saved.',
    action: 'Discard',
    kind: 'danger',
  });
  if (yes) useDesigns.getState().discard();
  return yes;
}
