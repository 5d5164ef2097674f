import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { find, finding, found, goToMatch, matchesIn, replaceAll, replaceMatch } from "./find";
import { schema } from "./schema";

const { nodes } = schema;

/** A report of paragraphs; `@` in them is a speaker. */
function doc(...paragraphs: string[]) {
  const inline = (text: string) =>
    text
      .split(/(@)/)
      .filter((piece) => piece !== "")
      .map((piece) => (piece === "@" ? nodes.speaker.create({ participant: "p" }) : schema.text(piece)));
  return nodes.doc.create({ fields: {} }, [
    nodes.agenda_item.create({ id: "1" }, [
      nodes.agenda_title.create(null, schema.text("Update")),
      ...paragraphs.map((text) => nodes.paragraph.create(null, inline(text))),
    ]),
  ]);
}

const plain = (text: string) => ({ text, matchCase: false, wholeWords: false });

describe("find", () => {
  it.each([
    ["forum", ["The Forum and the forum."], [], 2],
    ["it", ["It is with its unit"], [], 4],
    ["don't", ["They don’t and don't"], [], 2],
    ["7-9 May", ["on 7–9 May"], [], 1],
    ["a.b", ["a.b axb"], [], 1],
    ["(open", ["an (open question"], [], 1],
    ["ana neves", ["@ noted", "Ana Neves noted"], ["Ana Neves"], 2],
    ["neves noted", ["@ noted"], ["Ana Neves"], 1],
    ["", ["anything"], [], 0],
    ["no such", ["anything"], [], 0],
    ["update", ["text"], [], 1],
  ])("finds %o in %o", (text, paragraphs, speakers, count) => {
    expect(matchesIn(doc(...paragraphs), plain(text), speakers)).toHaveLength(count);
  });

  it("minds case and whole words where asked", () => {
    const text = doc("It is with its unit. it");
    expect(matchesIn(text, { text: "it", matchCase: true, wholeWords: false }, [])).toHaveLength(4);
    expect(matchesIn(text, { text: "it", matchCase: false, wholeWords: true }, [])).toHaveLength(2);
  });

  it("replaces text, keeps marks and leaves names", () => {
    let state = EditorState.create({ doc: doc("WS and @ and WS"), plugins: [finding()] });
    state = state.apply(find(state.tr, plain("ws"), ["WS Jones"]));
    expect(found(state)?.matches.map((match) => match.inName)).toEqual([false, true, false]);
    replaceAll("WG")(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.textContent).toBe("UpdateWG and  and WG");
  });

  it("replaces one after the other and goes round", () => {
    let state = EditorState.create({ doc: doc("one two one"), plugins: [finding()] });
    const dispatch = (tr: Parameters<typeof state.apply>[0]): void => void (state = state.apply(tr));
    dispatch(find(state.tr, plain("one"), []));
    goToMatch(1)(state, dispatch);
    expect(found(state)?.at).toBe(0);
    replaceMatch("1")(state, dispatch);
    expect(found(state)?.matches).toHaveLength(1);
    expect(found(state)?.at).toBe(0);
    replaceMatch("1")(state, dispatch);
    expect(state.doc.textContent).toBe("Update1 two 1");
  });
});
