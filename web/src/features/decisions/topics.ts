/** The tables that a timetable is made from. */
export const timetableTopics = [
  "decision_rule",
  "meeting",
  "meeting_pattern",
  "step_record",
  "drive",
  "endorsement",
];
