import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Inspector } from '../inspector.tsx';

const mostNamed = 20;

/** The inspector while several rows are selected: it says so, and whom an action is about. Esc clears the selection. */
export function SeveralInspector({
  names,
  onClear,
  onClose,
}: {
  readonly names: readonly string[];
  readonly onClear: () => void;
  readonly onClose: () => void;
}) {
  const more = names.length - mostNamed;
  return (
    <Inspector
      title={`${sayCount(names.length)} selected`}
      sub="What you do now applies to all of them."
      actions={
        <Button keys="Escape" onClick={onClear}>
          Clear selection
        </Button>
      }
      onEscape={onClear}
      onClose={onClose}
    >
      <Card title="Selected people">
        <p>{names.slice(0, mostNamed).join(', ')}</p>
        {more > 0 && <p className="mute">and {countOf(more, 'more', 'more')}</p>}
      </Card>
    </Inspector>
  );
}
