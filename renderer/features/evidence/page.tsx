import './evidence.css';
import { FileCheck, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';
import { askReason } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';
import { perform } from '../../kit/perform.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Search, Toolbar } from '../../kit/toolbar.tsx';
import { EvidenceDialog } from './add-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { PartDialog } from './part-dialog.tsx';
import { useReviewCommands } from './review-commands.ts';
import { ReviewPane } from './review-pane.tsx';
import { useEvidence } from './store.ts';
import { useEvidenceHere } from './use-evidence-here.ts';
import { sayAmount } from './words.ts';

/** What waits for review, oldest first: one after another from the keyboard, with what shows it beside. */
export function EvidencePage() {
  const { openId, search, look, add } = useEvidence();
  const [, go] = useLocation();
  const [isPart, setPart] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const rows = useSlices('evidence.queue', (slice) => ({ search, ...slice }));
  const asked = rows.answer?.asked;
  const at = useMemo(() => placeOf(rows, openId), [rows, openId]);
  const row = rows.rowAt(at);
  useEvidenceHere(null);
  const columns = useMemo(() => columnsOfEvidence((each) => (asked ? sayAmount(each.claimed, asked) : '')), [asked]);
  const step = (by: 1 | -1) => {
    const next = rows.rowAt(at + by);
    if (next) look({ openId: next.id });
  };
  // Whoever was decided leaves the list; the one after it is next, or the one before the end.
  const goOn = () => look({ openId: (rows.rowAt(at + 1) ?? rows.rowAt(at - 1))?.id ?? null });
  const decide = async (decision: { kind: 'accept' } | { kind: 'return'; reason: string }) => {
    if (!row) return;
    const result = await perform('evidence.review', { itemId: row.id, decision });
    if (result.ok) goOn();
  };
  const giveBack = async () => {
    if (!row) return;
    const reason = await askReason({
      title: `Return “${row.title}” to ${row.name}`,
      sentence: 'It counts for nothing until more comes in. The reason is saved with it.',
      placeholder: 'No name on the certificate',
      action: 'Return',
    });
    if (reason !== null) await decide({ kind: 'return', reason });
  };
  const part = () => {
    if (row && row.claimed > 0) setPart(true);
  };
  const whyNone = row ? null : 'Nothing waits for review.';
  useReviewCommands({
    accept: () => void decide({ kind: 'accept' }),
    part,
    giveBack: () => void giveBack(),
    correct: () => setCorrecting(row !== undefined),
    step,
    add: () => add({ kind: 'new', person: null, files: [] }),
  });
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Review evidence"
          sub={<span>{rows.total > 0 ? `${countOf(rows.total, 'waits', 'wait')}, oldest first` : ''}</span>}
          actions={
            <>
              <Button onClick={() => go('/recertification')}>Re-certification</Button>
              <Button
                icon={<Plus aria-hidden="true" />}
                keys="E"
                onClick={() => add({ kind: 'new', person: null, files: [] })}
              >
                Add evidence…
              </Button>
              <Button keys="R" disabledBecause={whyNone} onClick={() => void giveBack()}>
                Return…
              </Button>
              <Button
                keys="P"
                disabledBecause={
                  whyNone ?? (row && row.claimed > 0 ? null : 'Nothing is claimed of which a part could count.')
                }
                onClick={part}
              >
                Part…
              </Button>
              <Button kind="primary" keys="A" disabledBecause={whyNone} onClick={() => void decide({ kind: 'accept' })}>
                Accept
              </Button>
            </>
          }
        >
          <Search
            label="Search evidence"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text, openId: null })}
          />
        </Toolbar>
      }
    >
      <div className="evidence">
        <div className="evidence-queue">
          <DataTable
            name="evidence"
            label="Evidence that waits for review"
            columns={columns}
            rows={rows}
            idOf={idOf}
            openId={row?.id ?? null}
            onOpen={({ id }) => look({ openId: id })}
            empty={
              rows.answer &&
              (search === '' ? (
                <Empty icon={<FileCheck />} title="Nothing waits for review">
                  What graduates hand in toward re-certification is judged here. Drop a file on this window, or press E
                  to add evidence.
                </Empty>
              ) : (
                <NobodyFound search={search} onClear={() => look({ search: '' })}>
                  Names and titles are searched, of what waits for review.
                </NobodyFound>
              ))
            }
          />
        </div>
        {row && asked && <ReviewPane key={row.id} row={row} asked={asked} onCorrect={() => setCorrecting(true)} />}
      </div>
      {isPart && row && asked && (
        <PartDialog
          row={row}
          asked={asked}
          onClose={(did) => {
            setPart(false);
            if (did) goOn();
          }}
        />
      )}
      {isCorrecting && row && asked && (
        <CorrectDialog key={row.id} row={row} asked={asked} onClose={() => setCorrecting(false)} />
      )}
      <EvidenceDialog />
    </Screen>
  );
}

const idOf = ({ id }: EvidenceRow): string => id;

const columnsOfEvidence = (amount: (row: EvidenceRow) => string): readonly Column<EvidenceRow>[] => [
  {
    key: 'receivedOn',
    title: 'Received',
    width: 104,
    mute: true,
    text: ({ receivedOn }) => (receivedOn === null ? '' : sayDate(receivedOn)),
  },
  { key: 'name', title: 'Graduate', least: 120, always: true, text: ({ name }) => name },
  { key: 'title', title: 'What it was', least: 130, text: ({ title }) => title },
  { key: 'claimed', title: 'Claimed', width: 116, mute: true, text: amount },
  { key: 'cohort', title: 'Cohort', width: 84, mute: true, hidden: true, text: ({ cohort }) => cohort ?? '' },
  {
    key: 'documents',
    title: 'Documents',
    width: 88,
    mute: true,
    hidden: true,
    text: ({ documents }) => sayCount(documents.length),
  },
];

/** Where the open evidence is in the queue; the oldest where none is open, or what was is decided by now. */
function placeOf(
  rows: { readonly total: number; readonly rowAt: (index: number) => EvidenceRow | undefined },
  openId: string | null,
): number {
  if (openId === null) return 0;
  for (let index = 0; index < rows.total; index += 1) if (rows.rowAt(index)?.id === openId) return index;
  return 0;
}
