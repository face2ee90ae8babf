// Open Badges 3.0, “Baked Badge”: a namespace on the <svg>, and right behind it one element with the credential.

const namespace = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';

/** Bakes a credential into an SVG document that has none. */
export function bakeSvg(svg: string, credential: string): string {
  // What ends the section is written so that it ends none; JSON reads it back as it was.
  const safe = credential.replaceAll(']]>', ']]\\u003e');
  return svg.replace(
    /<svg\b([^>]*)>/,
    (_, attributes: string) =>
      `<svg ${namespace}${attributes}><openbadges:credential><![CDATA[${safe}]]></openbadges:credential>`,
  );
}

/** The credentials baked into an SVG: one at most in a good one. One that is a token and no JSON is found as that. */
export function bakedInSvg(svg: string): readonly string[] {
  const elements = svg.matchAll(/<openbadges:credential\b([^>]*)>\s*(?:<!\[CDATA\[([\s\S]*?)\]\]>)?/g);
  return [...elements].map(([, attributes = '', json]) => {
    const [, token] = /\bverify\s*=\s*["']([^"']*)["']/.exec(attributes) ?? [];
    return (json ?? token ?? '').trim();
  });
}
