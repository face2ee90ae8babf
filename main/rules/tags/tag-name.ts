import { sayCount } from '../../../shared/model/counts.ts';
import { foldName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { longestTag } from '../../../shared/model/tags.ts';

/** A tag’s name as it is kept: on one line, with single spaces. Refuses what has no letter or digit, and what is too long. */
export function tagName(typed: string): Result<string> {
  const name = typed.replaceAll(/\s+/g, ' ').trim();
  if (foldName(name) === '') {
    return refuse('A tag needs a name with at least one letter or digit, such as “Speaker”. Type one and try again.');
  }
  if (name.length > longestTag) {
    return refuse(
      `A tag may have ${sayCount(longestTag)} characters, and this one has ${sayCount(name.length)}. Choose a shorter name, and put the rest in a note.`,
    );
  }
  return done(name);
}
