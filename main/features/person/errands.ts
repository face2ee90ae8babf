import { countOf } from '../../../shared/model/counts.ts';
import { done } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
import { runJob } from '../../jobs/run.ts';
import { paperOf } from './on-paper.ts';
import { personPage } from './queries.ts';

const print: Errand<'person.print'> = async (desk, { personId }) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const page = personPage(facts, personId);
  if (!page.ok) return page;
  const { name } = page.value.person;
  const { policy } = facts.inForce;
  const person = paperOf(facts, policy, page.value);
  const made = await desk.writePaper(
    { title: name, fileName: `${policy.program.name} ${name} ${facts.today}` },
    (target) => runJob('writePersonPaper', { ...target, person }, printing(desk, name)),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  return done({ file: made.value.file, holds: countOf(made.value.value.pages, 'page'), notes: [] });
};

export const personErrands: Pick<Handlers, 'person.print'> = { 'person.print': print };
