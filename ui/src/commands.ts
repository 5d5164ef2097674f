// Every command of the window with its key: the palette, the list of shortcuts and the native
// menu all come here.

export interface Command {
  id: string;
  name: string;
  /** As shown; `Ctrl` is the Command key on a Mac. */
  keys?: string;
  /** Other words somebody may look for it by. */
  also?: string;
  run: () => void;
}

/** What the window does for each command. */
export type Actions = Record<Id, () => void>;

/** Command, words, key. The editor binds its own keys; the native menu those it shows. */
export const COMMANDS = [
  ["new_report", "New report", "Ctrl N"],
  ["new_window", "New window", "Ctrl Shift N"],
  ["import", "Import reports…", "Ctrl Shift O"],
  ["import_folder", "Import a folder of reports…", ""],
  ["review", "Review the doubts about an imported report", "F8"],
  ["open_original", "Open the original of an imported report", ""],
  ["save_original", "Save a copy of the original…", ""],
  ["compare_original", "Compare the report with its original", ""],
  ["export_docx", "Export DOCX…", "Ctrl E"],
  ["export_pdf", "Export PDF…", "Ctrl Shift E"],
  ["export_txt", "Export plain text…", ""],
  ["export_md", "Export Markdown…", ""],
  ["undo", "Undo", "Ctrl Z"],
  ["redo", "Redo", "Ctrl Shift Z"],
  ["next_item", "Next agenda item", "Ctrl Enter"],
  ["add_item", "Add agenda item", "Ctrl Shift Enter"],
  ["add_part", "Add lettered part", "Ctrl Shift P"],
  ["item_up", "Move agenda item up", "Alt Shift ↑"],
  ["item_down", "Move agenda item down", "Alt Shift ↓"],
  ["nest_item", "Put agenda item under the one before", "Alt Shift →"],
  ["unnest_item", "Take agenda item out", "Alt Shift ←"],
  ["delete_item", "Delete agenda item", ""],
  ["block_up", "Move paragraph up", "Alt ↑"],
  ["block_down", "Move paragraph down", "Alt ↓"],
  ["bold", "Bold", "Ctrl B"],
  ["italic", "Italic", "Ctrl I"],
  ["link", "Link", "Ctrl Shift K"],
  ["bullets", "Bulleted list", "Ctrl Shift 8"],
  ["numbers", "Numbered list", "Ctrl Shift 7"],
  ["action", "Add next step from the text", "Ctrl Shift S"],
  ["ask_who", "Say who is meant by the name here", "Ctrl Shift 2"],
  ["timestamp", "Insert time since the meeting began", "Ctrl Shift T"],
  ["remove_timestamps", "Remove all times since the meeting began", ""],
  ["details", "Show details", "Ctrl 1"],
  ["participants", "Show participants", "Ctrl 2"],
  ["preview", "Show preview", "Ctrl 3"],
  ["transcript", "Show the transcript", "Ctrl 4"],
  ["history", "Show history", "Ctrl 5"],
  ["check", "Check against the house style", "Ctrl 6"],
  ["reference", "Show earlier meetings on the agenda item", "Ctrl 7"],
  ["next_finding", "Next finding", "F7"],
  ["previous_finding", "Previous finding", "Shift F7"],
  ["quiet_check", "Mark findings as you write, or not", ""],
  ["toggle_library", "Show or hide the library", "Ctrl Shift L"],
  ["toggle_inspector", "Show or hide the inspector", "Ctrl Shift I"],
  ["outline", "Agenda outline", "Ctrl Shift G"],
  ["next_pane", "Next pane", "F6"],
  ["find", "Find in the report", "Ctrl F"],
  ["replace", "Find and replace", "Ctrl Shift H"],
  ["find_next", "Find next", "F3"],
  ["find_previous", "Find previous", "Shift F3"],
  ["add_list", "Add participants from a list…", "Ctrl Shift J"],
  ["save_list", "Save or copy the list of participants…", ""],
  ["filter", "Filter reports", "Ctrl Shift F"],
  ["archive", "Search the archive", "Ctrl Shift R"],
  ["people", "People", "Ctrl Shift D"],
  ["duplicates", "One person or two?", ""],
  ["pictures", "Pictures of attendance", "Ctrl Shift Y"],
  ["state_draft", "Mark as draft", ""],
  ["state_review", "Mark as in review", ""],
  ["state_final", "Mark as final", ""],
  ["theme", "Light or dark", ""],
  ["full_screen", "Full screen", "F11"],
  ["zoom_in", "Zoom in", "Ctrl ="],
  ["zoom_out", "Zoom out", "Ctrl -"],
  ["zoom_reset", "Actual size", "Ctrl 0"],
  ["templates", "Templates…", "Ctrl Shift M"],
  ["import_template", "Import a template…", ""],
  ["export_template", "Export the template…", ""],
  ["open_library", "Open another library…", "Ctrl O"],
  ["back_up", "Back up the library…", ""],
  ["doctor", "Examine the library", ""],
  ["palette", "All commands", "Ctrl K"],
  ["shortcuts", "Keyboard shortcuts", ""],
  ["tour", "Show the first steps", ""],
  ["about", "About Rapporteur", ""],
  ["quit", "Quit", "Ctrl Q"],
] as const;

type Id = (typeof COMMANDS)[number][0];

/** The parts of the list, each by its first command. */
export const GROUPS: readonly (readonly [string, Id])[] = [
  ["Reports", "new_report"],
  ["Writing", "undo"],
  ["Beside the page", "details"],
  ["Finding and going", "toggle_library"],
  ["State and look", "state_draft"],
  ["Library and help", "templates"],
];

/** What may be done in any view without leaving it. */
export const ANYWHERE: ReadonlySet<string> = new Set<Id>([
  "undo",
  "redo",
  "next_pane",
  "theme",
  "new_window",
  "full_screen",
  "zoom_in",
  "zoom_out",
  "zoom_reset",
  "templates",
  "import_template",
  "export_template",
  "back_up",
  "doctor",
  "palette",
  "shortcuts",
  "about",
  "quit",
]);

/** What leads back to the page from any view. */
export const TO_THE_PAGE: ReadonlySet<string> = new Set<Id>([
  "new_report",
  "import",
  "import_folder",
  "review",
  "compare_original",
  "open_library",
  "details",
  "participants",
  "preview",
  "archive",
  "people",
  "duplicates",
  "pictures",
  "filter",
]);

const ALSO: Partial<Record<Id, string>> = {
  import: "open file prior earlier docx pdf",
  export_docx: "word save",
  export_pdf: "print save",
  add_item: "heading title section",
  add_part: "heading subsection",
  action: "action to do owner",
  ask_who: "speaker name",
  check: "spelling grammar rules findings",
  reference: "quote passage prior reports",
  archive: "quote passage find prior reports",
  people: "directory persons affiliations participants",
  duplicates: "merge same person twice",
  pictures: "chart figures statistics",
  theme: "dark mode colours",
  templates: "house style sentences header footer logo",
  history: "versions compare restore",
  shortcuts: "keys help",
  tour: "help guide",
  back_up: "copy save",
  doctor: "damage repair",
};

/** Keys that hands know from elsewhere. The list shows one key for each command. */
export const SECOND_KEYS: Partial<Record<Id, string>> = { redo: "Ctrl Y" };

export function commands(actions: Actions): Command[] {
  return COMMANDS.map(([id, name, keys]) => ({
    id,
    name,
    ...(keys === "" ? {} : { keys }),
    ...(ALSO[id] === undefined ? {} : { also: ALSO[id] }),
    run: actions[id],
  }));
}

/** The command whose key was pressed, as `Ctrl Shift X` in the list. */
export function pressed(event: KeyboardEvent): Id | null {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey) parts.push("Shift");
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  parts.push(digit ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key));
  const keys = parts.join(" ");
  return COMMANDS.find(([id, , bound]) => bound === keys || SECOND_KEYS[id] === keys)?.[0] ?? null;
}
