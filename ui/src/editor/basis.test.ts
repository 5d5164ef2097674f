import { expect, it } from "vitest";
import type { Inline } from "../bindings/Inline";
import type { AgendaItem } from "../bindings/AgendaItem";
import { sameBasis } from "./basis";
import { toDoc } from "./convert";
import { item, paragraph, report, text } from "./sample";

const speaker = (participant: string): Inline => ({ type: "speaker", participant, form: "auto" });
const same = (one: AgendaItem, other: AgendaItem): boolean => sameBasis(toDoc(report([one])), toDoc(report([other])));
const said = (...content: Inline[]): AgendaItem => item("1", "Reading rooms", [paragraph(...content)]);

it.each([
  ["other words", said(text("One.")), said(text("Quite another thing."))],
  ["a word in bold", said(text("One two.")), said(text("One "), text("two", { bold: true }), text("."))],
  ["words after a speaker", said(speaker("a"), text(" noted")), said(speaker("a"), text(" asked why"))],
])("%s change no generated word", (_, before, after) => {
  expect(same(before, after)).toBe(true);
});

it.each([
  ["the first word", said(), said(text("W"))],
  ["a speaker", said(text("noted")), said(speaker("a"), text("noted"))],
  ["another speaker", said(speaker("a")), said(speaker("b"))],
  ["a nested item", said(text("x")), { ...said(text("x")), items: [item("2", "Inner", [])] }],
  ["the order of speakers", said(speaker("a"), text(" "), speaker("b")), said(speaker("b"), text(" "), speaker("a"))],
  ["a title", said(text("x")), item("1", "Reading room", [paragraph(text("x"))])],
  ["another item", said(text("x")), item("2", "Reading rooms", [paragraph(text("x"))])],
])("%s may change one", (_, before, after) => {
  expect(same(before, after)).toBe(false);
});
