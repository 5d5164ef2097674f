// Completing the values of a sentence: what `{{ …` may become.

export interface Offered {
  /** Where the braces begin. */
  from: number;
  /** The values that match, those that begin so first. */
  names: string[];
}

/** What is offered at the caret; null where no value is being typed. */
export function offered(text: string, caret: number, all: string[]): Offered | null {
  const open = /\{\{\s*([\w.]*)$/.exec(text.slice(0, caret));
  if (!open) return null;
  const typed = (open[1] ?? "").toLowerCase();
  const rank = (name: string): number => (name.startsWith(typed) ? 0 : 1);
  const names = all.filter((name) => name.includes(typed)).sort((a, b) => rank(a) - rank(b));
  return names.length === 0 ? null : { from: open.index, names };
}

/** The text with a value in its braces, and the caret behind them. */
export function taken(text: string, from: number, caret: number, name: string): { text: string; caret: number } {
  // Braces that are closed already are closed once.
  const rest = text.slice(caret).replace(/^[\w.]*\s*\}\}/, "");
  const head = `${text.slice(0, from)}{{ ${name} }}`;
  return { text: head + rest, caret: head.length };
}
