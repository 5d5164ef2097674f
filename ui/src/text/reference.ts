// The sentences of the panel with earlier meetings; part of `t`.

import { count } from "./count";

export const reference = {
  search: "Search earlier meetings",
  onItem: (title: string) => `Earlier on “${title}”`,
  noItem: "Put the cursor in an agenda item to see what earlier meetings said under it.",
  untitled: "Give the agenda item a title to see what earlier meetings said under it.",
  none: (title: string) =>
    `No earlier meeting of this series had an item like “${title}”. Search the earlier meetings above.`,
  nothing: (query: string) => `No earlier meeting of this series has “${query}”.`,
  wordless: "There is no word in this to search for. Type letters or digits.",
  list: "Passages of earlier meetings",
  found: (number: number, more: boolean) =>
    `${count(number, "passage", "passages")}${more ? ", and there are more" : ""}`,
  looking: "Looking…",
  empty: "Nothing was written under this item.",
  more: "Show more meetings",
  hint: "↑ ↓ choose. Enter quotes the passage on the page, Shift Enter stays here, R inserts a reference, O opens the whole report here. Passages can be dragged onto the page.",
  quote: "Quote (Enter)",
  insert: "Refer (R)",
  open: "Open here (O)",
  back: "Back to the list",
  opening: "Before the agenda",
  nextSteps: "Next steps",
  participants: "Participants",
  whole: "Whole report",
  noPlace: "There is no place for this at the cursor. Put the cursor into a section of the report.",
  quoted: "The passage is quoted on the page.",
  referred: "The reference is on the page.",
  /** How a place of an earlier meeting is named in the text of a report. */
  named: (meeting: string, label: string) => (label === "" ? meeting : `${meeting}, item ${label}`),
  meeting: (ordinal: string) => `${ordinal} meeting`,
  meetingOn: (day: string) => `meeting of ${day}`,
  anyMeeting: "an earlier meeting",
};
