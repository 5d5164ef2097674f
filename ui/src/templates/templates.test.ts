import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Request } from "../bindings/Request";
import { library } from "../library.svelte";
import { summary, template } from "./sample";
import { templates } from "./templates.svelte";

const asked: Request[] = [];
let answers: Record<string, unknown> = {};

vi.mock("../host", () => {
  class RefusalError extends Error {
    constructor(readonly refusal: { message: string; fields: unknown[]; code: string }) {
      super(refusal.message);
    }
  }
  return {
    RefusalError,
    request: (request: Request) => {
      asked.push(request);
      const answer = answers[request.request];
      if (answer instanceof Error) return Promise.reject(answer);
      return Promise.resolve(answer ?? []);
    },
  };
});

const plain = { ...summary, id: "plain", name: "Plain", series: [], built_in: true };
const SERIES = { id: "access", name: "WG-Access", template: summary.id, reports: 3, last_number: 3 };

beforeEach(async () => {
  asked.length = 0;
  answers = {
    list_template_choices: { placeholders: ["date"], own_placeholders: [], docx_fonts: [] },
    list_templates: [plain, summary],
    list_series: [SERIES],
    load_template: template,
  };
  await library.refresh();
  templates.draft?.revert();
  templates.draft = null;
});

describe("the templates", () => {
  it("begin with the template of the series they are opened from", async () => {
    await templates.show("access");
    expect(templates.draft?.summary.name).toBe("Minutes");
    await templates.choose(plain);
    templates.shown = false;
    await templates.show(null);
    expect(templates.draft?.summary.name).toBe("Plain");
  });

  it("keep what is not saved while another one is looked at", async () => {
    await templates.show("access");
    const draft = templates.draft;
    draft?.set("title.title", "Decisions");
    await templates.choose(plain);
    expect([templates.isUnsaved("Minutes"), templates.isUnsaved("Plain")]).toEqual([true, false]);
    await templates.choose(summary);
    expect(templates.draft).toBe(draft);
  });

  it("are saved on the version they were made on, and go on from the new one", async () => {
    await templates.show("access");
    templates.draft?.set("title.title", "Decisions");
    const saved = { ...summary, id: "saved", version: 3 };
    answers["save_template"] = saved;
    answers["list_templates"] = [plain, saved];
    expect(await templates.save()).toBe(true);
    const sent = asked.find((one) => one.request === "save_template");
    expect(sent).toMatchObject({ base: summary.id, content: { title: { title: "Decisions" } } });
    expect([templates.draft?.summary.version, templates.draft?.changed]).toEqual([3, false]);
  });

  it("stay as they are typed where saving is refused", async () => {
    const { RefusalError } = await import("../host");
    await templates.show("access");
    templates.draft?.set("name", "");
    const fields = [{ field: "name", message: "It is empty; give the template a name." }];
    answers["save_template"] = new RefusalError({ code: "invalid", message: "Mend it.", fields });
    expect(await templates.save()).toBe(false);
    expect([templates.draft?.changed, templates.draft?.problem("name")]).toEqual([true, fields[0]?.message]);
    expect(library.toasts.at(-1)?.serious).toBe(true);
  });

  it.each([
    ["undo", true, true],
    ["new_report", true, false],
    ["bold", false, true],
  ])("let %s be done: %s, and stay: %s", async (command, done, stays) => {
    await templates.show("access");
    expect(templates.makesWayFor(command)).toBe(done);
    expect(templates.shown).toBe(stays);
    templates.shown = false;
    expect(templates.makesWayFor(command)).toBe(true);
  });

  it("keep the window open while something is not saved", async () => {
    await templates.show("access");
    expect(await templates.leave(() => Promise.resolve())).toBe(true);
    templates.draft?.set("language", "fr");
    expect(await templates.leave(() => Promise.resolve())).toBe(false);
    expect(library.toasts.at(-1)?.message).toContain("“Minutes”");
  });

  it("show what is wrong only with what is in the form now", async () => {
    await templates.show("access");
    if (templates.draft) templates.draft.problems = [];
    answers["check_template"] = [{ field: "name", message: "Old." }];
    const checking = templates.check();
    templates.draft?.set("name", "Newer");
    await checking;
    expect(templates.draft?.problems).toEqual([]);
    await templates.check();
    expect(templates.draft?.problem("name")).toBe("Old.");
  });
});
