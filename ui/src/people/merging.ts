// Two entries of the directory become one person, and two again: said each time, with the way back.

import * as api from "../api";
import type { PersonName } from "../bindings/PersonName";
import { library } from "../library.svelte";
import { fullName } from "../shared/names";
import { t } from "../text/en";

interface Entry {
  person: string;
  name: PersonName;
}

/** Lets one entry count as another; `onChange` is told of it, and of the undoing. False if it was refused. */
export async function merge(keep: Entry, gone: Entry, onChange: () => void): Promise<boolean> {
  if (!(await library.try(() => api.mergePeople(keep.person, gone.person)))) return false;
  library.say(t.directory.wasMerged(fullName(gone.name), fullName(keep.name)), {
    name: t.undo,
    run: () => void undoMerge(gone.person, 0, onChange),
    again: () => void merge(keep, gone, onChange),
  });
  onChange();
  return true;
}

/** Lets an entry be a person of its own again; changes made since stay with the person kept. */
export async function undoMerge(person: string, since: number, onChange: () => void): Promise<void> {
  const back = await library.try(() => api.undoMerge(person));
  if (back) library.say(t.directory.wasUndone(fullName(back.offer.name), since));
  onChange();
}
