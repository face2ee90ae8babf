import { useState } from 'react';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { askReason } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { type ScreenCommand, useCommands } from '../../kit/commands.ts';
import { perform } from '../../kit/perform.ts';
import { BirthMonthDialog, ExamDialog } from './anchor-dialogs.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { PayDialog } from './pay-dialog.tsx';
import { StandingDialog } from './standing-dialog.tsx';

type What = 'audit' | 'move' | 'extend' | 'standing' | 'pay' | 'exam' | 'birth';

/** A button, what the palette calls it, and what keeps it from being pressed. */
interface Action {
  readonly what: What;
  readonly button: string;
  readonly label: string;
  readonly keys: string;
  readonly also?: string;
  readonly whyNot: string | null;
}

/** What can be decided or recorded for this certification; what the rules don’t ask for is left out. */
function actionsOn({
  versions,
  whyNotAudit,
  audits,
  name,
  mayExtend,
  fees,
  exam,
  birth,
  hasRules,
}: CertificationLife): readonly Action[] {
  const all: readonly (Action | null)[] = [
    hasRules
      ? {
          what: 'extend',
          button: 'Extend…',
          label: `Grant ${name} more time`,
          keys: 'X',
          also: 'extension',
          whyNot: mayExtend.whyNot,
        }
      : null,
    {
      what: 'standing',
      button: 'Change standing…',
      label: `Change the standing of ${name}`,
      keys: 'S',
      also: 'retire exempt suspend revoke reinstate inactive',
      whyNot: null,
    },
    fees.length > 0
      ? {
          what: 'pay',
          button: 'Record payment…',
          label: `Record a re-certification fee that ${name} paid`,
          keys: 'P',
          whyNot: fees.some(({ open }) => open > 0) ? null : 'Every fee of this cycle is paid.',
        }
      : null,
    hasRules && versions.newer.length > 0
      ? {
          what: 'move',
          button: 'Newer rules…',
          label: `Move ${name} to a newer version of the rules`,
          keys: 'V',
          also: 'policy version',
          whyNot: null,
        }
      : null,
    hasRules && (whyNotAudit === null || audits.length > 0)
      ? {
          what: 'audit',
          button: 'Audit…',
          label: `Audit ${name} for cause`,
          keys: 'U',
          whyNot: whyNotAudit,
        }
      : null,
    exam.asked
      ? { what: 'exam', button: 'Exam date…', label: `Set the exam date of ${name}`, keys: 'Shift+X', whyNot: null }
      : null,
    birth.asked
      ? {
          what: 'birth',
          button: 'Birth month…',
          label: `Set the birth month of ${name}`,
          keys: 'Shift+B',
          whyNot: null,
        }
      : null,
  ];
  return all.filter((action) => action !== null);
}

/** What can be decided about a certification, each in a dialog of its own. */
export function DecideButtons({ life, hasKeys }: { readonly life: CertificationLife; readonly hasKeys: boolean }) {
  const [open, setOpen] = useState<Exclude<What, 'audit'> | null>(null);
  const actions = actionsOn(life);
  const run = ({ what, whyNot }: Action) => {
    if (whyNot !== null) return;
    if (what === 'audit') void auditForCause(life);
    else setOpen(what);
  };
  const commands = actions.map(
    (action): ScreenCommand => ({
      id: `recertification.${action.what}`,
      label: action.label,
      keys: action.keys,
      also: action.also,
      run: () => run(action),
    }),
  );
  useCommands(hasKeys ? commands : []);
  return (
    <>
      <div className="row certification-decide">
        {actions.map((action) => (
          <Button
            key={action.what}
            keys={hasKeys ? action.keys : undefined}
            disabledBecause={action.whyNot}
            onClick={() => run(action)}
          >
            {action.button}
          </Button>
        ))}
      </div>
      <OpenDialog open={open} life={life} onClose={() => setOpen(null)} />
    </>
  );
}

/** Begins an audit of the current cycle, with its reason. */
async function auditForCause({ participantId, name, standing }: CertificationLife): Promise<void> {
  const reason = await askReason({
    title: `Audit ${name}?`,
    sentence: `Cycle ${standing.cycle?.number ?? 1} is looked at closely, and its credit waits as the rules say.`,
    action: 'Begin the audit',
    placeholder: 'A letter from the school system',
  });
  if (reason !== null) await perform('recertification.auditForCause', { participantId, reason });
}

function OpenDialog({
  open,
  life,
  onClose,
}: {
  readonly open: Exclude<What, 'audit'> | null;
  readonly life: CertificationLife;
  readonly onClose: () => void;
}) {
  const { mayExtend, standing } = life;
  switch (open) {
    case null:
      return null;
    case 'extend':
      return mayExtend.whyNot === null ? <ExtendDialog life={life} choice={mayExtend} onClose={onClose} /> : null;
    case 'standing':
      return <StandingDialog life={life} onClose={onClose} />;
    case 'move':
      return <MoveDialog life={life} onClose={onClose} />;
    case 'pay':
      return standing.cycle && <PayDialog life={life} cycle={standing.cycle.number} onClose={onClose} />;
    case 'exam':
      return <ExamDialog life={life} onClose={onClose} />;
    case 'birth':
      return <BirthMonthDialog life={life} onClose={onClose} />;
  }
}
