import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { Result } from '../../../shared/model/result.ts';
import { accent, black, ink, muted } from '../../papers/colours.ts';
import { printable } from '../../papers/glyphs.ts';
import type { Tag } from '../../papers/paper.ts';
import type { Pen } from '../../papers/pen.ts';
import { qrPath } from '../../papers/qr-code.ts';
import type { TextStyle } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';

/** What stands on the page for the safe. */
interface KeyPaper {
  readonly program: string;
  readonly organization: string;
  readonly fingerprint: string;
  readonly day: CivilDate;
  /** The key under its passphrase, as `sealSeed` writes it. */
  readonly text: string;
}

const size = { width: 612, height: 792 };
const left = 72;
const width = size.width - 2 * left;
const codeSize = 150;
const groupsALine = 8;
const body: TextStyle = { font: 'sans', size: 11, colour: ink };
const leading = 16;

const about = [
  'This page holds the key with which the program signs its certificates, sealed under a passphrase that is not printed here. Keep the page in the safe and the passphrase somewhere else.',
  'To bring the key to another laptop: open the program there, go to Settings, The key for certificates, and choose Bring the key here. Scan the code, or type the groups below; hyphens and capital letters don’t matter. Then give the passphrase.',
  'If the key is lost, nothing that was issued is lost: make a new key in Settings and say that the old one was lost. Certificates that are printed already stay valid.',
];

/** Writes the key on one Letter page for the safe: what it is, a code to scan, and the same to type. */
export function writeKeyPaper(file: string, paper: KeyPaper, options: PaperOptions = {}): Promise<Result<null>> {
  const title = printable(`The key of ${paper.program}`);
  const facts = { title, author: printable(paper.organization), size, now: options.now };
  return writePaper(
    file,
    facts,
    async (pen) => {
      await pen.page(() => pen.tag('Sect', () => draw(pen, title, paper), { title }));
      return null;
    },
    options,
  );
}

function draw(pen: Pen, title: string, { organization, fingerprint, day, text }: KeyPaper): void {
  line(pen, 'P', printable(organization), { font: 'sans-bold', size: 9, colour: muted }, 84);
  line(pen, 'H1', title, { font: 'serif', size: 28, colour: accent }, 118);
  line(pen, 'P', `Fingerprint ${fingerprint} · printed ${sayDate(day)}`, body, 144);
  let baseline = 184;
  for (const words of about) {
    pen.tag('P', () => {
      for (const each of pen.type.lines(words, body, width)) {
        pen.line(each, body, left, baseline, width);
        baseline += leading;
      }
    });
    baseline += 7;
  }
  const code = qrPath(text, left, baseline + 4, codeSize);
  pen.tag('Figure', () => pen.fill(code, black), { alt: 'QR code of the groups below' });
  baseline += codeSize + 40;
  const groups = text.split('-');
  for (let at = 0; at < groups.length; at += groupsALine) {
    line(
      pen,
      'P',
      groups.slice(at, at + groupsALine).join(' '),
      { font: 'sans', size: 15, colour: ink, tracking: 1 },
      baseline,
    );
    baseline += 26;
  }
}

const line = (pen: Pen, tag: Tag, text: string, style: TextStyle, baseline: number): void => {
  if (text !== '') pen.tag(tag, () => pen.line(text, style, left, baseline, width));
};
