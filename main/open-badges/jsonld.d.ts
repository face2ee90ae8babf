/** The part of jsonld that brings a document into its canonical form: it brings no types of its own. */
declare module 'jsonld' {
  interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: unknown;
  }

  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    /** Refuses what JSON-LD would drop without a word: a term that no context knows. */
    readonly safe: true;
    /** No address that relative ones are taken to be beside. */
    readonly base: null;
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
  }

  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
