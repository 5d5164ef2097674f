// A list of people as the house style prints it, for the clipboard. Pure.

import type { Generated } from "../bindings/Generated";
import type { PersonOffer } from "../bindings/PersonOffer";
import { affiliation, fullName } from "../shared/names";

export interface Copied {
  plain: string;
  html: string;
  entries: number;
}

/** The report's list under its heading, apologies after it, with the numbers a printed list has. */
export function ofReport({ headings, participants, apologies }: Generated): Copied {
  const parts = [
    { heading: headings.participants, entries: participants.map((one) => one.text) },
    { heading: headings.apologies, entries: apologies.map((one) => one.text) },
  ];
  return copied(parts.filter((part) => part.entries.length > 0));
}

/** Everybody, by family name as they come. */
export function ofPeople(people: readonly PersonOffer[]): Copied {
  const entry = (one: PersonOffer): string =>
    [fullName(one.name), affiliation(one)].filter((text) => text !== "").join(", ");
  return copied([{ heading: "", entries: people.map(entry) }]);
}

function copied(parts: { heading: string; entries: string[] }[]): Copied {
  const plain = parts.map(({ heading, entries }) =>
    [...(heading === "" ? [] : [heading]), ...entries.map((entry, at) => `${at + 1}. ${entry}`)].join("\n"),
  );
  const html = parts.map(
    ({ heading, entries }) =>
      (heading === "" ? "" : `<h2>${escaped(heading)}</h2>`) +
      `<ol>${entries.map((entry) => `<li>${escaped(entry)}</li>`).join("")}</ol>`,
  );
  return {
    plain: `${plain.join("\n\n")}\n`,
    html: html.join(""),
    entries: parts.reduce((sum, part) => sum + part.entries.length, 0),
  };
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
