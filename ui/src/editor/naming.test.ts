import { history, undo } from "@tiptap/pm/history";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { describe, expect, it } from "vitest";
import type { Participant } from "../bindings/Participant";
import { askedName, linkBefore, markUnclear, naming, tellNames, unlink } from "./naming";
import { schema } from "./schema";

const { nodes } = schema;

const person = (id: string, attendance: Participant["attendance"] = "present"): Participant => ({
  id,
  person: null,
  name: { given: id, particles: "", family: "", suffix: "" },
  role: null,
  status: null,
  organisation: null,
  attendance,
});
const PEOPLE = [person("ana"), person("campos"), person("santana"), person("away", "apologies"), person("zofie")];
const NAMES = [
  ["Ana Neves", "ana"],
  ["Ana", "ana"],
  ["Annie", "ana"],
  ["Jorge", "campos", "santana"],
  ["Jorge Campos", "campos"],
  ["Rui", "away"],
  ["Žofie", "zofie"],
  ["Ilse van der Meulen", "zofie"],
].map(([words = "", ...who]) => ({ words, who }));

/** A paragraph that is typed into, letter by letter. */
class Typed {
  state: EditorState;
  private readonly plugin = naming();

  constructor() {
    const doc = nodes.doc.create({ fields: {} }, [
      nodes.agenda_item.create({ id: "1" }, [nodes.agenda_title.create(), nodes.paragraph.create()]),
    ]);
    const selection = TextSelection.create(doc, doc.content.size - 2);
    this.state = EditorState.create({ doc, selection, plugins: [this.plugin, history()] });
    this.dispatch(tellNames(this.state.tr, NAMES, PEOPLE));
  }

  dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr);
  };

  write(text: string): this {
    for (const letter of text) {
      const { from, to } = this.state.selection;
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the view of the plugin
      const page = this;
      const view = {
        composing: false,
        dispatch: this.dispatch,
        get state() {
          return page.state;
        },
      } as unknown as EditorView;
      const handle = this.plugin.props.handleTextInput;
      const handled = handle?.call(this.plugin, view, from, to, letter, () => this.state.tr);
      if (handled !== true) this.dispatch(this.state.tr.insertText(letter, from, to));
    }
    return this;
  }

  get text(): string {
    return this.state.doc.textBetween(0, this.state.doc.content.size, "", (node) =>
      node.type === nodes.speaker ? `[${String(node.attrs["participant"])}]` : "",
    );
  }
}

describe("a name that was typed", () => {
  it.each([
    ["Ana noted", "[ana] noted"],
    ["Ana", "Ana"],
    ["Ana ", "Ana "],
    ["Ana Neves noted", "[ana] noted"],
    ["Ana Neves, Annie and Žofie, too", "[ana], [ana] and [zofie], too"],
    ["It was Ana.", "It was [ana]."],
    ["Zofie noted", "[zofie] noted"],
    ["Ana’s plan", "[ana]’s plan"],
    ["(Ana) said", "([ana]) said"],
    ["Ilse van der Meulen said", "[zofie] said"],
    ["Ana Gomes said", "Ana Gomes said"],
    ["Maria and Tom Ana said", "Maria and Tom Ana said"],
    ["Thanking Ana, they left", "Thanking [ana], they left"],
    ["Banana noted", "Banana noted"],
    ["the ana noted", "the ana noted"],
    ["Rui noted", "Rui noted"],
    ["Jorge noted", "Jorge noted"],
    ["Jorge Campos noted", "[campos] noted"],
    ["Ana: yes", "Ana: yes"],
  ])("%o is %o", (typed, expected) => {
    expect(new Typed().write(typed).text).toBe(expected);
  });

  it("becomes text again with one key, and stays so", () => {
    const page = new Typed().write("Ana n");
    expect(page.text).toBe("[ana] n");
    expect(unlink(page.state, page.dispatch)).toBe(true);
    expect(page.text).toBe("Ana n");
    expect(unlink(page.state, page.dispatch)).toBe(false);
    expect(page.write("oted. Ana a").text).toBe("Ana noted. Ana a");
  });

  it("becomes text again when undone, and nothing else is lost", () => {
    const page = new Typed().write("Well, Ana n");
    expect(undo(page.state, page.dispatch)).toBe(true);
    expect(page.text).toBe("Well, Ana n");
    expect(page.write("oted. Ana a").text).toBe("Well, Ana noted. Ana a");
  });

  it("is linked for its verbs", () => {
    const page = new Typed().write("Ana ");
    expect(linkBefore(page.state, page.dispatch)).toBe(true);
    expect(page.text).toBe("[ana] ");
    expect(linkBefore(page.state, page.dispatch)).toBe(false);
  });

  it("that nobody of the list goes by is asked about once it is marked", () => {
    const page = new Typed().write("Eleni: agreed");
    expect(askedName(page.state)).toBeNull();
    const from = page.state.selection.$from.start();
    markUnclear("Eleni", from, from + 5)(page.state, page.dispatch);
    expect(askedName(page.write(" again").state)).toMatchObject({ words: "Eleni", from, to: from + 5 });
    expect(page.text).toBe("Eleni: agreed again");
  });

  it("is marked and asked about where it fits several people", () => {
    const page = new Typed().write("Jorge noted it");
    expect(askedName(page.state)).toMatchObject({ words: "Jorge" });
    expect(linkBefore(page.state, page.dispatch)).toBe(false);
  });
});
