// The list of people that is open in the window, and the user's answers about it. Nothing is
// stored before the user adds people; adding is one change, taken back as one.

import * as api from "../api";
import type { Field } from "../bindings/Field";
import type { ListedPerson } from "../bindings/ListedPerson";
import type { ListSource } from "../bindings/ListSource";
import type { ReadList } from "../bindings/ReadList";
import type { ReportSession } from "../editor/session.svelte";
import * as host from "../host";
import { library } from "../library.svelte";
import { fullName } from "../shared/names";
import { stage } from "../stage.svelte";
import { t } from "../text/en";
import { added, firstChoice, isHere, isSettled, matchOf, takenBack, withPeople, type Choice } from "./choices";

class OpenList {
  list = $state.raw<ReadList | null>(null);
  choices = $state<Choice[]>([]);
  reading = $state(false);
  asParticipants = $state(true);
  contacts = $state(false);
  private source: ListSource | null = null;

  /** The people that are going to be added. */
  readonly taken = $derived(
    (this.list?.people ?? []).filter((one, at) => this.choices[at]?.taken && isSettled(one, this.choices[at])),
  );

  /** The view with nothing in it yet. */
  begin(): void {
    this.list = null;
    this.source = null;
    stage.view = "list";
  }

  async choose(): Promise<void> {
    const [path] = await host.chooseFiles("list");
    if (path !== undefined) await this.open({ from: "file", path });
  }

  async open(source: ListSource): Promise<void> {
    stage.view = "list";
    this.source = source;
    await this.read(null);
  }

  /** Says what a column holds; the people follow from that. */
  async setField(at: number, field: Field | null): Promise<void> {
    const fields = this.list?.columns.map((column) => column.field) ?? [];
    // A field is that of one column only.
    await this.read(fields.map((other, place) => (place === at ? field : other === field ? null : other)));
  }

  /** Somebody knows whose device or telephone it was. */
  async name(at: number, text: string): Promise<void> {
    const choice = this.choices[at];
    if (!choice) return;
    const lines = text.trim() === "" ? [] : await library.try(() => api.readParticipants(text, this.series));
    const line = lines?.[0];
    choice.name = line?.name ?? null;
    choice.known = (line?.known ?? []).map((found) => ({ found, change: null }));
    const certain = line?.known.find((known) => known.certain);
    choice.who = line === undefined ? null : (certain?.offer.person ?? (line.known.length > 0 ? null : ""));
    choice.taken = choice.who !== null;
  }

  /** How the person is called, as far as anybody knows. */
  nameOf(one: ListedPerson, at: number): string {
    const name = this.choices[at]?.name ?? one.listed.name;
    return fullName(name) === "" ? one.listed.written : fullName(name);
  }

  isHere(at: number): boolean {
    const choice = this.choices[at];
    const offer = choice && matchOf(choice)?.found.offer;
    return offer !== undefined && isHere(offer, library.session?.fields.participants ?? []);
  }

  async add(): Promise<void> {
    const { list, session } = { list: this.list, session: library.session };
    if (!list || this.taken.length === 0) return;
    if (this.asParticipants && session?.mayChange() === false) {
      library.say(t.lists.final, undefined, true);
      return;
    }
    const people = list.people.flatMap((one, at) => {
      const choice = this.choices[at];
      return choice?.taken && isSettled(one, choice) ? [{ one, choice }] : [];
    });
    const addition = await library.try(() =>
      api.addPeople(
        list.name,
        people.map(({ one, choice }) => added(one, choice, this.contacts)),
        session?.fields.meeting.date ?? null,
      ),
    );
    if (!addition) return;
    let putBack = (): void => undefined;
    if (session && this.asParticipants) {
      const before = session.fields.participants;
      const offers = addition.people.map((offer, at) => ({
        offer,
        attendance: people[at]?.one.listed.attendance ?? ("present" as const),
      }));
      const after = withPeople(before, offers, () => crypto.randomUUID());
      session.update({ participants: after });
      putBack = () => session.update({ participants: takenBack(session.fields.participants, before, after) });
      stage.view = "page";
      stage.show("participants");
    } else stage.view = "page";
    library.say(t.lists.added(addition.people.length, addition.new), {
      name: t.undo,
      run: () => void this.takeBack(addition.id, session, putBack),
    });
    this.list = null;
  }

  private async takeBack(addition: string, session: ReportSession | null, putBack: () => void): Promise<void> {
    putBack();
    // Stored first: whom a stored report names would stay in the directory.
    if (session && !(await session.flush())) return;
    const stayed = await library.try(() => api.undoAddition(addition));
    if (!stayed) return;
    const names = stayed.map((one) => fullName(one.name));
    library.say(names.length === 0 ? t.lists.takenBack : t.lists.stayed(names));
  }

  private async read(fields: (Field | null)[] | null): Promise<void> {
    const { source } = this;
    if (!source) return;
    this.reading = true;
    const list = await library.try(() => api.readList(source, fields, this.series));
    this.reading = false;
    if (!list) return;
    this.choices = list.people.map(firstChoice);
    this.list = list;
    for (const [at, choice] of this.choices.entries()) if (this.isHere(at)) choice.taken = false;
  }

  private get series(): string | null {
    return library.session?.series ?? null;
  }
}

export const lists = new OpenList();

/** The endings of files that hold people and no report. */
const ENDINGS = /\.(csv|tsv|tab|xlsx|xlsm|ods|fods|vcf)$/i;

/** Whether one file that was let go over the window is a list of people; opens it then. */
export function takeList(paths: string[], overParticipants: boolean): boolean {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return false;
  if (!ENDINGS.test(path) && !(overParticipants && /\.txt$/i.test(path))) return false;
  void lists.open({ from: "file", path });
  return true;
}

/** Whether pasted text is a table or cards rather than lines of a list of participants. */
export const isTable = (text: string): boolean =>
  /^\s*BEGIN:VCARD/i.test(text) ||
  text
    .trim()
    .split("\n")
    .slice(0, 3)
    .some((line) => line.includes("\t"));
