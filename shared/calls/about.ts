import { works } from '../call.ts';
import type { AboutView } from '../views/about.ts';
import { nothing } from './inputs.ts';

/** The calls about the app itself; shared/api.ts has them with all others. */
export const aboutCalls = {
  'about.show': works<AboutView>().takes(
    'The version, the licenses, the database’s path, and what a helper needs to know, without names',
    nothing,
  ),
};
