/** How often a kill test kills among the other tests. */
export const USUAL_KILLS = 5;

/** As often as COHORT_DESK_KILLS says, when someone looks for what happens once in a hundred. */
export const KILLS = Number(process.env.COHORT_DESK_KILLS) || USUAL_KILLS;
