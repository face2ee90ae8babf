/** A text that breaks behind an @ where it has no room, not within a word of the address. */
export function Breaking({ text }: { readonly text: string }) {
  const [account = '', ...hosts] = text.split('@');
  const host = hosts.join('@');
  if (host === '') return text;
  return (
    <>
      {account}@<wbr />
      {host}
    </>
  );
}
