// What the view of the templates knows: the list, the template in the form, those with changes
// that are not stored. Components read it and call its functions; it calls `api` and `host`.

import * as api from "../api";
import type { Report } from "../bindings/Report";
import type { TemplateChoices } from "../bindings/TemplateChoices";
import type { TemplateSummary } from "../bindings/TemplateSummary";
import { ANYWHERE, TO_THE_PAGE } from "../commands";
import * as host from "../host";
import { explain, library } from "../library.svelte";
import { t } from "../text/en";
import { Draft } from "./draft.svelte";

const NO_CHOICES: TemplateChoices = { placeholders: [], own_placeholders: [], docx_fonts: [] };

class Templates {
  shown = $state(false);
  list = $state.raw<TemplateSummary[]>([]);
  choices = $state.raw<TemplateChoices>(NO_CHOICES);
  draft = $state.raw<Draft | null>(null);
  /** Templates by name that were opened since the view was first shown, changed or not. */
  private drafts = $state.raw<Draft[]>([]);

  /** Shows the view, with a series' template or the one before. */
  async show(series: string | null): Promise<void> {
    await library.try(async () => {
      this.choices = await api.listTemplateChoices();
      await this.refresh();
      const name = library.series.find((one) => one.id === (series ?? library.session?.series))?.name;
      const used = this.list.find((one) => name !== undefined && one.series.includes(name));
      const wanted = series === null ? (this.draft?.summary ?? used) : used;
      const first = this.list.find((one) => one.name === wanted?.name) ?? this.list[0];
      if (first) await this.choose(first);
      this.shown = true;
    });
  }

  /**
   * Whether a command may be done now. One that leads back to the page closes the view; one that
   * changes the report waits until it is closed.
   */
  makesWayFor(command: string): boolean {
    if (!this.shown || ANYWHERE.has(command)) return true;
    if (!TO_THE_PAGE.has(command)) return false;
    this.shown = false;
    return true;
  }

  /** Whether the window may be closed; says so if something would be lost. */
  async leave(again: () => Promise<void>): Promise<boolean> {
    const names = this.unsaved.map((one) => one.summary.name);
    if (names.length === 0) return true;
    const save = async (): Promise<void> => void ((await this.saveAll()) && (await again()));
    library.say(t.templates.unsavedOnClose(names), { name: t.templates.save, run: () => void save() }, true);
    return false;
  }

  private get unsaved(): Draft[] {
    return this.drafts.filter((one) => one.changed);
  }

  isUnsaved(name: string): boolean {
    return this.unsaved.some((one) => one.summary.name === name);
  }

  async choose(summary: TemplateSummary): Promise<void> {
    const known = this.drafts.find((one) => one.summary.name === summary.name);
    if (known && (known.changed || known.summary.id === summary.id)) {
      if (!known.changed) known.summary = summary;
      this.draft = known;
      return;
    }
    await library.try(async () => {
      const draft = new Draft(summary, await api.loadTemplate(summary.id));
      this.drafts = [...this.drafts.filter((one) => one !== known), draft];
      this.draft = draft;
    });
  }

  async refresh(): Promise<void> {
    this.list = await api.listTemplates();
  }

  /** Has the core look at the template as it is now. */
  async check(): Promise<void> {
    const draft = this.draft;
    const content = draft?.content;
    if (!draft || !content) return;
    const found = await library.try(() => api.checkTemplate(content));
    if (found && draft.content === content) draft.problems = found;
  }

  async save(): Promise<boolean> {
    const draft = this.draft;
    if (!draft) return true;
    return this.saveDraft(draft);
  }

  private async saveAll(): Promise<boolean> {
    for (const draft of this.unsaved) if (!(await this.saveDraft(draft))) return false;
    return true;
  }

  private async saveDraft(draft: Draft): Promise<boolean> {
    if (!draft.changed) return true;
    const sent = draft.content;
    try {
      draft.noteSaved(await api.saveTemplate(draft.summary.id, sent), sent);
      await this.settle();
      library.say(t.templates.saved(draft.summary.name, draft.summary.version));
      return true;
    } catch (reason) {
      if (reason instanceof host.RefusalError && reason.refusal.fields.length > 0)
        draft.problems = reason.refusal.fields;
      library.say(explain(reason).message, undefined, true);
      return false;
    }
  }

  async duplicate(name: string): Promise<boolean> {
    return this.become((draft) => api.duplicateTemplate(draft.summary.id, name));
  }

  /** What came with the program is the newest version again. */
  async restore(): Promise<void> {
    await this.become((draft) => api.restoreTemplate(draft.summary.id));
  }

  async remove(): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    await library.try(async () => {
      this.list = await api.deleteTemplate(draft.summary.id);
      this.drafts = this.drafts.filter((one) => one !== draft);
      library.say(t.templates.removed(draft.summary.name));
      const next = this.list[0];
      this.draft = null;
      if (next) await this.choose(next);
    });
  }

  /** Gives the future reports of a series this template. */
  async assign(series: string): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    await library.try(async () => {
      const given = await api.setSeriesTemplate(series, draft.summary.id);
      await this.settle();
      library.say(t.templates.assigned(given.name, draft.summary.name));
    });
  }

  async import(): Promise<void> {
    const kept = await library.importTemplate();
    if (!kept) return;
    await library.try(() => this.settle());
    await this.choose(kept);
  }

  /** Writes the template in the form to a file; that of the open report where no form is shown. */
  async export(): Promise<void> {
    await library.exportTemplate(this.shown ? (this.draft?.summary ?? null) : null);
  }

  /** Puts the picture of a file into the template; height and words of the one before are kept. */
  async chooseLogo(): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    await library.try(async () => {
      const [path] = await host.chooseFiles("logo");
      if (path === undefined) return;
      const logo = await api.readLogo(path);
      const before = draft.content.logo;
      draft.set("logo", before === null ? logo : { ...before, image: logo.image });
    });
  }

  /** The pages of a report by the template as it is in the form. */
  async preview(content: Report): Promise<ArrayBuffer | null> {
    const template = this.draft?.content;
    return template ? host.previewTemplate(content, template) : null;
  }

  /** Does something that ends in another version or template, and opens that. */
  private async become(work: (draft: Draft) => Promise<TemplateSummary>): Promise<boolean> {
    const draft = this.draft;
    if (!draft) return false;
    const made = await library.try(() => work(draft));
    if (!made) return false;
    this.drafts = this.drafts.filter((one) => one.summary.name !== made.name);
    await library.try(() => this.settle());
    await this.choose(made);
    return true;
  }

  /** The list, the series and the summary of the form are as the library has them. */
  private async settle(): Promise<void> {
    await Promise.all([this.refresh(), library.refresh()]);
    const draft = this.draft;
    const now = this.list.find((one) => one.id === draft?.summary.id);
    if (draft && now) draft.summary = now;
  }
}

export const templates = new Templates();
