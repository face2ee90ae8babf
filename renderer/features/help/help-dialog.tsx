import './help.css';
import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { countOf } from '../../../shared/model/counts.ts';
import { Button } from '../../kit/button.tsx';
import { isPressed } from '../../kit/keys.ts';
import { Article } from './article.tsx';
import { helpGroups } from './page-list.ts';
import { type HelpPage, helpPage, helpPages } from './pages.ts';
import { PrintedPage } from './printed-page.tsx';
import { searchHelp } from './search.ts';
import { backInHelp, closeHelp, openHelp, useHelp } from './store.ts';

/** The help, over whatever screen someone is on, which stays as it is; the app mounts it once. */
export function HelpDialog() {
  const open = useHelp((state) => state.page);
  if (open === null) return null;
  return (
    <ModalOverlay className="dialog-ground" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && closeHelp()}>
      <Modal className="dialog help" data-modal="">
        <AriaDialog className="help-box">
          <Help page={helpPage(open)} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Help({ page }: { readonly page: HelpPage }) {
  const [typed, setTyped] = useState('');
  const [printing, setPrinting] = useState(false);
  const hasBefore = useHelp((state) => state.before.length > 0);
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLElement>(null);
  const found = searchHelp(helpPages, typed);
  const isSearch = typed.trim() !== '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is read from its top
  useEffect(() => {
    body.current?.scrollTo({ top: 0 });
  }, [page.id]);
  useEffect(() => {
    // The keys of the desk rest behind a dialog; these are the help's own.
    const onKey = (event: KeyboardEvent) => {
      if (isPressed(event, 'Mod+P')) setPrinting(true);
      else if (isPressed(event, 'Mod+F')) field.current?.select();
      else if (isPressed(event, 'Alt+ArrowLeft')) backInHelp();
      else if (isPressed(event, 'F1')) closeHelp();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <header className="help-head">
        <Heading slot="title" level={2}>
          Help
        </Heading>
        <input
          ref={field}
          // biome-ignore lint/a11y/noAutofocus: the field is where most people begin
          autoFocus
          type="search"
          className="input help-search"
          aria-label="Search the help"
          placeholder="Search the help"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && isSearch && first) openHelp(first.id);
            if (event.key !== 'Escape' || typed === '') return;
            event.stopPropagation();
            setTyped('');
          }}
        />
        <span role="status" className="mute help-found">
          {isSearch && countOf(found.length, 'page')}
        </span>
        <span className="space" />
        {hasBefore && (
          <Button icon={<ArrowLeft aria-hidden="true" />} keys="Alt+ArrowLeft" onClick={backInHelp}>
            Back
          </Button>
        )}
        <Button icon={<Printer aria-hidden="true" />} keys="Mod+P" onClick={() => setPrinting(true)}>
          Print
        </Button>
        <Button keys="Escape" onClick={closeHelp}>
          Close
        </Button>
      </header>
      <div className="help-body">
        <nav className="help-contents" aria-label="Pages of the help">
          {isSearch ? (
            <Links pages={found} here={page} />
          ) : (
            helpGroups.map(({ title, pages }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <Links pages={pages.map(helpPage)} here={page} />
              </section>
            ))
          )}
          {found.length === 0 && <p className="mute">No page has all these words. Try one of them.</p>}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the page scrolls, also from the keyboard */}
        <section className="help-page" aria-label={page.title} tabIndex={0} ref={body}>
          <Article page={page} />
        </section>
      </div>
      {printing && <PrintedPage page={page} onDone={() => setPrinting(false)} />}
    </>
  );
}

const Links = ({ pages, here }: { readonly pages: readonly HelpPage[]; readonly here: HelpPage }) => (
  <ul>
    {pages.map(({ id, title }) => (
      <li key={id}>
        <button
          type="button"
          className="help-contents-link"
          aria-current={id === here.id ? 'page' : undefined}
          onClick={() => openHelp(id)}
        >
          {title}
        </button>
      </li>
    ))}
  </ul>
);
