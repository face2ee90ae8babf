import './certificates.css';
import { FileSearch, ScanQrCode, ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { Empty } from '../../kit/empty.tsx';
import { writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { Back, Toolbar } from '../../kit/toolbar.tsx';
import { CameraPane } from '../camera/camera-pane.tsx';
import { CheckAnswer } from './check-answer.tsx';
import { useChecking } from './store.ts';

/** Whether a paper is what it says: by its code with a scanner or the camera, by its number, or by a file of it. */
export function CheckCertificatePage() {
  const { text, checked, problem, camera, type, turnCamera, checkText, checkFile } = useChecking();
  const [, go] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const choose = () => void checkFile(null);
  const back = () => go('/graduates');
  const savePage = () => void writeFile('certificates.saveVerifier', {});
  useCommands([
    { id: 'certificates.choose', label: 'Check a picture, PDF, or digital badge', keys: 'Mod+Shift+O', run: choose },
    { id: 'certificates.camera', label: 'Turn the camera on or off', keys: 'F6', run: turnCamera },
    { id: 'certificates.page', label: 'Save the checking page (verify.html)', run: savePage },
    { id: 'certificates.back', label: 'Back to graduates', keys: 'Alt+ArrowLeft', run: back },
  ]);
  const submit = async () => {
    if (text.trim() === '') return;
    await checkText(text);
    field.current?.select();
  };
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Check a certificate"
          actions={
            <>
              <Back to="Graduates" onClick={back} />
              <Button icon={<ShieldCheck aria-hidden="true" />} onClick={savePage}>
                Save the checking page…
              </Button>
              <Button icon={<FileSearch aria-hidden="true" />} keys="Mod+Shift+O" onClick={choose}>
                Choose a file…
              </Button>
              <Button icon={<ScanQrCode aria-hidden="true" />} keys="F6" aria-pressed={camera} onClick={turnCamera}>
                {camera ? 'Camera off' : 'Camera'}
              </Button>
            </>
          }
        />
      }
    >
      <div className="scroll certificate-checking">
        <form
          className="certificate-field"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <label htmlFor="certificate-said">Number, or the code as a scanner reads it</label>
          <div className="row">
            <input
              ref={field}
              id="certificate-said"
              className="input"
              type="text"
              autoComplete="off"
              spellCheck={false}
              maxLength={20_000}
              value={text}
              onChange={(event) => type(event.target.value)}
            />
            <Button kind="primary" type="submit">
              Check
            </Button>
          </div>
        </form>
        {camera && (
          <CameraPane
            hint="Hold up the code on the paper."
            onCode={(code) => void checkText(code)}
            onClose={turnCamera}
            keys="F6"
          />
        )}
        <div role="status" aria-live="polite" className="stack">
          {problem && <ProblemNote problem={problem} />}
          {checked?.file && (
            <p className="mute">
              {checked.checks.length === 1 ? 'One certificate' : `${checked.checks.length} certificates`} in{' '}
              {checked.file}
            </p>
          )}
          {checked?.checks.map((check, at) => (
            // A file may have one code twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <CheckAnswer key={at} check={check} />
          ))}
          {!checked && !problem && (
            <Empty icon={<ShieldCheck />} title="Is this certificate good?">
              Scan the code on the paper, hold it up to the camera, or type the number under it. A picture, a PDF, or a
              digital badge can be dropped on the window. You see whether the certificate is good, and every fact that
              was signed.
            </Empty>
          )}
        </div>
      </div>
    </Screen>
  );
}
