import { useState } from 'react';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import { StandingDialog } from './standing-dialog.tsx';

/** What can be decided about a certification, each in a dialog of its own. */
export function DecideButtons({ life, hasKeys }: { readonly life: CertificationLife; readonly hasKeys: boolean }) {
  const [open, setOpen] = useState<'extend' | 'standing' | null>(null);
  const { mayExtend, name } = life;
  const extend = () => {
    if (mayExtend.whyNot === null) setOpen('extend');
  };
  const change = () => setOpen('standing');
  useCommands(
    hasKeys
      ? [
          { id: 'recertification.extend', label: `Grant ${name} more time`, keys: 'X', also: 'extension', run: extend },
          {
            id: 'recertification.standing',
            label: `Change the standing of ${name}`,
            keys: 'S',
            also: 'retire exempt suspend revoke reinstate inactive',
            run: change,
          },
        ]
      : [],
  );
  return (
    <>
      <div className="row certification-decide">
        <Button keys={hasKeys ? 'X' : undefined} disabledBecause={mayExtend.whyNot} onClick={extend}>
          Extend…
        </Button>
        <Button keys={hasKeys ? 'S' : undefined} onClick={change}>
          Change standing…
        </Button>
      </div>
      {open === 'extend' && mayExtend.whyNot === null && (
        <ExtendDialog life={life} choice={mayExtend} onClose={() => setOpen(null)} />
      )}
      {open === 'standing' && <StandingDialog life={life} onClose={() => setOpen(null)} />}
    </>
  );
}
