import { countOf, sayCount, wordFor } from '../../../shared/model/counts.ts';
import './offers.css';
import { ListChecks } from 'lucide-react';
import { useLocation } from 'wouter';
import { sayDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { OfferRow, OffersView } from '../../../shared/views/offers.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty, NoCohort } from '../../kit/empty.tsx';
import { useOpened } from '../../kit/opened.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useStatus } from '../../kit/status-store.ts';
import { Toolbar } from '../../kit/toolbar.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { PersonName } from '../people/person-name.tsx';
import { writeOffer } from './dialog-store.ts';
import { OfferActions } from './offer-actions.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { OfferStatus } from './offer-status.tsx';

/** The waiting list at work: seats that are free, who is next, and every offer with its answer. */
export function OffersPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  if (cohort) return <CohortOffers key={cohort} cohortId={cohort} />;
  return (
    <Screen toolbar={<Toolbar title="Waiting list" />}>
      <NoCohort icon={<ListChecks />} title="A waiting list belongs to a cohort, and there is none yet">
        Add a cohort, import its applications and accept those within the seats. Everyone else waits here in order.
      </NoCohort>
    </Screen>
  );
}

function CohortOffers({ cohortId }: { readonly cohortId: CohortId }) {
  const [, go] = useLocation();
  const opened = useOpened();
  const { value, problem } = useCall('offers.list', { cohortId });
  const toApplicants = () => go(`/applicants/${cohortId}?show=waiting`);
  const offerNext = () => {
    if (value?.next) writeOffer({ ...value.next, because: '' });
  };
  useCommands([
    { id: 'offers.next', label: 'Offer a seat to the next in order…', run: offerNext },
    { id: 'offers.applicants', label: 'Show everyone waiting', run: toApplicants },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Waiting list"
          sub={
            <>
              <CohortSelect path="/offers" cohortId={cohortId} />
              {value && <span>{saySeats(value)}</span>}
            </>
          }
          actions={
            <>
              <Button onClick={toApplicants}>Everyone waiting</Button>
              <Button kind="primary" disabledBecause={whyNoNext(value)} onClick={offerNext}>
                Offer the next seat…
              </Button>
            </>
          }
        />
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <div className="scroll offers">
          <Tiles view={value} />
          <Next view={value} />
          <Offers offers={value.offers} opened={opened} />
        </div>
      )}
      <OfferDialog />
    </Screen>
  );
}

const saySeats = ({ cohort }: OffersView): string => countOf(cohort.seats, 'seat');

function whyNoNext(view: OffersView | undefined): string | null {
  if (!view) return 'The list is still loading.';
  if (!view.next) return 'No one on the waiting list can be asked.';
  return view.free > 0 ? null : 'No seat is free. When someone withdraws or declines, the next is asked.';
}

const Tiles = ({ view: { accepted, open, free } }: { readonly view: OffersView }) => (
  <div className="tiles">
    <Tile count={accepted} word={wordFor(accepted, 'seat is accepted', 'seats are accepted')} />
    <Tile count={open} word={wordFor(open, 'seat is offered', 'seats are offered')} />
    <Tile count={free} word={wordFor(free, 'seat is free', 'seats are free')} />
  </div>
);

const Tile = ({ count, word }: { readonly count: number; readonly word: string }) => (
  <div className="tile">
    <b>{sayCount(count)}</b>
    <span>{word}</span>
  </div>
);

function Next({ view: { next, free } }: { readonly view: OffersView }) {
  return (
    <Card level={2} title="Next in order">
      {next ? (
        <p>
          <b>{next.name}</b>
          {next.organization !== '' && <span className="mute">, {next.organization}</span>}
          <span className="mute">, place {sayCount(next.place)}</span>
          {free === 0 && <span className="mute">: next when a seat opens up.</span>}
        </p>
      ) : (
        <p className="mute">No one on the waiting list can be asked.</p>
      )}
    </Card>
  );
}

function Offers({ offers, opened }: { readonly offers: readonly OfferRow[]; readonly opened: string | null }) {
  if (offers.length === 0) {
    return (
      <Empty icon={<ListChecks />} title="No seat has been offered yet">
        When an accepted applicant withdraws, declines or defers, the seat is offered to the next in order, with a date
        to answer by. Every offer and its answer is listed here.
      </Empty>
    );
  }
  return (
    <Card level={2} title="Offers">
      <table className="offers-table">
        <thead>
          <tr>
            <th scope="col">Applicant</th>
            <th scope="col">Offered</th>
            <th scope="col">Answer by</th>
            <th scope="col">Answer</th>
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <tr key={offer.offerId} aria-current={offer.applicationId === opened ? 'true' : undefined}>
              <th scope="row">
                <PersonName personId={offer.personId} name={offer.name} />
                <span className="mute">{offer.organization}</span>
              </th>
              <td>{sayDay(offer.offeredOn)}</td>
              <td>{sayDay(offer.replyBy)}</td>
              <td>
                <span className="offers-status">
                  <OfferStatus offer={offer} />
                </span>
                {offer.overruleReason !== null && <span className="mute">Out of order: “{offer.overruleReason}”</span>}
              </td>
              <td>
                <OfferActions offer={offer} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
