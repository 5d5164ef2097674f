// Quotes and dashes while they are typed, by the template's choice. Backspace at once gives back
// what was typed.

import { closeDoubleQuote, closeSingleQuote, InputRule, openDoubleQuote, openSingleQuote } from "@tiptap/pm/inputrules";
import type { TextRules } from "../bindings/TextRules";

const curly = [openDoubleQuote, closeDoubleQuote, openSingleQuote, closeSingleQuote];

/** A hyphen at the start of a line begins a list, so a word must stand before it. */
const dashes = [new InputRule(/(?<=\S) --? $/, " – "), new InputRule(/(?<=\S)--$/, "–")];

export const typing = ({ curly_quotes, en_dashes }: TextRules): InputRule[] => [
  ...(curly_quotes ? curly : []),
  ...(en_dashes ? dashes : []),
];
