import { Ban, CircleHelp, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { clockOf, sayClock } from '../../../shared/model/dates.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../components/button.tsx';
import { looks, type Tone } from '../../components/status.tsx';
import { useZone } from '../../frame/status-store.ts';
import type { CheckIn, Said } from './use-check-in.ts';

interface Face {
  readonly tone: Tone;
  readonly icon: ReactNode;
  /** Said first, in a word or two. */
  readonly word: string;
  readonly sentence: string;
  readonly action?: ReactNode;
}

/** What came of the last scan or name, to be read at arm's length; its tone, its icon and its word agree. */
export function AnswerBanner({ hand, session }: { readonly hand: CheckIn; readonly session: SessionRow }) {
  const zone = useZone();
  const face = hand.said && faceOf(hand.said, hand, session, zone);
  return (
    <div className="check-in-answer" role="status" aria-live="assertive">
      {face && (
        <div className={`check-in-banner check-in-${face.tone}`}>
          {face.icon}
          <div className="check-in-said">
            <b>{face.word}</b>
            {face.sentence && <span>{face.sentence}</span>}
          </div>
          {face.action}
        </div>
      )}
    </div>
  );
}

function faceOf(said: Said, hand: CheckIn, session: SessionRow, zone: string): Face {
  switch (said.kind) {
    case 'problem':
      return {
        tone: 'bad',
        icon: <TriangleAlert aria-hidden="true" />,
        word: 'Not done',
        sentence: [said.problem.sentence, ...said.problem.reasons].join(' '),
      };
    case 'nobody':
      return {
        tone: 'bad',
        icon: <CircleHelp aria-hidden="true" />,
        word: `Nobody is called “${said.text}”`,
        sentence: `Try other letters. If it is the number of a badge, keep it: it counts once somebody says whose it is.`,
        action: (
          <Button className="check-in-confirm" keys="Mod+Enter" onClick={() => void hand.confirm()}>
            Keep the code
          </Button>
        ),
      };
    case 'taken-back':
      return {
        tone: 'mute',
        icon: <Undo2 aria-hidden="true" />,
        word: `${said.name} was taken back`,
        sentence: `${session.present} of ${session.expected} are in.`,
      };
    case 'answer':
      return answerFace(said, hand, zone);
  }
}

function answerFace({ answer }: Said & { kind: 'answer' }, hand: CheckIn, zone: string): Face {
  // Elsewhere somebody's having withdrawn is a quiet fact; at the door it is a refusal.
  const refused = answer.answer === 'withdrawn' ? { icon: Ban, tone: 'bad' as const } : {};
  const { icon: Icon, tone, word } = { ...looks[answer.answer], ...refused };
  const face = { tone, icon: <Icon aria-hidden="true" />, sentence: answer.sentence };
  if (answer.answer === 'checked-in' && answer.eventId) {
    const { eventId, name } = answer;
    return {
      ...face,
      word: `${name} is in`,
      sentence: `At ${sayClock(clockOf(answer.at, zone))}. ${answer.present} of ${answer.expected} are in.`,
      action: (
        <Button
          className="check-in-confirm"
          keys="Mod+Z"
          onClick={() => void hand.takeBack({ eventId, name: name ?? '', code: null })}
        >
          Undo
        </Button>
      ),
    };
  }
  const who = answer.name === null ? '' : `: ${answer.name}`;
  return {
    ...face,
    word: `${word}${who}`,
    action: answer.mayConfirm && (
      <Button className="check-in-confirm" kind="primary" keys="Mod+Enter" onClick={() => void hand.confirm()}>
        Check in all the same
      </Button>
    ),
  };
}
