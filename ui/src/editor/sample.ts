// An invented report for the tests of the editor.

import type { AgendaItem } from "../bindings/AgendaItem";
import type { Block } from "../bindings/Block";
import type { Generated } from "../bindings/Generated";
import type { Inline } from "../bindings/Inline";
import type { Report } from "../bindings/Report";

export const text = (words: string, marks: Partial<Extract<Inline, { type: "text" }>> = {}): Inline => ({
  type: "text",
  text: words,
  bold: false,
  italic: false,
  link: null,
  ...marks,
});

export const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });

export function item(id: string, title: string, blocks: Block[], more: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id,
    kind: "item",
    title: title === "" ? [] : [text(title)],
    heading: null,
    listed: true,
    section: { blocks, parts: [] },
    items: [],
    ...more,
  };
}

export const report = (agenda: AgendaItem[]): Report => ({
  meeting: {
    series: "WG-Access",
    number: 7,
    date: "2026-03-05",
    time: "13:00",
    time_zone: "UTC",
    venue: { kind: "online" },
    moderator: "p1",
    opened_by: null,
    recording_available: true,
  },
  state: "draft",
  opening: [],
  agenda,
  next_steps: [{ action: "Write", owner: { kind: "other", name: "All" }, due: null }],
  next_meeting: { date: null, time: null, time_zone: "UTC" },
  participants: [
    {
      id: "p1",
      person: null,
      name: { given: "Ada", particles: "", family: "Moreau", suffix: "" },
      role: null,
      status: null,
      organisation: null,
      attendance: "present",
    },
  ],
});

export const generated: Generated = {
  title_lines: [],
  title: "Summary Report",
  state_mark: "",
  header: "",
  footer: "",
  opening: [],
  headings: { agenda: "", discussion: "", next_steps: "", next_meeting: "", participants: "", apologies: "" },
  items: [],
  speakers: [],
  next_meeting: "",
  next_meeting_item: null,
  next_steps: [],
  participants: [],
  apologies: [],
  file_name: "",
  warnings: [],
};
