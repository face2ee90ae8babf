import { type HelpText, inlineParts, readHelp } from './markup.ts';
import { type HelpPageId, helpPageIds } from './page-list.ts';

/** A page of help, ready to be shown and searched. */
export interface HelpPage extends HelpText {
  readonly id: HelpPageId;
  /** All its words in one line. */
  readonly plain: string;
}

const sources = import.meta.glob<string>('./pages/*.md', { query: '?raw', import: 'default', eager: true });

function pageOf(id: HelpPageId): HelpPage {
  const text = readHelp(sources[`./pages/${id}.md`] ?? '');
  return {
    ...text,
    id,
    plain: inlineParts(text)
      .map((part) => part.text)
      .join(''),
  };
}

/** Every page of the help, in the order of its list of contents. */
export const helpPages: readonly HelpPage[] = helpPageIds.map(pageOf);

/** The page of this id. */
export const helpPage = (id: HelpPageId): HelpPage => helpPages.find((page) => page.id === id) ?? pageOf(id);
