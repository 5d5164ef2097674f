// Where the words of a doubt stand on the page.

import type { Node } from "@tiptap/pm/model";
import type { Spot } from "../bindings/Spot";
import { placeOf } from "../check/places";
import { lines, matchAt, matchesIn, printed, type Match } from "../editor/find";

/** The place a yes would change; else, to be looked at only, the first with the same words. */
export function wordsOnPage(doc: Node, speakers: string[], spot: Spot | null, quote: string): Match | null {
  const pos = spot === null ? null : placeOf(doc, spot.field);
  const line = pos === null ? undefined : lines(doc, speakers).find((one) => one.pos === pos);
  if (spot && line) {
    const text = printed(line.stretches);
    const [from, to] = [spot.from ?? 0, spot.to ?? text.length];
    return to > from ? matchAt(line.stretches, from, to) : null;
  }
  if (quote === "") return null;
  return matchesIn(doc, { text: quote, matchCase: true, wholeWords: false }, speakers)[0] ?? null;
}

/** A line of an original in pieces, those of the quoted words marked. */
export function marked(text: string, quote: string): { text: string; marked: boolean }[] {
  const at = quote === "" ? -1 : text.indexOf(quote);
  if (at < 0) return [{ text, marked: false }];
  return [
    { text: text.slice(0, at), marked: false },
    { text: quote, marked: true },
    { text: text.slice(at + quote.length), marked: false },
  ].filter((piece) => piece.text !== "");
}

/** The line of an original that a doubt is about: by its number, of several the one with the words. */
export function lineOf(
  lines: readonly { number: number; text: string }[],
  number: number,
  quote: string,
): number | null {
  const has = (one: { text: string }): boolean => quote !== "" && one.text.includes(quote);
  const numbered = lines.findIndex((one) => one.number === number && has(one));
  if (numbered >= 0) return numbered;
  const at = number > 0 ? lines.findIndex((one) => one.number === number) : lines.findIndex(has);
  return at < 0 ? null : at;
}
