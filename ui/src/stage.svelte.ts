// What the window shows and where: the view in the centre, the inspector's tab, the panes.
// Components read it; `actions.ts` and they set it. What is on the shelves is the library's.

import * as api from "./api";
import type Check from "./check/Check.svelte";
import type Page from "./editor/Page.svelte";
import { library } from "./library.svelte";

export const TABS = ["details", "participants", "preview", "transcript", "history", "check", "reference"] as const;
export type Tab = (typeof TABS)[number];

/** What stands in the centre. Every view but the page closes with Escape and when a report opens. */
export type View = "page" | "new" | "duplicates" | "archive" | "list" | "people" | "pictures" | "review" | "original";

/** No room for three panes side by side, as at 200 % zoom: the side ones float, one at a time. */
const SMALL = matchMedia("(max-width: 959px)");
const DARK = matchMedia("(prefers-color-scheme: dark)");

class Stage {
  view = $state<View>("page");
  /** The person the directory begins with. */
  person = $state<string | null>(null);
  /** The field of the inspector to go to. */
  field = $state<string | null>(null);
  overlay = $state<"palette" | "shortcuts" | "about" | null>(null);
  libraryWidth = $state(248);
  inspectorWidth = $state(360);
  libraryShown = $state(true);
  inspectorShown = $state(true);
  narrow = $state(SMALL.matches);
  /** The page and the list of findings, where they are shown. */
  page = $state.raw<ReturnType<typeof Page>>();
  checker = $state.raw<ReturnType<typeof Check>>();

  #tab = $state<Tab>("details");
  #theme = $state<"system" | "light" | "dark">("system");
  #systemDark = $state(DARK.matches);

  readonly dark = $derived(this.#theme === "system" ? this.#systemDark : this.#theme === "dark");

  constructor() {
    DARK.addEventListener("change", (event) => (this.#systemDark = event.matches));
    SMALL.addEventListener("change", () => this.fitPanes());
    if (this.narrow) this.fitPanes();
  }

  /** What the inspector shows; a window opens with what the last one showed. */
  get tab(): Tab {
    return this.#tab;
  }

  set tab(tab: Tab) {
    if (tab === this.#tab) return;
    this.#tab = tab;
    void library.remember("inspector_tab", tab);
  }

  showLibrary(shown: boolean): void {
    this.libraryShown = shown;
    if (shown && this.narrow) this.inspectorShown = false;
    this.keepPanes();
  }

  showInspector(shown: boolean): void {
    this.inspectorShown = shown;
    if (shown && this.narrow) this.libraryShown = false;
    this.keepPanes();
  }

  /** A narrow window begins with the page alone, a wide one with everything. */
  fitPanes(): void {
    this.narrow = SMALL.matches;
    this.libraryShown = !this.narrow;
    this.inspectorShown = !this.narrow;
  }

  show(tab: Tab): void {
    this.showInspector(true);
    this.tab = tab;
    requestAnimationFrame(() => document.getElementById(`tab-${tab}`)?.focus());
  }

  openField(path: string): void {
    this.field = null;
    this.showInspector(true);
    this.tab = path.startsWith("participants") ? "participants" : "details";
    requestAnimationFrame(() => (this.field = path));
  }

  switchTheme(): void {
    this.#theme = this.dark ? "light" : "dark";
    void library.remember("theme", this.#theme);
  }

  keepPanes(): void {
    const folded = `-${this.libraryShown ? "" : "l"}${this.inspectorShown ? "" : "i"}`;
    if (!this.narrow) void library.remember("panes", `${this.libraryWidth} ${this.inspectorWidth} ${folded}`);
  }

  /** As the window was left. */
  async recall(): Promise<void> {
    const kept = await api.getSetting("panes").catch(() => null);
    const [left, right, folded] = (kept ?? "").split(" ");
    if (Number(left) >= 180 && Number(left) <= 400) this.libraryWidth = Number(left);
    if (Number(right) >= 280 && Number(right) <= 640) this.inspectorWidth = Number(right);
    if (!this.narrow && folded !== undefined) {
      this.libraryShown = !folded.includes("l");
      this.inspectorShown = !folded.includes("i");
    }
    const tab = await api.getSetting("inspector_tab").catch(() => null);
    this.#tab = TABS.find((one) => one === tab) ?? this.#tab;
    const theme = await api.getSetting("theme").catch(() => null);
    if (theme === "light" || theme === "dark") this.#theme = theme;
  }
}

export const stage = new Stage();
