/** What became of a certificate. Nothing is valid unless everything that there is to check was checked. Days are `YYYY-MM-DD`. */
export type CertificateState =
  | { readonly kind: 'valid' }
  /** Valid, and documents for re-certification are due. */
  | { readonly kind: 'due'; readonly dueOn: string }
  | { readonly kind: 'expired'; readonly on: string }
  | { readonly kind: 'superseded'; readonly on: string; readonly by: string | null }
  | { readonly kind: 'revoked'; readonly on: string; readonly reason: string }
  | { readonly kind: 'altered' }
  | { readonly kind: 'other-issuer' }
  | { readonly kind: 'not-known'; readonly why: NotKnown; readonly listFrom: string | null };

/** Why nothing can be said: what could not be checked. */
export type NotKnown = 'not-listed' | 'newer-than-list' | 'old-list' | 'withdrawn-key' | 'unchecked';
