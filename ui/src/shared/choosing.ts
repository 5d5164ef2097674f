// Choosing among offers by keyboard, the same wherever something is offered.

/** Which offer is chosen after an arrow key, round and round, none (-1) at first; null for every other key. */
export function movedTo(key: string, chosen: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return (chosen + 1) % length;
  if (key === "ArrowUp") return ((chosen < 0 ? length : chosen) + length - 1) % length;
  return null;
}

/** The element of an offer, for `aria-activedescendant` of the field that the offers are for. */
export const optionId = (list: string, at: number): string => `${list}-${at}`;
