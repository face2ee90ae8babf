import { BookOpen, Compass } from 'lucide-react';
import { useState } from 'react';
import { openAbout } from '../features/about/store.ts';
import { lookAtBackup, openRecentList } from '../features/files/store.ts';
import { openHelp } from '../features/help/store.ts';
import { PreferencesDialog } from '../features/preferences/preferences-dialog.tsx';
import { Button } from '../kit/button.tsx';
import { useCommands } from '../kit/commands.ts';
import { perform } from '../kit/perform.ts';
import { openKeys, openPalette } from './palette-store.ts';

/** The window of a desk without a program: what a program is, and two ways to begin. */
export function NoProgram() {
  const [busy, setBusy] = useState(false);
  const begin = async (start: () => Promise<unknown>) => {
    setBusy(true);
    await start();
    setBusy(false);
  };
  const [choosing, setChoosing] = useState(false);
  // What is about the app itself needs no program.
  useCommands([
    { id: 'palette', label: 'Find anything', keys: 'Mod+K', hidden: true, run: openPalette },
    { id: 'shortcuts', label: 'Show every key', also: 'keyboard shortcuts keys', keys: '?', run: openKeys },
    { id: 'about', label: 'About Cohort Desk', also: 'version license help support', run: () => void openAbout() },
    {
      id: 'preferences',
      label: 'Preferences of this laptop',
      also: 'theme dark light text size sound options settings',
      keys: 'Mod+,',
      run: () => setChoosing(true),
    },
  ]);
  const wait = busy ? 'Setting it up.' : null;
  return (
    <main className="no-program">
      <div className="no-program-box">
        <h1>There is no program here yet</h1>
        <p className="no-program-lead">
          A program is its rules: who can apply and who goes first, which courses there are, what a graduate needs and
          what the certificate says. Everything else follows from them, and you can change any of them later, from a
          date you choose.
        </p>
        <div className="no-program-ways">
          <section className="card">
            <BookOpen aria-hidden="true" />
            <h2>Start with your own</h2>
            <p>
              AL-CTO as its public page states it: three tiers, six courses, a fee of $75. Where the page is silent, a
              setting says so. It starts empty; import your applications next.
            </p>
            <Button
              kind="primary"
              disabledBecause={wait}
              onClick={() => void begin(() => perform('program.establish', { program: 'al-cto' }))}
            >
              Start AL-CTO
            </Button>
          </section>
          <section className="card">
            <Compass aria-hidden="true" />
            <h2>Look around first</h2>
            <p>
              The sample program holds a whole year of made-up people: applicants, a cohort with its sessions, graduates
              and re-certifications. Every step is in the history. To be rid of it, choose File › New: your own program
              starts in a file of its own.
            </p>
            <Button disabledBecause={wait} onClick={() => void begin(() => perform('program.openSample', {}))}>
              Open the sample program
            </Button>
          </section>
        </div>
        <h2 className="no-program-heading">Three steps to your first applicants</h2>
        <ol className="no-program-steps">
          <li>Start your program with the button above. Its rules are in Settings, and you can change each of them.</li>
          <li>Add a cohort: its name, when applications open and close, how many seats it has.</li>
          <li>Import the spreadsheet from your application form. You see what will be added before anything is.</li>
        </ol>
        <div className="row">
          <Button onClick={() => void perform('files.open', {})}>Open another program…</Button>
          <Button onClick={openRecentList}>Open recent…</Button>
          <Button onClick={() => void lookAtBackup()}>Restore a backup…</Button>
          <Button keys="F1" onClick={() => openHelp('start')}>
            Help
          </Button>
          <Button keys="Mod+," onClick={() => setChoosing(true)}>
            Preferences…
          </Button>
          <Button onClick={() => void openAbout()}>About…</Button>
        </div>
        <p className="mute">
          Everything stays in one file on this laptop. Nothing is sent anywhere, and no network is needed.
        </p>
      </div>
      {choosing && <PreferencesDialog onClose={() => setChoosing(false)} />}
    </main>
  );
}
