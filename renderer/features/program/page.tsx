import { countOf } from '../../../shared/model/counts.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import './settings.css';
import './tiers.css';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { ProgramView } from '../../../shared/views/desk.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Status } from '../../kit/status.tsx';
import { useToday } from '../../kit/status-store.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { Toolbar } from '../../kit/toolbar.tsx';
import { Backups } from '../backups/backups-section.tsx';
import { CertificateKey } from '../certificates/key-section.tsx';
import { changesBetween } from '../policy-words/policy-words.ts';
import { PreferenceFields } from '../preferences/preferences-section.tsx';
import { useStarting } from '../recertification-rules/rules-store.ts';
import { CertificateSection } from './certificate-section.tsx';
import { CoursesSection } from './courses-section.tsx';
import { DoorSection } from './door-section.tsx';
import { DuplicatesSection } from './duplicates-section.tsx';
import { FeeSection } from './fee-section.tsx';
import { GraduationSection } from './graduation-section.tsx';
import { LaptopSection } from './laptop-section.tsx';
import { MembershipsSection } from './memberships-section.tsx';
import { ProgramSection } from './program-section.tsx';
import { RecertificationSection } from './recertification-section.tsx';
import { PageSection, VersionsSection } from './rest-sections.tsx';
import { RulesSection } from './rules-section.tsx';
import { SaveDialog, tidied } from './save.tsx';
import { SeatsSection } from './seats-section.tsx';
import { Section } from './section.tsx';
import { laptopSections, policySections } from './sections.ts';
import { StartRules } from './start-rules.tsx';
import { useDraft } from './store.ts';
import { TiersSection } from './tiers-section.tsx';

/** Brings a section into view and puts the keyboard there. */
function goTo(id: string, form: HTMLElement | null) {
  const section = document.getElementById(`settings-${id}`);
  if (!section || !form) return;
  form.scrollTo({ top: section.offsetTop - form.offsetTop - 14 });
  section.focus({ preventScroll: true });
}

/** The program’s policy: every rule and every silent point as a setting, by sections, in versions. */
export function SettingsPage() {
  const { value, problem } = useCall('program.show', {});
  if (!value) {
    return <Screen toolbar={<Toolbar title="Settings" />}>{problem && <ProblemNote problem={problem} />}</Screen>;
  }
  return <Settings program={value} />;
}

function SectionButtons({
  title,
  of,
  onGo,
}: {
  readonly title: string;
  readonly of: typeof policySections;
  readonly onGo: (id: string) => void;
}) {
  return (
    <>
      <p className="settings-nav-head">{title}</p>
      {of.map(({ id, title: word }) => (
        <button key={id} type="button" onClick={() => onGo(id)}>
          {word}
        </button>
      ))}
    </>
  );
}

function Settings({ program }: { readonly program: ProgramView }) {
  const { base, policy, begin, discard } = useDraft();
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const today = useToday();
  useEffect(() => begin(program.policy), [begin, program.policy]);
  const asked = new URLSearchParams(useSearch()).get('section');
  const isReady = base !== null && policy !== null;
  useEffect(() => {
    if (isReady && asked !== null) goTo(asked, form.current);
  }, [isReady, asked]);

  const changes = base && policy ? changesBetween(base, tidied(policy)) : [];
  const save = () => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!wrong) {
      setSaving(changes.length > 0);
      return;
    }
    wrong.scrollIntoView({ block: 'center' });
    wrong.focus();
    sayRefused({ sentence: 'A field needs fixing. Fix it, then save.', reasons: [] });
  };
  const startRules = useStarting((starting) => starting.open);
  useCommands([
    { id: 'settings.save', label: 'Save the policy as a new version', keys: 'Mod+S', run: save },
    {
      id: 'rules.start',
      label: 'Start re-certification rules from another program’s',
      also: 'template cycles hours',
      keys: 'R',
      run: startRules,
    },
  ]);
  if (!base || !policy) return null;

  const silent = policy.clauses.filter(({ source }) => source === 'silent').length;
  const coming = program.versions.filter(({ effectiveOn }) => effectiveOn > today);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Settings"
          sub={`Policy of ${policy.program.name}, version ${sayNumber(program.number)}`}
          actions={
            changes.length > 0 && (
              <>
                <span className="mute">{countOf(changes.length, 'change')}</span>
                <Button onClick={discard}>Discard</Button>
                <Button kind="primary" keys="Mod+S" onClick={save}>
                  Save…
                </Button>
              </>
            )
          }
        />
      }
    >
      <div className="settings">
        <nav className="settings-nav" aria-label="Sections">
          <SectionButtons title="Policy" of={policySections} onGo={(id) => goTo(id, form.current)} />
          <SectionButtons title="On this laptop" of={laptopSections} onGo={(id) => goTo(id, form.current)} />
        </nav>
        <div className="scroll settings-form" ref={form}>
          <p className="settings-lead">
            Every decision here follows these rules. <Status of="silent" /> marks the {silent} points that the program’s
            page leaves open: the text says what was chosen, and you can choose otherwise.
          </p>
          {coming.map(({ number }) => (
            <p key={number} className="settings-lead">
              Version {sayNumber(number)} is adopted and not yet in force. What you see and change here is version{' '}
              {sayNumber(program.number)}.
            </p>
          ))}
          <ProgramSection policy={policy} />
          <TiersSection policy={policy} base={base} />
          <SeatsSection policy={policy} base={base} />
          <FeeSection policy={policy} base={base} />
          <DoorSection policy={policy} base={base} />
          <CoursesSection policy={policy} base={base} />
          <GraduationSection policy={policy} base={base} />
          <CertificateSection policy={policy} />
          <Section
            id="key"
            title="The key for certificates"
            about="Not part of the policy: it takes effect right away, and the private key never leaves this laptop without a passphrase."
          >
            <CertificateKey />
          </Section>
          <RecertificationSection policy={policy} base={base} />
          <RulesSection policy={policy} base={base} />
          <MembershipsSection policy={policy} />
          <DuplicatesSection policy={policy} />
          <PageSection policy={policy} />
          <VersionsSection versions={program.versions} />
          <Section
            id="preferences"
            title="Preferences"
            about="Not part of the policy: each choice applies right away, on this laptop only."
          >
            <PreferenceFields />
          </Section>
          <Section
            id="backups"
            title="Backups"
            about="Not part of the policy. A copy is made by itself when you quit and after every hour of work, and is opened and checked. Of the last day one an hour is kept, of the last month one a day, and before that one a week."
          >
            <Backups />
          </Section>
          <LaptopSection />
        </div>
      </div>
      <StartRules />
      {saving && (
        <SaveDialog
          base={base}
          policy={tidied(policy)}
          onClose={() => setSaving(false)}
          onSaved={() => {
            setSaving(false);
            discard();
          }}
        />
      )}
    </Screen>
  );
}
