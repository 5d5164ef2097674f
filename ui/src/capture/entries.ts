// What the transcript's list shows: times, filtering, the words of a search.

import type { TranscriptEntry } from "../bindings/TranscriptEntry";

export interface Filter {
  /** Only what this speaker said, as written; null for everybody. */
  speaker: string | null;
  /** Only entries that hold all these words or beginnings of words. */
  words: string;
}

/** An entry with its place in the transcript, which stays the same under every filter. */
export interface Listed {
  at: number;
  entry: TranscriptEntry;
}

/** Letters without accents and case: for comparing, never for showing. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wanted = (words: string): string[] =>
  fold(words)
    .split(/\s+/)
    .filter((word) => word !== "");

export function filtered(entries: TranscriptEntry[], { speaker, words }: Filter): Listed[] {
  const all = wanted(words);
  return entries
    .map((entry, at) => ({ at, entry }))
    .filter(({ entry }) => {
      if (speaker !== null && entry.speaker !== speaker) return false;
      if (all.length === 0) return true;
      const text = fold(`${entry.speaker ?? ""} ${entry.text}`);
      return all.every((word) => text.includes(word));
    });
}

/** `12:34`, `1:02:03`: a time in seconds as it stands beside an entry. */
export function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A text in pieces, those that were searched for marked. */
export function marked(text: string, words: string): { text: string; found: boolean }[] {
  const all = wanted(words);
  const letters = [...text];
  const folded = letters.map(fold);
  const found = letters.map(() => false);
  for (const word of all) {
    // Letter by letter: folding may change a text's length.
    for (let start = 0; start < letters.length; start++) {
      let length = 0;
      let at = start;
      while (at < letters.length && length < word.length && word.startsWith(folded[at] ?? "", length)) {
        length += folded[at]?.length ?? 0;
        at += 1;
      }
      if (length === word.length) found.fill(true, start, at);
    }
  }
  const pieces: { text: string; found: boolean }[] = [];
  letters.forEach((letter, at) => {
    const last = pieces.at(-1);
    if (last && last.found === found[at]) last.text += letter;
    else pieces.push({ text: letter, found: found[at] ?? false });
  });
  return pieces;
}
