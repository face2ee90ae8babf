import { Ban, CircleHelp, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockOf, sayClock } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { looks, Status, type Tone } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import type { BannerContent } from './said.ts';
import type { DoorHand } from './use-check-in.ts';
import type { Way } from './ways.ts';

interface Face {
  readonly tone: Tone;
  readonly icon: ReactNode;
  /** Said first, in a word or two. */
  readonly word: string;
  readonly sentence: string;
}

/** What came of the last scan or name, to be read at arm's length; its tone, its icon and its word agree. */
export function AnswerBanner({
  hand,
  session,
  ways,
}: {
  readonly hand: DoorHand;
  readonly session: SessionRow;
  /** What can be done about it. */
  readonly ways: readonly Way[];
}) {
  const zone = useZone();
  const { said } = hand;
  // While a walk-in is written down, what is offered for letters that mean no one is under way already.
  const silent = said?.kind === 'no one' && hand.walkingIn !== null;
  const face = said && !silent && faceOf(said, session, zone);
  const notes = said?.kind === 'answer' && said.answer.answer === 'checked-in' ? said.answer.notes : [];
  return (
    <div className="check-in-answer" role="status" aria-live="assertive">
      {face && (
        <div className={`check-in-banner check-in-${face.tone}`}>
          {face.icon}
          <div className="check-in-told">
            <div className="check-in-said">
              <b>{face.word}</b>
              {face.sentence && <span>{face.sentence}</span>}
              {notes.length > 0 && (
                <ul className="check-in-notes">
                  {notes.map(({ kind, sentence }) => (
                    <li key={kind}>
                      <Status of={kind}>{sentence}</Status>
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {ways.length > 0 && (
              <div className="check-in-ways">
                {ways.map(({ label, keys, kind, run }) => (
                  <Button key={keys} className="check-in-confirm" kind={kind ?? 'plain'} keys={keys} onClick={run}>
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function faceOf(said: BannerContent, session: SessionRow, zone: string): Face {
  switch (said.kind) {
    case 'problem':
      return {
        tone: 'bad',
        icon: <TriangleAlert aria-hidden="true" />,
        word: 'Not done',
        sentence: [said.problem.sentence, ...said.problem.reasons].join(' '),
      };
    case 'no one':
      return {
        tone: 'bad',
        icon: <CircleHelp aria-hidden="true" />,
        word: `No one is named “${said.text}”`,
        sentence: 'Try other letters, or add them as a walk-in. If it is a code, save it and match it later.',
      };
    case 'taken-back':
      return {
        tone: 'mute',
        icon: <Undo2 aria-hidden="true" />,
        word: `${said.name} was undone`,
        sentence: `${session.present} of ${session.expected} are checked in.`,
      };
    case 'noted': {
      const { icon: Icon } = looks['checked-in'];
      return { tone: 'ok', icon: <Icon aria-hidden="true" />, word: said.name, sentence: said.sentence };
    }
    case 'answer':
      return answerFace(said, zone);
  }
}

function answerFace({ answer, there }: BannerContent & { kind: 'answer' }, zone: string): Face {
  // Elsewhere someone's having withdrawn is a quiet fact; at the door it is a refusal.
  const refused = answer.answer === 'withdrawn' ? { icon: Ban, tone: 'bad' as const } : {};
  const isOwing = answer.answer === 'checked-in' && answer.notes.length > 0;
  const { icon: Icon, tone, word } = { ...looks[answer.answer], ...refused };
  const face = { tone: isOwing ? ('wait' as const) : tone, icon: <Icon aria-hidden="true" /> };
  if (answer.answer === 'checked-in' && answer.eventId) {
    const at = `At ${sayClock(clockOf(answer.at, zone))}`;
    const where = there === null ? at : `${at}, at ${there}`;
    const badge = answer.badgeNumber === null ? '' : ` Badge ${sayNumber(answer.badgeNumber)}.`;
    return {
      ...face,
      word: `${answer.name} is in`,
      sentence: `${where}.${badge} ${answer.present} of ${answer.expected} are checked in.`,
    };
  }
  const owed = answer.answer === 'fee-owed' ? `${sayCents(answer.owes)} owed` : word;
  const who = answer.name === null ? '' : `: ${answer.name}`;
  return { ...face, word: `${owed}${who}`, sentence: answer.sentence };
}
