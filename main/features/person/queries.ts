import { type Application, StoredRanking } from '../../../shared/model/applicants.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { type Letter, sayChannel, sayLetterKind } from '../../../shared/model/letters.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { PersonApplication, PersonLetter, PersonPage } from '../../../shared/views/person.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { sayDecision } from '../applicants/detail.ts';
import { sayWhoDecided } from '../leads/queries.ts';
import { notesAbout } from '../notes/queries.ts';
import { noSuchPerson } from '../people/no-longer.ts';
import { personView } from '../people/queries.ts';
import { tagsOf } from '../tags/queries.ts';
import { placesOf } from './places.ts';
import { timelineOf } from './timeline.ts';

/** Everything about one person. The id of someone who was merged into another leads to the one who stays. */
export function personPage(facts: Facts, personId: PersonId): Result<PersonPage> {
  const id = whoStays(facts, personId);
  const person = personView(facts, id);
  if (!person) return refuse(noSuchPerson);
  return done({
    person,
    isMerged: id !== personId,
    tags: tagsOf(facts, id),
    applications: applicationsOf(facts, id),
    places: placesOf(facts, id),
    letters: lettersOf(facts, id),
    notes: notesAbout(facts, { personId: id }),
    timeline: timelineOf(facts, id),
  });
}

/** The person whom an id means today: signposts lead on from one who was merged, and from one merged after that. */
function whoStays({ database }: Facts, personId: PersonId): PersonId {
  const seen = new Set<PersonId>();
  let at = personId;
  while (!seen.has(at) && !database.get('SELECT 1 FROM person WHERE id = ?', at)) {
    seen.add(at);
    at = database.get<{ keptId: PersonId }>('SELECT keptId FROM mergedPerson WHERE id = ?', at)?.keptId ?? at;
  }
  return at;
}

const applicationsOf = (facts: Facts, personId: PersonId): readonly PersonApplication[] =>
  facts.database
    .all<Application & { readonly cohort: string; readonly forms: number }>(
      `SELECT application.*, cohort.name AS cohort,
         (SELECT count(*) FROM submission WHERE applicationId = application.id) AS forms
       FROM application JOIN cohort ON cohort.id = cohortId WHERE personId = ?
       ORDER BY latestSubmittedAt DESC, application.id DESC`,
      personId,
    )
    .map((application) => {
      const { id, cohortId, cohort, firstSubmittedAt, forms, status, decision } = application;
      return {
        applicationId: id,
        cohortId,
        cohort,
        firstSubmittedAt,
        forms,
        status,
        statusSaid: sayWhoDecided(facts, application),
        decided: decision === null ? null : sayDecision(facts, fromJson(StoredRanking, decision)),
      };
    });

type StoredLetter = Pick<Letter, 'id' | 'kind' | 'subject' | 'writtenAt' | 'channel'> & { readonly cohort: string };

const lettersOf = ({ database }: Facts, personId: PersonId): readonly PersonLetter[] =>
  database
    .all<StoredLetter>(
      `SELECT letter.id, kind, subject, writtenAt, channel, cohort.name AS cohort
       FROM letter JOIN cohort ON cohort.id = cohortId WHERE personId = ? ORDER BY writtenAt DESC, letter.id DESC`,
      personId,
    )
    .map(({ id, kind, channel, ...letter }) => ({
      ...letter,
      letterId: id,
      kind: `${sayLetterKind[kind]}, ${sayChannel[channel]}`,
    }));

const show: Query<'person.show'> = (facts, { personId }) => personPage(facts, personId);

export const personQueries: Pick<Handlers, 'person.show'> = { 'person.show': show };
