// What is searched for in the archive and what was found. Kept while the window is open, so that
// coming back from a report finds the results as they were left.

import { tick } from "svelte";
import * as api from "../api";
import type { FoundPassage } from "../bindings/FoundPassage";
import type { SearchFilters } from "../bindings/SearchFilters";
import type { SearchPart } from "../bindings/SearchPart";
import type { SearchResults } from "../bindings/SearchResults";
import { library } from "../library.svelte";
import { stage } from "../stage.svelte";
import { t } from "../text/en";
import { goToPassage } from "./place";

/** How many passages are asked for at first, and how many more each time. */
const PAGE = 50;

export interface Person {
  id: string;
  name: string;
}

class Archive {
  query = $state("");
  series = $state<string | null>(null);
  from = $state<number | null>(null);
  to = $state<number | null>(null);
  person = $state.raw<Person | null>(null);
  part = $state<SearchPart | null>(null);
  item = $state("");
  results = $state.raw<SearchResults | null>(null);
  chosen = $state(0);
  private limit = PAGE;
  private asked = 0;

  readonly filtered = $derived(
    this.series !== null ||
      this.from !== null ||
      this.to !== null ||
      this.person !== null ||
      this.part !== null ||
      this.item.trim() !== "",
  );

  get filters(): SearchFilters {
    return {
      series: this.series,
      from_year: this.from,
      to_year: this.to,
      person: this.person?.id ?? null,
      item: this.item,
      part: this.part,
      except: null,
    };
  }

  clearFilters(): void {
    this.series = this.person = this.part = this.from = this.to = null;
    this.item = "";
  }

  /** Searches for what is typed now; an answer that was overtaken by another question is dropped. */
  async search(more = false): Promise<void> {
    this.limit = more ? this.limit + PAGE : PAGE;
    const asked = (this.asked += 1);
    const found = await library.try(() => api.search(this.query, this.filters, this.limit));
    if (asked !== this.asked || found === undefined) return;
    const same = more || JSON.stringify(found) === JSON.stringify(this.results);
    this.results = found;
    if (!same) this.chosen = 0;
  }

  choose(at: number): void {
    const last = (this.results?.passages.length ?? 0) - 1;
    this.chosen = Math.max(0, Math.min(at, last));
    void tick().then(() => document.getElementById(`passage-${this.chosen}`)?.scrollIntoView({ block: "nearest" }));
  }

  /** Opens the report at the passage. */
  async open(found: FoundPassage): Promise<void> {
    await library.show(found.report);
    if (library.session?.id !== found.report) {
      library.say(t.archive.elsewhere);
      return;
    }
    stage.view = "page";
    await tick();
    await goToPassage(library.session, found);
  }
}

export const archive = new Archive();
