// One section of the bench in a process of its own, so that its peak of memory is its own too.
import { sections } from './sections.ts';

const name = process.argv[2] ?? '';
const section = sections[name];
if (!section) throw new Error(`There is no section ${name}.`);
await section((measure) => process.send?.({ measure }));
// Kilobytes on every system that Node runs on.
process.send?.({ peakMegabytes: process.resourceUsage().maxRSS / 1024 });
process.disconnect?.();
