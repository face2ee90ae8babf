import { countOf } from '../../../shared/model/counts.ts';
import { compareOrder } from '../../../shared/model/listed-names.ts';
import './sheet.css';
import { ArrowLeft } from 'lucide-react';
import { sayDay } from '../../../shared/model/dates.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { perform } from '../../kit/perform.ts';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { SheetLines } from './sheet-lines.tsx';
import { noOne, tickedAt, useTicks } from './store.ts';

/**
 * The paper sheet, entered by whoever reads it aloud: letters find a name, or the number or the code on the line its
 * person, wherever they stand by now; Space ticks them and goes on to the next.
 * What is ticked is marked present, or everyone else is, as one command.
 */
export function SheetEntry({ view, onLeave }: { readonly view: SessionView; readonly onLeave: () => void }) {
  const { session } = view;
  const ticked = useTicks(() => tickedAt(session.id));
  const tick = useTicks((state) => state.tick);
  const people = view.people.toSorted((a, b) => compareOrder(a.order, b.order));
  const open = people.filter(({ present }) => !present);
  const these = open.filter(({ personId }) => ticked.has(personId));
  const others = open.filter(({ personId }) => !ticked.has(personId));

  const mark = async (whom: readonly AttendeeRow[], but: readonly AttendeeRow[]) => {
    if (whom.length === 0) return;
    const listed = but.length > 0 ? but : whom;
    const yes = await confirm({
      title: `Mark ${whom.length === 1 ? whom[0]?.name : countOf(whom.length, 'person', 'people')} present?`,
      sentence:
        but.length > 0
          ? `Everyone who is not in yet at ${session.title} on ${sayDay(session.heldOn)}, but these ${but.length}:`
          : `At ${session.title} on ${sayDay(session.heldOn)}, as on the sign-in sheet.`,
      lines: firstOf(listed),
      action: `Mark ${whom.length}`,
    });
    if (!yes) return;
    const personIds = whom.map(({ personId }) => personId);
    const result = await perform('attendance.mark', { sessionId: session.id, personIds });
    if (result.ok) tick(session.id, noOne);
  };
  const markThese = () => void mark(these, []);
  const markOthers = () => void mark(others, these);
  useCommands([
    { id: 'sheet.leave', label: 'Back to the list', keys: 'Alt+ArrowLeft', run: onLeave },
    { id: 'sheet.these', label: 'Mark checked people present', keys: 'Mod+Enter', run: markThese },
    { id: 'sheet.others', label: 'Mark everyone else present', keys: 'Mod+Shift+Enter', run: markOthers },
  ]);
  const why = session.when === 'coming' ? 'The session hasn’t happened yet.' : null;
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Sign-in sheet"
          sub={`${session.title}, ${sayDay(session.heldOn)}`}
          actions={
            <>
              <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onLeave}>
                The list
              </Button>
              <Button
                keys="Mod+Shift+Enter"
                disabledBecause={why ?? (others.length === 0 ? 'Everyone is checked off or checked in.' : null)}
                onClick={markOthers}
              >
                Mark the other {others.length} present
              </Button>
              <Button
                kind="primary"
                keys="Mod+Enter"
                disabledBecause={why ?? (these.length === 0 ? 'No one is checked.' : null)}
                onClick={markThese}
              >
                Mark {these.length} present
              </Button>
            </>
          }
        />
      }
    >
      {people.length === 0 ? (
        <Empty title="No one is expected yet">A session expects the participants in its cohorts.</Empty>
      ) : (
        <SheetLines
          sessionId={session.id}
          people={people}
          ticked={ticked}
          onTick={(change) => tick(session.id, change(tickedAt(session.id)))}
          onLeave={onLeave}
        />
      )}
    </Screen>
  );
}

const firstOf = (people: readonly AttendeeRow[]): readonly string[] =>
  people
    .slice(0, 8)
    .map(({ name }) => name)
    .concat(people.length > 8 ? [`and ${people.length - 8} more`] : []);
