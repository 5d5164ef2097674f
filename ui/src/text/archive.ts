// The sentences of the search over all reports; part of `t`.

import { count } from "./count";

export const archive = {
  title: "Search the archive",
  query: "Words, people, agenda items, dates",
  hint: 'Every word must be there. "Side by side" in quotation marks; begin* for the beginning of a word. ↑ ↓ choose, Enter opens the report at the place.',
  series: "Series",
  allSeries: "All series",
  from: "From year",
  to: "To year",
  anyYear: "Any",
  person: "Attended by",
  anybody: "Anybody",
  noPerson: "Nobody in the directory is called so.",
  clearPerson: (name: string) => `No longer only meetings attended by ${name}`,
  part: "Where",
  parts: {
    anywhere: "Anywhere",
    sections: "Agenda items and sections",
    next_steps: "Next steps",
    people: "Participants and apologies",
  },
  item: "Agenda item",
  itemHint: "Words of its title",
  filters: "Filters",
  clear: "Clear the filters",
  results: "Passages, newest meeting first",
  count: (passages: number, meetings: number, more: boolean) =>
    `${count(passages, "passage", "passages")} in ${count(meetings, "meeting", "meetings")}${more ? ", and there are more" : ""}`,
  meetings: (number: number, more: boolean) =>
    `${count(number, "meeting", "meetings")}${more ? ", and there are more" : ""}`,
  more: "Show more",
  searching: "Searching…",
  nothingYet: "The archive is empty. Import earlier reports with Ctrl Shift O, or begin one with Ctrl N.",
  wordless: "There is no word in this to search for. Type letters or digits.",
  nothing: (query: string) => `No report has “${query}”.`,
  nothingHere: "No report has this where you look.",
  tryThis: "Every word must be in one section. Try fewer words, or the beginning of one with an asterisk.",
  tryWithout: "Try it without the filters.",
  elsewhere: "This report is open in another window.",
  places: {
    meeting: "Meeting",
    opening: "Before the agenda",
    next_steps: "Next steps",
    next_meeting: "Next meeting",
    participants: "Participants",
    apologies: "Apologies",
  },
  section: (label: string) => (label === "" ? "Section" : `Section ${label}`),
};
