import { sayCount } from '../../../shared/model/counts.ts';
import './letters.css';
import { Mails, Table2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { type CohortId, PersonId } from '../../../shared/model/ids.ts';
import { letterKinds } from '../../../shared/model/letters.ts';
import { type LetterRow, letterShows, sayLetterShow } from '../../../shared/views/letters.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { NoCohort } from '../../kit/empty.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { heldRows } from '../../kit/held-rows.ts';
import { useAsked } from '../../kit/opened.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { useStatus, useZone } from '../../kit/status-store.ts';
import { Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { columnsOfLetters } from './columns.tsx';
import { NoLetters } from './empty.tsx';
import { Kinds } from './kinds.tsx';
import { LetterPane } from './letter-pane.tsx';
import { useLetters } from './store.ts';
import { countToWrite, whyNotWrite, writeLetters } from './write.ts';

/** Letters to the people of a cohort: who is to get which, as it would read, and out as drafts or a mail merge. */
export function LettersPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const status = useStatus();
  const here = cohortId ?? status?.currentCohort?.id ?? null;
  if (here) return <CohortLetters key={here} cohortId={here} />;
  return (
    <Screen toolbar={<Toolbar title="Letters" />}>
      {status && (
        <NoCohort icon={<Mails />} title="Letters belong to a cohort, and there is none yet">
          Once people have applied, write letters here to those accepted, waiting or declined, each filled in for the
          person.
        </NoCohort>
      )}
    </Screen>
  );
}

const idOf = ({ personId }: LetterRow): string => personId;

function CohortLetters({ cohortId }: { readonly cohortId: CohortId }) {
  const { kind, show, search, openId, selected, replyBy, look } = useLetters();
  const zone = useZone();
  const askedShow = useAsked('show');
  const asked = letterKinds.find((each) => each === askedShow);
  const rows = useSlices('letters.list', (slice) => ({ kind, cohortId, show, search, ...slice }));
  // While another kind is asked, everything here goes on being about the one that is seen.
  const { answer } = rows;
  useEffect(() => {
    if (asked) look({ kind: asked, show: 'to-write', search: '', openId: null, selected: new Set() });
  }, [asked, look]);
  useEffect(() => () => look({ selected: new Set(), openId: null }), [look]);

  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);
  const all = useMemo(() => columnsOfLetters(zone), [zone]);
  // A letter is written to the one who is selected, so that is the letter which is shown.
  const only = held.length === 1 ? held[0] : undefined;
  const shownId = only?.personId ?? openId;
  const at = useMemo(() => placeOf(rows, shownId), [rows, shownId]);
  const opened = only ?? rows.rowAt(at);
  const step = (index: number) => {
    const row = rows.rowAt(index);
    return row ? () => look({ openId: row.personId, ...(only ? { selected: new Set<string>() } : {}) }) : null;
  };
  const onStep = { next: step(at + 1), previous: step(at - 1) };
  const day = replyBy ?? answer?.usualReplyBy ?? null;
  const whyNot = whyNotWrite(answer, held);
  const write = (channel: 'eml' | 'mail-merge') => {
    if (answer && whyNot === null) void writeLetters({ answer, selected: held, channel, replyBy: day });
  };
  useCommands([
    {
      id: 'letters.drafts',
      label: 'Write these letters as mail drafts',
      keys: 'W',
      onRows: { label: 'Write mail drafts…', whyNot },
      run: () => write('eml'),
    },
    {
      id: 'letters.merge',
      label: 'Save these letters for a mail merge',
      keys: 'M',
      onRows: { label: 'Save for a mail merge…', whyNot },
      run: () => write('mail-merge'),
    },
    { id: 'letters.next', label: 'Next person', keys: 'N', run: () => onStep.next?.() },
    { id: 'letters.previous', label: 'Previous person', keys: 'P', run: () => onStep.previous?.() },
  ]);
  const count = answer ? countToWrite({ answer, selected: held }) : 0;

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Letters"
          sub={<CohortSelect path="/letters" cohortId={cohortId} />}
          actions={
            <>
              <Button
                icon={<Table2 aria-hidden="true" />}
                keys="M"
                disabledBecause={whyNot}
                onClick={() => write('mail-merge')}
              >
                Mail merge…
              </Button>
              <Button kind="primary" keys="W" disabledBecause={whyNot} onClick={() => write('eml')}>
                {count > 0 ? `Write ${sayCount(count)}…` : 'Write…'}
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={letterShows.map((key) => ({ key, label: sayLetterShow[key] }))}
            onChange={(next) => look({ show: next, selected: new Set() })}
          />
          {answer?.asksReplyBy && (
            <div className="letters-reply">
              <DateField label="Reply by" value={day} onChange={(next) => look({ replyBy: next })} />
            </div>
          )}
        </Toolbar>
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <div className="letters">
          <Kinds
            counts={answer?.counts}
            kind={kind}
            onChange={(next) => look({ kind: next, openId: null, selected: new Set() })}
          />
          <div className="letters-who">
            <DataTable
              name="letters"
              label={`Who gets letters of ${answer?.cohort.name ?? 'the cohort'}`}
              columns={all}
              rows={rows}
              idOf={idOf}
              openId={opened?.personId ?? null}
              onOpen={({ personId }) => look({ openId: personId })}
              selected={selected}
              onSelect={(ids) => look({ selected: ids })}
              empty={answer && <NoLetters answer={answer} show={show} search={search} look={look} />}
            />
          </div>
          {answer && (
            <LetterPane
              key={answer.kind}
              answer={answer}
              personId={PersonId.safeParse(opened?.personId).data ?? null}
              replyBy={answer.asksReplyBy ? day : null}
              several={held.length > 1 ? held.length : 0}
              onClear={() => look({ selected: new Set() })}
              onStep={onStep}
            />
          )}
        </div>
      )}
    </Screen>
  );
}

/** Where the open person stands in the list; the first where no one is open, or who was is not here any more. */
function placeOf(
  rows: { readonly total: number; readonly rowAt: (index: number) => LetterRow | undefined },
  openId: string | null,
): number {
  if (openId === null) return 0;
  for (let index = 0; index < rows.total; index += 1) if (rows.rowAt(index)?.personId === openId) return index;
  return 0;
}
