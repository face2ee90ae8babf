/** The part of Digital Bazaar's verifier that the tests use: it brings no types of its own. */
declare module '@digitalbazaar/vc' {
  interface Loaded {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }

  export function verifyCredential(question: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<Loaded>;
    readonly checkStatus?: (asked: { readonly credential: object }) => Promise<{ readonly verified: boolean }>;
    readonly now?: Date;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
