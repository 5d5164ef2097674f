// What the window does for each command of the list in `commands.ts`, by whatever way it comes:
// key, palette, native menu or button.

import type { Command } from "@tiptap/pm/state";
import { takeDropped } from "./capture/transcripts.svelte";
import type { ReportState } from "./bindings/ReportState";
import { finishing } from "./check/final.svelte";
import { watch } from "./check/watch.svelte";
import { commands as list, type Actions, type Command as Listed } from "./commands";
import { removeTimestamps } from "./editor/capture";
import * as edit from "./editor/commands";
import * as host from "./host";
import { batch } from "./imports/batch.svelte";
import { library } from "./library.svelte";
import { lists, takeList } from "./lists/list.svelte";
import { originals } from "./review/originals.svelte";
import { review } from "./review/review.svelte";
import { nextPane } from "./shared/panes";
import { stage, type View } from "./stage.svelte";
import { templates } from "./templates/templates.svelte";
import { t } from "./text/en";
import { tour } from "./tour/tour.svelte";

/** Writing goes on in the text, wherever the keyboard was. A report behind a view is not changed. */
const run = (command: Command) => () => {
  if (stage.view !== "page") return;
  library.session?.run(command);
  library.session?.focus();
};
const setState = (state: ReportState) => () => void (library.session && finishing.set(library.session, state));
const shell = (command: Parameters<typeof host.doCommand>[0]) => () => void library.try(() => host.doCommand(command));
const view = (name: View) => () => void (stage.view = name);

export const actions: Actions = {
  new_report: view("new"),
  new_window: () => void library.try(() => host.openWindow()),
  import: () => void chooseImports("reports"),
  import_folder: () => void chooseImports("folder"),
  review: () => void review.openCurrent(),
  open_original: () => void originals.open(),
  save_original: () => void originals.save(),
  compare_original: () => void originals.compare(),
  export_docx: () => void library.export("docx"),
  export_pdf: () => void library.export("pdf"),
  export_txt: () => void library.export("txt"),
  export_md: () => void library.export("md"),
  undo: () => undoIn("undo"),
  redo: () => undoIn("redo"),
  next_item: run(edit.nextItem),
  add_item: run(edit.addItem),
  add_part: run(edit.addPart),
  item_up: run(edit.moveItem(-1)),
  item_down: run(edit.moveItem(1)),
  nest_item: run(edit.nestItem),
  unnest_item: run(edit.unnestItem),
  delete_item: deleteItem,
  block_up: run(edit.moveHere(-1)),
  block_down: run(edit.moveHere(1)),
  bold: run(edit.toggleBold),
  italic: run(edit.toggleItalic),
  link: () => stage.page?.link(),
  bullets: run(edit.toggleList("bulleted_list")),
  numbers: run(edit.toggleList("numbered_list")),
  action: run(edit.beginAction(t.capture.action)),
  ask_who: () => stage.page?.askWho(),
  timestamp: () => stage.page?.timestamp(),
  remove_timestamps: run(removeTimestamps),
  details: () => stage.show("details"),
  participants: () => stage.show("participants"),
  preview: () => stage.show("preview"),
  duplicates: view("duplicates"),
  people: view("people"),
  pictures: view("pictures"),
  add_list: () => lists.begin(),
  save_list: saveList,
  archive: view("archive"),
  reference: () => stage.show("reference"),
  history: () => stage.show("history"),
  check: () => stage.show("check"),
  next_finding: () => nextFinding(1),
  previous_finding: () => nextFinding(-1),
  quiet_check: () => watch.switchQuiet(),
  transcript: () => stage.show("transcript"),
  toggle_library: () => stage.showLibrary(!stage.libraryShown),
  toggle_inspector: () => stage.showInspector(!stage.inspectorShown),
  next_pane: nextPane,
  outline: () => stage.page?.showOutline(),
  find: () => stage.page?.search("find"),
  replace: () => stage.page?.search("replace"),
  find_next: () => stage.page?.findNext(1),
  find_previous: () => stage.page?.findNext(-1),
  filter: () => {
    stage.showLibrary(true);
    requestAnimationFrame(() => document.getElementById("filter")?.focus());
  },
  state_draft: setState("draft"),
  state_review: setState("in_review"),
  state_final: setState("final"),
  theme: () => stage.switchTheme(),
  templates: () => void showTemplates(null),
  full_screen: shell("full_screen"),
  zoom_in: shell("zoom_in"),
  zoom_out: shell("zoom_out"),
  zoom_reset: shell("zoom_reset"),
  quit: shell("quit"),
  import_template: () => void templates.import(),
  export_template: () => void templates.export(),
  open_library: () => void library.chooseAnother(),
  back_up: () => void library.backUp(),
  doctor: () => void library.doctor(),
  palette: () => openOverlay("palette"),
  shortcuts: () => openOverlay("shortcuts"),
  tour: () => tour.begin(),
  about: () => openOverlay("about"),
};

/** What had the keyboard before something opened over the window. */
let before: Element | null = null;

function openOverlay(name: NonNullable<typeof stage.overlay>): void {
  if (stage.overlay === null) before = document.activeElement;
  stage.overlay = name;
}

/** The keyboard goes back to where it was, at once: the next key may be a letter of the report. */
export function closeOverlay(): void {
  stage.overlay = null;
  if (before?.matches(".ProseMirror")) library.session?.focus();
  else if (before instanceof HTMLElement) before.focus();
}

/** A command by its name, unless the view that is open must be left first and stays. */
export function perform(command: string): void {
  if (templates.makesWayFor(command)) (actions as Record<string, (() => void) | undefined>)[command]?.();
}

export const commands: Listed[] = list(actions).map((command) => ({ ...command, run: () => perform(command.id) }));

export function deleteItem(): void {
  const session = stage.view === "page" ? library.session : null;
  const here = session && edit.itemToDelete(session.editorState);
  if (!session?.mayChange() || !here) return;
  const title = here.title === "" ? t.page.untitled : here.title;
  const remove = (): void => {
    session.run(edit.deleteItem);
    library.say(t.page.deletedItem(title), session.lastChange());
  };
  if (!here.hasText) remove();
  else library.say(t.page.deleteItem(title), { name: t.page.delete, run: remove });
}

export async function showTemplates(series: string | null): Promise<void> {
  await library.session?.flush();
  stage.view = "page";
  await templates.show(series);
}

export async function chooseImports(kind: "reports" | "folder"): Promise<void> {
  const paths = await library.try(() => host.chooseFiles(kind));
  if (paths) await batch.run(paths, null);
}

/** Files let go over the window: a transcript where one is asked for, a list of people, else reports. */
export function takeFiles(paths: string[]): void {
  if (takeDropped(paths, stage.inspectorShown && stage.tab === "transcript")) stage.show("transcript");
  else if (!takeList(paths, stage.inspectorShown && stage.tab === "participants")) void batch.run(paths, null);
}

/** At once where the page is shown: the next key belongs to the text already. */
export function toText(): void {
  library.session?.focus();
  if (!templates.shown) return;
  templates.shown = false;
  requestAnimationFrame(() => library.session?.focus());
}

/** Escape: back to the text, whatever is open. */
export function escape(): void {
  stage.overlay = null;
  const reviewed = stage.view === "review" || stage.view === "original" ? review.report : null;
  stage.view = "page";
  if (reviewed !== null) void library.show(reviewed);
  if (stage.narrow && library.session) stage.fitPanes();
  toText();
}

/** The window is asked to close: everything is stored first, or the user stays with the reason. */
export async function close(): Promise<void> {
  if ((await templates.leave(close)) && (await library.leave())) await host.closeWindow();
  else await host.stayOpen();
}

function saveList(): void {
  stage.show("participants");
  requestAnimationFrame(() => {
    const part = document.getElementById("save-list");
    part?.setAttribute("open", "");
    part?.scrollIntoView({ block: "nearest" });
    part?.querySelector("select")?.focus();
  });
}

function nextFinding(by: -1 | 1): void {
  if (stage.tab === "check" && stage.inspectorShown) stage.checker?.next(by);
  else stage.show("check");
}

/** A text field undoes itself, a template as a whole, a view what it last said; else the report. */
function undoIn(what: "undo" | "redo"): void {
  const at = document.activeElement;
  if (templates.shown) templates.draft?.[what]();
  else if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) document.execCommand(what);
  else if (stage.view !== "page") undoInView(what);
  else if (what === "undo") library.session?.undo();
  else library.session?.redo();
}

/** The report behind a view is not seen, so it is not changed. */
function undoInView(what: "undo" | "redo"): void {
  if (what === "redo") library.redoSaid();
  else if (stage.view === "review") void review.undo();
  else library.undoSaid();
}
