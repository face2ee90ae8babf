import './about.css';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { FactList } from '../../kit/facts.tsx';
import { sayDone, sayRefused } from '../../kit/toast-store.ts';
import { closeAbout, useAbout } from './store.ts';

/** The version, the database’s path, the licenses, and what to tell a helper; the app mounts it once. */
export function AboutDialog() {
  const shown = useAbout((state) => state.shown);
  if (!shown) return null;
  const copy = () => {
    navigator.clipboard.writeText(`${shown.forAHelper.join('\n')}\n`).then(
      () => sayDone('Copied what a helper needs to know.'),
      () =>
        sayRefused({ sentence: 'It could not be copied. Select the text, then press the keys to copy.', reasons: [] }),
    );
    closeAbout();
  };
  return (
    <Dialog
      title="About Cohort Desk"
      wide
      onClose={closeAbout}
      actions={
        <>
          <Button kind="primary" onClick={copy}>
            Copy for a helper
          </Button>
          <Button onClick={closeAbout}>Close</Button>
        </>
      }
    >
      <FactList
        of={[
          ['Version', shown.version],
          ['Database', shown.databaseFile],
        ]}
      />
      <h3>For someone who helps you</h3>
      <p className="mute">This is what the button copies. No one’s name is in it, and no path.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls, also from the keyboard */}
      <section className="about-text" aria-label="For someone who helps you" tabIndex={0}>
        {shown.forAHelper.join('\n')}
      </section>
      <h3>Licenses</h3>
      <p className="mute">Cohort Desk is made with these. The full texts are in the app’s folder “licenses”.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, also from the keyboard */}
      <ul className="about-libraries" aria-label="Licenses" tabIndex={0}>
        {shown.libraries.map(({ name, license }) => (
          <li key={name}>
            <span>{name}</span> <span className="mute">{license}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
