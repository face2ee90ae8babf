import { Link, useLocation } from 'wouter';
import type { DeskStatus } from '../../shared/views/desk.ts';
import { ariaKeys, sayKeys } from '../kit/keys.ts';
import { railScreens } from './screens.ts';

/** The way between the screens, with what each holds. */
export function Rail({ status }: { readonly status: DeskStatus }) {
  const [path] = useLocation();
  return (
    <nav className="rail" aria-label="Screens">
      <div className="rail-program">
        <b>{status.program?.name}</b>
        <span>{status.currentCohort?.name ?? 'No cohort yet'}</span>
      </div>
      {railScreens.map(({ path: to, title, icon: Icon, count }, at) => {
        // Fees and progress have no place of their own in the rail: they belong to the cohorts; checking, to the
        // graduates; the review of evidence, to re-certification.
        const within =
          (to === '/cohorts' && /^\/(?:fees|progress)(?:\/|$)/.test(path)) ||
          (to === '/recertification' && path === '/evidence') ||
          (to === '/graduates' && (path === '/check-certificate' || path === '/published'));
        const here = within || path === to || path.startsWith(`${to}/`);
        const counted = count?.(status.counts) ?? null;
        const keys = `Mod+${at + 1}`;
        return (
          <Link
            key={to}
            href={to}
            className={['rail-link', here && 'here', to === '/settings' && 'rail-last'].filter(Boolean).join(' ')}
            aria-current={here ? 'page' : undefined}
            aria-keyshortcuts={ariaKeys(keys)}
            title={`${title}${counted ? `, ${counted.text}` : ''} (${sayKeys(keys)})`}
          >
            <Icon aria-hidden="true" />
            <span className="rail-word">{title}</span>
            {counted && <span className={counted.due ? 'rail-count due' : 'rail-count'}>{counted.text}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
