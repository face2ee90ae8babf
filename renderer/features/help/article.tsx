import { Kbd } from '../../kit/kbd.tsx';
import { sayKeys } from '../../kit/keys.ts';
import type { Block, Inline } from './markup.ts';
import { isHelpPage } from './page-list.ts';
import type { HelpPage } from './pages.ts';
import { helpPicture } from './pictures.ts';
import { openHelp } from './store.ts';

/** A page of help as it is read, on the screen or on paper. */
export const Article = ({ page }: { readonly page: HelpPage }) => (
  <article className="help-article" aria-label={page.title}>
    <h3 className="help-title">{page.title}</h3>
    {page.blocks.map((block, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a page never change places
      <Part key={`${page.id} ${at}`} block={block} />
    ))}
  </article>
);

function Part({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h4>
          <Line parts={block.parts} />
        </h4>
      );
    case 'paragraph':
      return (
        <p>
          <Line parts={block.parts} />
        </p>
      );
    case 'picture':
      return <Picture name={block.name} says={block.says} />;
    default: {
      const List = block.kind === 'steps' ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((parts, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a list never change places
            <li key={at}>
              <Line parts={parts} />
            </li>
          ))}
        </List>
      );
    }
  }
}

const Line = ({ parts }: { readonly parts: readonly Inline[] }) =>
  parts.map((part, at) => {
    const key = `${at} ${part.text}`;
    if (part.kind === 'label') return <b key={key}>{part.text}</b>;
    if (part.kind === 'keys') {
      return (
        <span key={key}>
          <Kbd keys={part.text} />
          <span className="unseen">{sayKeys(part.text)}</span>
        </span>
      );
    }
    if (part.kind !== 'link') return <span key={key}>{part.text}</span>;
    const { page } = part;
    return (
      <button key={key} type="button" className="help-link" onClick={() => isHelpPage(page) && openHelp(page)}>
        {part.text}
      </button>
    );
  });

/** A picture in the window's own light; on paper always the light one. */
function Picture({ name, says }: { readonly name: string; readonly says: string }) {
  const files = helpPicture(name);
  if (files === null) return null;
  return (
    <picture>
      <source media="screen and (prefers-color-scheme: dark)" srcSet={files.dark} />
      <img src={files.light} alt={says} />
    </picture>
  );
}
