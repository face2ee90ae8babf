/** What a draft of the policy would do to one applicant. */
export type Move = 'gains-seat' | 'loses-seat' | 'other-standing' | 'other-tier' | 'other-place' | 'none';

/** How a move reads. */
export const sayMove: Record<Move, string> = {
  'gains-seat': 'Would gain a seat',
  'loses-seat': 'Would lose the seat',
  'other-standing': 'Would stand otherwise',
  'other-tier': 'Another tier',
  'other-place': 'Another place',
  none: 'As now',
};
