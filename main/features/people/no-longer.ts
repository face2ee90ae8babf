// What is said where a command or a screen names someone whose record is gone: deleted, merged, or undone meanwhile.

/** One person, who was opened. */
export const noSuchPerson = 'That person is no longer on record; the step that added them may have been undone.';

/** One participant, who was opened. */
export const noSuchParticipant =
  'That participant is no longer on record; the step that added them may have been undone.';

/** One of the pair or the group that is compared or changed. */
export const oneIsGone = 'One of these people is no longer on record. Open the list and choose again.';

/** Someone among those who are selected. */
export const someoneIsGone =
  'Someone you selected is no longer on record; the step that added them may have been undone. Choose again.';
