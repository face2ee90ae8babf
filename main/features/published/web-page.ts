import { countOf } from '../../../shared/model/counts.ts';
import type { PublishedCohort, PublishedList } from './published-list.ts';

/** A text as HTML. */
const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

// Deep enough on both grounds for WCAG 2.2 AA. Nothing is fetched: no script, no picture, no font but the reader's own.
const style = `:root{color-scheme:light dark;--ground:#fbfaf7;--text:#1d2124;--mute:#565f65;--line:#d9d6cd;--accent:#0b5c66}
@media (prefers-color-scheme:dark){:root{--ground:#14181a;--text:#e9e7e1;--mute:#a7afb3;--line:#343b3f;--accent:#7fd0da}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:17px/1.55 "Source Serif 4","Iowan Old Style",Georgia,serif}
.page{max-width:62rem;margin:0 auto;padding:clamp(1.5rem,5vw,4rem) clamp(1rem,4vw,2.5rem)}
.over{margin:0;color:var(--mute);font:600 .78rem/1.4 system-ui,sans-serif;letter-spacing:.09em;text-transform:uppercase}
h1{margin:.35rem 0 .5rem;color:var(--accent);font-size:clamp(1.9rem,5vw,2.9rem);font-weight:400;line-height:1.12;text-wrap:balance}
.sum{margin:0;color:var(--mute);font:.95rem/1.5 system-ui,sans-serif}
nav{margin:1.6rem 0 0;padding:.9rem 0;border-block:1px solid var(--line);font:.95rem/1.5 system-ui,sans-serif}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.2rem 0;color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
section{margin-top:2.6rem;scroll-margin-top:1rem}
h2{display:flex;flex-wrap:wrap;gap:0 .8rem;align-items:baseline;margin:0 0 .9rem;font-size:1.45rem;font-weight:600}
h2 small{color:var(--mute);font:400 .9rem/1.5 system-ui,sans-serif}
section ul{columns:3 15rem;column-gap:2.2rem;margin:0;padding:0;list-style:none}
section li{padding:.28rem 0;break-inside:avoid;overflow-wrap:anywhere}
.at{display:block;color:var(--mute);font:.84rem/1.4 system-ui,sans-serif}
footer{margin-top:3.4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--mute);font:.88rem/1.6 system-ui,sans-serif}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{color-scheme:light;--ground:#fff;--text:#000;--mute:#444;--line:#bbb;--accent:#0b5c66}
body{font-size:10.5pt}.page{max-width:none;padding:0}nav{display:none}section{margin-top:1.4rem}h2{break-after:avoid}
section ul{columns:3}@page{margin:18mm}}`;

/**
 * The published list as one page of HTML for the association's web site: whole in itself, without a script and without
 * anything from elsewhere, for light and dark, for a phone, a screen reader, and paper.
 */
export function webPage(list: PublishedList): string {
  const ids = list.cohorts.map((_, at) => `cohort-${at + 1}`);
  const links = list.cohorts.map(({ name }, at) => `<li><a href="#${ids[at]}">${html(name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>Graduates of ${html(list.program)}</title>
<style>
${style}
</style>
</head>
<body>
<div class="page">
<header>
<p class="over">${html(list.organization)}</p>
<h1>Graduates of the ${html(list.title)}</h1>
<p class="sum">${html(`${list.sum}. ${list.asOf}.`)}</p>
</header>
${links.length > 1 ? `<nav aria-label="Cohorts">\n<ul>\n${links.join('\n')}\n</ul>\n</nav>\n` : ''}<main>
${list.cohorts.length === 0 ? '<p>No one is on the list yet.</p>' : list.cohorts.map((cohort, at) => section(cohort, ids[at] ?? '')).join('\n')}
</main>
<footer>
<p>${html(list.contact === '' ? `Published by ${list.organization}.` : `Published by ${list.organization}. Questions: ${list.contact}.`)}</p>
</footer>
</div>
</body>
</html>
`;
}

function section({ name, years, people }: PublishedCohort, id: string): string {
  const count = [years, countOf(people.length, 'graduate')].filter((part) => part !== '').join(' · ');
  const items = people.map(
    (person) =>
      `<li>${html(person.name)}${person.organization === '' ? '' : `<span class="at">${html(person.organization)}</span>`}</li>`,
  );
  return `<section id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${html(name)} Cohort <small>${html(count)}</small></h2>
<ul>
${items.join('\n')}
</ul>
</section>`;
}
