import './person.css';
import { Printer, UserRound, X } from 'lucide-react';
import { Fragment, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { PersonId } from '../../../shared/model/ids.ts';
import { nameOnCertificate, sayPhone } from '../../../shared/model/people.ts';
import type { PersonPage as Page } from '../../../shared/views/person.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { FactList } from '../../kit/facts.tsx';
import { useAsked } from '../../kit/opened.ts';
import { perform } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Back, Toolbar } from '../../kit/toolbar.tsx';
import { Notes } from '../notes/notes.tsx';
import { CorrectCard } from '../people/correct-card.tsx';
import { ToCorrect } from '../people/to-correct.tsx';
import { PersonCertification } from '../recertification/person-certification.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { ApplicationsCard, LettersCard } from './cards.tsx';
import { PlaceCard } from './place-card.tsx';

/** How much of a long timeline is shown until someone asks for all of it. */
const mostLines = 30;

/** Everything about one person, across cohorts and years, in one place. */
export function PersonPage({ personId }: { readonly personId: PersonId }) {
  const { value, problem } = useCall('person.show', { personId });
  const from = useAsked('from');
  const [, go] = useLocation();
  const back = () => go(from?.startsWith('/') ? from : '/today');
  useCommands([{ id: 'person.back', label: 'Back to where you came from', keys: 'Alt+ArrowLeft', run: back }]);
  if (value) return <Everything page={value} onBack={back} />;
  return (
    <Screen toolbar={<Toolbar title="Person" actions={<Back to="Back" onClick={back} />} />}>
      {problem && (
        <Empty icon={<UserRound />} title="No longer here" actions={<Button onClick={back}>Back</Button>}>
          {problem.sentence}
        </Empty>
      )}
    </Screen>
  );
}

function Everything({ page, onBack }: { readonly page: Page; readonly onBack: () => void }) {
  const { person, isMerged, tags, applications, places, letters, timeline } = page;
  const { personId, name } = person;
  const [correcting, setCorrecting] = useState(false);
  const [writing, setWriting] = useState(false);
  const [all, setAll] = useState(false);
  // What was open on one person's page is not about the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the person changes
  useEffect(() => {
    setCorrecting(false);
    setWriting(false);
    setAll(false);
  }, [personId]);
  const print = () => void printPaper('person.print', { personId });
  useCommands([
    { id: 'print', label: 'Print this person’s page', keys: 'Mod+P', run: print },
    { id: 'person.note', label: 'Write a note on this person', keys: 'N', run: () => setWriting(true) },
    { id: 'person.correct', label: 'Correct name or contact', keys: 'E', run: () => setCorrecting(true) },
  ]);
  // One key can decide about one certification: the newest.
  const graduated = places.find(({ status }) => status === 'graduated');
  const lines = all ? timeline : timeline.slice(0, mostLines);
  return (
    <Screen
      toolbar={
        <Toolbar
          title={name}
          sub={[person.jobTitle, person.organization].filter(Boolean).join(', ')}
          actions={
            <>
              <Back to="Back" onClick={onBack} />
              <TagButton people={[{ personId, name }]} />
              <Button keys="N" onClick={() => setWriting(true)}>
                Note…
              </Button>
              <Button kind="primary" icon={<Printer aria-hidden="true" />} keys="Mod+P" onClick={print}>
                Print…
              </Button>
            </>
          }
        >
          {tags.length > 0 && (
            <ul className="tags-row" aria-label="Tags">
              {tags.map((tag) => (
                <li key={tag.tagId} className="tags-tag">
                  {tag.name}
                  <Button
                    kind="quiet"
                    className="icon-only"
                    aria-label={`Take off the tag ${tag.name}`}
                    onClick={() => void perform('tags.take', { personIds: [personId], tagId: tag.tagId })}
                  >
                    <X aria-hidden="true" />
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Toolbar>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="scroll person" tabIndex={0} aria-label={`Everything about ${name}`}>
        <div className="person-column">
          {isMerged && <p className="mute">The record you opened was merged into this one.</p>}
          {places.map((place) => (
            <Fragment key={place.participantId}>
              <PlaceCard place={place} />
              {place.status === 'graduated' && (
                <PersonCertification
                  participantId={place.participantId}
                  cohort={place.cohort}
                  hasKeys={place === graduated}
                />
              )}
            </Fragment>
          ))}
          {applications.length > 0 && <ApplicationsCard applications={applications} />}
          {places.length === 0 && applications.length === 0 && (
            <Card title="Courses" level={2}>
              <p className="mute">No application and no place in a cohort is on record.</p>
            </Card>
          )}
          {letters.length > 0 && <LettersCard letters={letters} />}
          <Card title="Timeline" level={2} className="person-timeline">
            <Timeline lines={lines} />
            {lines.length < timeline.length && (
              <Button kind="quiet" onClick={() => setAll(true)}>
                Show all {timeline.length}
              </Button>
            )}
          </Card>
        </div>
        <div className="person-column">
          <ToCorrect personId={personId} />
          {correcting ? (
            <CorrectCard personId={personId} onDone={() => setCorrecting(false)} />
          ) : (
            <Card
              title="Contact"
              level={2}
              aside={
                <Button kind="quiet" keys="E" onClick={() => setCorrecting(true)}>
                  Correct…
                </Button>
              }
            >
              <FactList
                of={[
                  ['E-mail', person.email],
                  ['Phone', person.phone && sayPhone(person.phone)],
                  ['Certificate', nameOnCertificate(person)],
                ]}
              />
            </Card>
          )}
          <Card title="Notes" level={2}>
            <Notes about={{ personId }} writing={writing} onWriting={setWriting} />
          </Card>
        </div>
      </section>
    </Screen>
  );
}
