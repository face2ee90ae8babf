import './certificate-designs.css';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import type { DesignChoice } from '../../../shared/model/certificate-designs.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { DesignEditor } from './editor.tsx';
import { DesignList } from './list.tsx';
import { useDesigns } from './store.ts';

/** How certificates look: the list of designs, or the editor on one of them. */
export function CertificateDesignsPage({ choice }: { readonly choice: DesignChoice | null }) {
  const { value, problem } = useCall('certificateDesigns.list', {});
  if (!value) {
    return (
      <Screen toolbar={<Toolbar title="Certificate designs" />}>{problem && <ProblemNote problem={problem} />}</Screen>
    );
  }
  return choice === null ? <DesignList view={value} /> : <OpenedEditor key={choice} choice={choice} view={value} />;
}

/** The editor, once the design is there: a draft of it that was begun earlier goes on. */
function OpenedEditor({
  choice,
  view,
}: {
  readonly choice: DesignChoice;
  readonly view: Parameters<typeof DesignList>[0]['view'];
}) {
  const draft = useDesigns((state) => state.draft);
  const begin = useDesigns((state) => state.begin);
  const isHere = draft?.choice === choice;
  const opened = useCall('certificateDesigns.open', isHere ? null : { choice });
  useEffect(() => {
    if (opened.value?.choice === choice) begin(opened.value);
  }, [opened.value, choice, begin]);
  if (isHere) return <DesignEditor draft={draft} view={view} />;
  if (opened.problem) {
    return (
      <Screen toolbar={<Toolbar title="Certificate designs" />}>
        <ProblemNote problem={opened.problem} />
      </Screen>
    );
  }
  return opened.value && opened.value.choice !== choice ? <Redirect to="/certificate-designs" replace /> : null;
}
