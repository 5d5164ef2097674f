// Names and affiliations as the window shows them. What is printed comes from `Generated`.

import type { PersonName } from "../bindings/PersonName";

interface Affiliated {
  role: string | null;
  status: string | null;
  organisation: string | null;
}

export const fullName = (name: PersonName): string =>
  [name.given, name.particles, name.family, name.suffix].filter((part) => part !== "").join(" ");

export const affiliation = (one: Affiliated): string =>
  [one.role, one.status, one.organisation].filter((part) => part !== null && part !== "").join(", ");
