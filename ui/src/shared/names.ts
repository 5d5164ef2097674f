// Names and affiliations as the window shows them. What is printed comes from `Generated`.

import type { PersonName } from "../bindings/PersonName";
import type { PersonOffer } from "../bindings/PersonOffer";

interface Affiliated {
  role: string | null;
  status: string | null;
  organisation: string | null;
}

export const fullName = (name: PersonName): string =>
  [name.given, name.particles, name.family, name.suffix].filter((part) => part !== "").join(" ");

export const affiliation = (one: Affiliated): string =>
  [one.role, one.status, one.organisation].filter((part) => part !== null && part !== "").join(", ");

/** Whether a report that names this entry of the directory means this person. */
export const isPerson = (offer: PersonOffer, entry: string | null): boolean =>
  entry !== null && (offer.person === entry || offer.merged.includes(entry));
