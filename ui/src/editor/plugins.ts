// What makes the document an editor: keys, rules while typing, history, clean pasting.

import { baseKeymap, chainCommands } from "@tiptap/pm/commands";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { history, redo, undo } from "@tiptap/pm/history";
import { inputRules, undoInputRule, wrappingInputRule } from "@tiptap/pm/inputrules";
import { keymap } from "@tiptap/pm/keymap";
import { splitListItem } from "@tiptap/pm/schema-list";
import type { Command, Plugin } from "@tiptap/pm/state";
import { addressRule, afterAddress } from "./addresses";
import { cycleVerb } from "./capture";
import * as commands from "./commands";
import { finding } from "./find";
import { generatedWords } from "./generated";
import { marking } from "./marking";
import { linkBefore, naming, unlink } from "./naming";
import type { TextRules } from "../bindings/TextRules";
import { schema } from "./schema";
import { typing } from "./typing";

const { nodes } = schema;

/** A verb after a name, even one that is not linked yet. */
const verbAfterName: Command = (state, dispatch, view) =>
  view !== undefined && linkBefore(state, dispatch) && cycleVerb(1)(view.state, view.dispatch);

const lineBreak: Command = (state, dispatch) => {
  if (state.selection.$from.parent.type !== nodes.paragraph) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.line_break.create()).scrollIntoView());
  return true;
};

/** After a name Tab offers verbs, in a list it indents; elsewhere it leaves the page, as keyboard
 * users expect. */
const keys: Record<string, Command> = {
  Enter: afterAddress(chainCommands(commands.splitTitle, commands.leaveTitle, splitListItem(nodes.list_item))),
  "Shift-Enter": lineBreak,
  "Mod-Enter": commands.nextItem,
  "Mod-Shift-Enter": commands.addItem,
  Backspace: chainCommands(undoInputRule, unlink, commands.dissolvePart),
  Tab: chainCommands(cycleVerb(1), verbAfterName, commands.indent),
  "Shift-Tab": chainCommands(cycleVerb(-1), commands.outdent),
  "Alt-ArrowUp": commands.moveHere(-1),
  "Alt-ArrowDown": commands.moveHere(1),
  "Alt-Shift-ArrowUp": commands.moveItem(-1),
  "Alt-Shift-ArrowDown": commands.moveItem(1),
  "Alt-Shift-ArrowRight": commands.nestItem,
  "Alt-Shift-ArrowLeft": commands.unnestItem,
  "Mod-Home": commands.toEdge("start"),
  "Mod-End": commands.toEdge("end"),
  "Mod-Shift-Home": commands.toEdge("start", true),
  "Mod-Shift-End": commands.toEdge("end", true),
  "Mod-b": commands.toggleBold,
  "Mod-i": commands.toggleItalic,
  "Mod-Shift-8": commands.toggleList("bulleted_list"),
  "Mod-Shift-7": commands.toggleList("numbered_list"),
  "Mod-Shift-p": commands.addPart,
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
};

export function plugins(rules: TextRules): Plugin[] {
  return [
    generatedWords(),
    finding(),
    marking(),
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, nodes.bulleted_list),
        wrappingInputRule(/^\s*1[.)]\s$/, nodes.numbered_list),
        ...typing(rules),
        addressRule,
      ],
    }),
    naming(),
    keymap(keys),
    keymap(baseKeymap),
    history({ newGroupDelay: 600 }),
    dropCursor({ width: 2 }),
    gapCursor(),
  ];
}
