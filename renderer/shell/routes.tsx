import type { ReactNode } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { z } from 'zod';
import { DesignChoice } from '../../shared/model/certificate-designs.ts';
import { CohortId, PersonId, SessionId } from '../../shared/model/ids.ts';
import { ApplicantsPage } from '../features/applicants/page.tsx';
import { CheckInPage } from '../features/attendance/check-in.tsx';
import { AttendancePage } from '../features/attendance/page.tsx';
import { CertificateDesignsPage } from '../features/certificate-designs/page.tsx';
import { CheckCertificatePage } from '../features/certificates/check-page.tsx';
import { CohortsPage } from '../features/cohorts/page.tsx';
import { DuplicatesPage } from '../features/duplicates/page.tsx';
import { EvidencePage } from '../features/evidence/page.tsx';
import { FairnessPage } from '../features/fairness/page.tsx';
import { InvoicesPage } from '../features/fees/invoices-page.tsx';
import { FeesPage } from '../features/fees/page.tsx';
import { GraduatesPage } from '../features/graduates/page.tsx';
import { HistoryPage } from '../features/history/page.tsx';
import { ImportPage } from '../features/imports/page.tsx';
import { LettersPage } from '../features/letters/page.tsx';
import { OffersPage } from '../features/offers/page.tsx';
import { OrganizationsPage } from '../features/organizations/page.tsx';
import { PersonPage } from '../features/person/page.tsx';
import { SettingsPage } from '../features/program/page.tsx';
import { RecertificationRulesPage } from '../features/program/rules-page.tsx';
import { ProgressPage } from '../features/progress/page.tsx';
import { PublishedPage } from '../features/published/page.tsx';
import { RecertificationPage } from '../features/recertification/page.tsx';
import { ScanLogPage } from '../features/scan-log/page.tsx';
import { TodayPage } from '../features/today/page.tsx';
import { WhatIfPage } from '../features/what-if/page.tsx';
import { Frame } from './frame.tsx';

/** An id from a path; null where the path has none, or something else. */
const idIn = <Schema extends z.ZodType>(schema: Schema, text: string | undefined): z.output<Schema> | null =>
  schema.safeParse(text).data ?? null;

/** Which screen each path shows. Pages get the ids of their path as props. */
export const Routes = () => (
  <Switch>
    <Route path="/check-in/:sessionId">
      {({ sessionId }) => {
        const id = idIn(SessionId, sessionId);
        return id ? <CheckInPage key={id} sessionId={id} /> : <Redirect to="/attendance" replace />;
      }}
    </Route>
    <Route>
      <Frame>
        <Screens />
      </Frame>
    </Route>
  </Switch>
);

const cohortScreens: readonly (readonly [path: string, show: (cohortId: CohortId | null) => ReactNode])[] = [
  ['/applicants/:id?', (id) => <ApplicantsPage cohortId={id} />],
  ['/offers/:id?', (id) => <OffersPage cohortId={id} />],
  ['/what-if/:id?', (id) => <WhatIfPage cohortId={id} />],
  ['/fairness/:id?', (id) => <FairnessPage cohortId={id} />],
  ['/cohorts/:id?', (id) => <CohortsPage cohortId={id} />],
  ['/fees/:id?', (id) => <FeesPage cohortId={id} />],
  ['/progress/:id?', (id) => <ProgressPage cohortId={id} />],
  ['/graduates/:id?', (id) => <GraduatesPage cohortId={id} />],
  ['/letters/:id?', (id) => <LettersPage cohortId={id} />],
  ['/recertification/:id?', (id) => <RecertificationPage cohortId={id} />],
];

const Screens = () => (
  <Switch>
    <Route path="/today">
      <TodayPage />
    </Route>
    {cohortScreens.map(([path, show]) => (
      <Route key={path} path={path}>
        {({ id }: { id?: string }) => show(idIn(CohortId, id))}
      </Route>
    ))}
    <Route path="/attendance/:id?">{({ id }) => <AttendancePage sessionId={idIn(SessionId, id)} />}</Route>
    <Route path="/scan-log/:id?">{({ id }) => <ScanLogPage sessionId={idIn(SessionId, id)} />}</Route>
    <Route path="/evidence">
      <EvidencePage />
    </Route>
    <Route path="/person/:id">
      {({ id }) => {
        const personId = idIn(PersonId, id);
        return personId ? <PersonPage personId={personId} /> : <Redirect to="/today" replace />;
      }}
    </Route>
    <Route path="/published">
      <PublishedPage />
    </Route>
    <Route path="/check-certificate">
      <CheckCertificatePage />
    </Route>
    <Route path="/certificate-designs/:id?">
      {({ id }) => <CertificateDesignsPage choice={idIn(DesignChoice, id)} />}
    </Route>
    <Route path="/invoices">
      <InvoicesPage />
    </Route>
    <Route path="/duplicates">
      <DuplicatesPage />
    </Route>
    <Route path="/organizations">
      <OrganizationsPage />
    </Route>
    <Route path="/history">
      <HistoryPage />
    </Route>
    <Route path="/settings/recertification-rules">
      <RecertificationRulesPage />
    </Route>
    <Route path="/settings">
      <SettingsPage />
    </Route>
    <Route path="/import">
      <ImportPage />
    </Route>
    <Route>
      <Redirect to="/today" replace />
    </Route>
  </Switch>
);
