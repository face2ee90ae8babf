import {
  Award,
  CalendarCheck,
  FileText,
  History,
  Home,
  type LucideIcon,
  RefreshCw,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import { sayCount } from '../../shared/model/counts.ts';
import type { DeskStatus } from '../../shared/views/desk.ts';

/** A screen of the rail: `Mod+1` is the first. */
interface ScreenEntry {
  readonly path: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly count?: (counts: DeskStatus['counts']) => { readonly text: string; readonly due?: boolean } | null;
}

const some = (count: number) => (count > 0 ? { text: sayCount(count) } : null);

/** The screens of the rail, in its order; Settings stands apart at the bottom. */
export const railScreens: readonly ScreenEntry[] = [
  { path: '/today', title: 'Today', icon: Home },
  { path: '/applicants', title: 'Applicants', icon: FileText, count: ({ applicants }) => some(applicants) },
  { path: '/cohorts', title: 'Cohorts', icon: Users, count: ({ cohorts }) => some(cohorts) },
  {
    path: '/attendance',
    title: 'Attendance',
    icon: CalendarCheck,
    count: ({ sessionsToday }) => (sessionsToday > 0 ? { text: `${sessionsToday} today` } : null),
  },
  { path: '/graduates', title: 'Graduates', icon: Award, count: ({ graduates }) => some(graduates) },
  {
    path: '/recertification',
    title: 'Re-certification',
    icon: RefreshCw,
    count: ({ overdue }) => (overdue > 0 ? { text: `${sayCount(overdue)} due`, due: true } : null),
  },
  { path: '/history', title: 'History', icon: History },
  { path: '/settings', title: 'Settings', icon: SlidersHorizontal },
];
