// What somebody was, as a reader understands it: what one report after the other says alike is one
// period. Pure.

import type { DatedAffiliation } from "../bindings/DatedAffiliation";

/** Affiliations with nothing else between them, latest first; never none. */
export type Period = [DatedAffiliation, ...DatedAffiliation[]];

/** The affiliations, latest first, with those alike next to each other as one. */
export function periods(affiliations: readonly DatedAffiliation[]): Period[] {
  const found: Period[] = [];
  for (const one of affiliations) {
    const last = found.at(-1);
    // One that ended by itself is not the one that began after it.
    if (last && alike(last[0], one) && one.until === null) last.push(one);
    else found.push([one]);
  }
  return found;
}

const alike = (one: DatedAffiliation, other: DatedAffiliation): boolean =>
  one.role === other.role && one.status === other.status && one.organisation === other.organisation;
