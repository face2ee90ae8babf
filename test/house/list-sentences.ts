// `npm run sentences`: every sentence that someone may read, file by file, to be read aloud.
import { sentencesIn } from './sentences.ts';
import { sources } from './sources.ts';

for (const file of sources) {
  const said = new Set(sentencesIn(file).map(({ text }) => text));
  if (said.size > 0) console.log([`## ${file.path}`, ...said].join('\n'));
}
