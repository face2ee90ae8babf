import { sayDate } from '../../../shared/model/dates.ts';
import { sayMonth } from '../../../shared/model/months.ts';
import { BirthMonthId, ExamDateId } from '../../../shared/model/recertification/facts.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { type Change, insert, remove, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { firstCourse } from '../../rules/dates/date-order.ts';
import { whyNotExam } from '../../rules/recertification/payment.ts';
import { type Certified, certifiedOn } from './certified.ts';

/** What the rules of someone's cycle count from or end with, so that it is asked for. */
export const asksFor = ({ rules: { cycle } }: Pick<Certified, 'rules'>) => ({
  examDate: cycle.begins === 'exam',
  birthMonth: cycle.length !== null && cycle.ends.kind === 'birth-month',
});

const setExamDate: Command<'recertification.setExamDate'> = (facts, { participantId, examOn }) => {
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { name } = now.value.graduate;
  const known = facts.database.get<{ id: ExamDateId; examOn: string }>(
    'SELECT id, examOn FROM examDate WHERE participantId = ?',
    participantId,
  );
  if (examOn === null) return taken(known && remove('examDate', known.id), `Removed the exam date of ${name}`);
  const problem = whyNotExam(examOn, asksFor(now.value).examDate, firstCourse, facts.today);
  if (problem !== null) return refuse(problem);
  const id = ExamDateId.parse(known?.id ?? idFor(facts.database, 'examDate', { participantId }));
  return {
    ok: true,
    label: `Set the exam date of ${name} to ${sayDate(examOn)}`,
    changes: [known ? update('examDate', id, { examOn }) : insert('examDate', { id, participantId, examOn })],
    value: null,
  };
};

const setBirthMonth: Command<'recertification.setBirthMonth'> = (facts, { participantId, month }) => {
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { name, personId } = now.value.graduate;
  const known = facts.database.get<{ id: BirthMonthId }>('SELECT id FROM birthMonth WHERE personId = ?', personId);
  if (month === null) return taken(known && remove('birthMonth', known.id), `Removed the birth month of ${name}`);
  if (!asksFor(now.value).birthMonth) {
    return refuse('The rules don’t end a cycle with the birth month, so it isn’t kept. Change the rules first.');
  }
  const id = BirthMonthId.parse(known?.id ?? idFor(facts.database, 'birthMonth', { personId }));
  return {
    ok: true,
    label: `Set the birth month of ${name} to ${sayMonth(month)}`,
    changes: [known ? update('birthMonth', id, { month }) : insert('birthMonth', { id, personId, month })],
    value: null,
  };
};

const taken = (change: Change | undefined, label: string) =>
  change === undefined
    ? refuse('There’s nothing here to remove.')
    : { ok: true as const, label, changes: [change], value: null };

export const anchorCommands: Pick<Handlers, 'recertification.setExamDate' | 'recertification.setBirthMonth'> = {
  'recertification.setExamDate': setExamDate,
  'recertification.setBirthMonth': setBirthMonth,
};
