import { Link } from 'wouter';
import type { PersonId } from '../../../shared/model/ids.ts';
import { usePersonPage } from './person-page.ts';

/** A name that leads to the person’s page, where no inspector’s title does. */
export function PersonName({ personId, name }: { readonly personId: PersonId; readonly name: string }) {
  const page = usePersonPage(personId);
  if (!page) return name;
  return (
    <Link className="inspector-title" href={page.href} title={page.label}>
      {name}
    </Link>
  );
}
