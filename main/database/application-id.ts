/** Marks a file as ours: “CDsk” in SQLite's application_id. */
export const APPLICATION_ID = 0x4344736b;
