// A template for the tests of the form.

import type { Template } from "../bindings/Template";
import type { TemplateSummary } from "../bindings/TemplateSummary";

export const summary: TemplateSummary = {
  id: "0198f0aa-0000-7000-8000-000000000001",
  name: "Minutes",
  version: 2,
  built_in: false,
  restorable: false,
  series: ["WG-Access"],
};

const empty = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, ""]));

export const template: Template = {
  name: "Minutes",
  language: "en-GB",
  groups: [],
  title: { lines: ["{{ group.name }}"], title: "Summary Report" },
  sentences: {
    ...(empty(
      ...["opened", "empty_item", "empty_secretariat", "next_meeting", "next_meeting_open", "next_step", "header"],
      ...["document_title", "footer", "page_number", "file_name", "draft_mark", "in_review_mark"],
      ...["venue_online", "venue_in_person", "venue_hybrid"],
    ) as unknown as Template["sentences"]),
    opening: "The {{ ordinal }} meeting.",
  },
  headings: empty(
    ...["agenda", "discussion", "next_steps", "next_meeting", "participants", "apologies"],
  ) as unknown as Template["headings"],
  agenda: {
    numbers: ["decimal", "lower_letter", "lower_roman"],
    standing: [
      { title: "Update", kind: "secretariat" },
      { title: "Any other business", kind: "any_other_business" },
    ],
  },
  sections: { numbers: ["decimal", "upper_letter", "lower_roman"], next_meeting: "own_heading" },
  naming: { speakers: "full_then_given" },
  participants: { entry: "{{ name }}", numbers: "decimal", order: "sorted", precedence: [], unknown_affiliations: [] },
  text: { curly_quotes: true, en_dashes: true },
  page: {
    size: "A4",
    margin: { top: 25, right: 25, bottom: 25, left: 25 },
    typeface: "Noto Sans",
    docx_font: "Arial",
    text_size: 11,
    title_size: 18,
    heading_sizes: [14, 12, 11, 11],
    line_spacing: 1.15,
    space_after: 6,
    footer: true,
  },
  logo: null,
};
