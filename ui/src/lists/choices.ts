// What the user settles for each person of a list, and what is stored of it. Pure.

import type { AddedPerson } from "../bindings/AddedPerson";
import type { AffiliationChange } from "../bindings/AffiliationChange";
import type { ListedMatch } from "../bindings/ListedMatch";
import type { ListedPerson } from "../bindings/ListedPerson";
import type { Participant } from "../bindings/Participant";
import type { PersonName } from "../bindings/PersonName";
import type { PersonOffer } from "../bindings/PersonOffer";
import { isPerson } from "../shared/names";

/** What the user says of one person. */
export interface Choice {
  taken: boolean;
  /** Who of the directory this is; empty for somebody new, null until somebody says. */
  who: string | null;
  /** A name for a device or telephone. */
  name: PersonName | null;
  /** Whom of the directory that name may be. */
  known: ListedMatch[];
  /** Whether another affiliation by the list is kept. */
  changes: boolean;
}

/** Known and new people are taken; who may be somebody known waits for an answer. */
export function firstChoice(one: ListedPerson): Choice {
  const best = one.known[0];
  const settled = one.standing === "known" || one.standing === "new";
  return {
    taken: settled && one.listed.attendance !== null,
    who: one.standing === "known" && best ? best.found.offer.person : one.standing === "new" ? "" : null,
    name: null,
    known: one.known,
    changes: false,
  };
}

/** Whom the choice means of the directory. */
export const matchOf = (choice: Choice): ListedMatch | undefined =>
  choice.known.find((known) => known.found.offer.person === choice.who);

/** Whether the person can be added: it is known who it is, and there is a name. */
export const isSettled = (one: ListedPerson, choice: Choice): boolean =>
  choice.who !== null && (choice.name !== null || one.standing !== "nameless");

/** What is asked of the core for one person. */
export function added(one: ListedPerson, choice: Choice, contacts: boolean): AddedPerson {
  const { listed } = one;
  const known = matchOf(choice);
  const { role, status, organisation } = listed;
  const byList: AffiliationChange = { role, status, organisation };
  return {
    person: known?.found.offer.person ?? null,
    name: choice.name ?? listed.name,
    also: listed.also,
    affiliation: known ? (choice.changes ? known.change : null) : byList,
    email: contacts ? listed.email : null,
    phone: contacts ? listed.phone : null,
    notes: contacts ? listed.notes : null,
  };
}

/** Whether a report has the person as present already. */
export const isHere = (offer: PersonOffer, participants: readonly Participant[]): boolean =>
  participants.some((one) => one.attendance === "present" && isPerson(offer, one.person));

/** The participants with some people of the directory among them, each once. */
export function withPeople(
  participants: readonly Participant[],
  people: readonly { offer: PersonOffer; attendance: Participant["attendance"] }[],
  newId: () => string,
): Participant[] {
  const all = [...participants];
  for (const { offer, attendance } of people) {
    const at = all.findIndex((one) => isPerson(offer, one.person));
    const { person, name, role, status, organisation } = offer;
    const known = all[at];
    if (known) all[at] = { ...known, attendance: known.attendance === "present" ? "present" : attendance };
    else all.push({ id: newId(), person, name, role, status, organisation, attendance });
  }
  return all;
}

/** The participants as they were before some were put among them; later changes stay. */
export function takenBack(
  now: readonly Participant[],
  before: readonly Participant[],
  after: readonly Participant[],
): Participant[] {
  const put = new Set(after.map((one) => one.id));
  return now
    .filter((one) => before.some((old) => old.id === one.id) || !put.has(one.id))
    .map((one) => {
      const old = before.find((other) => other.id === one.id);
      const changed = after.find((other) => other.id === one.id);
      return old && changed && one.attendance === changed.attendance ? { ...one, attendance: old.attendance } : one;
    });
}
