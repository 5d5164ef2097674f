// A speaker on the page: the name that was generated for its place.

import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import type { Participant } from "../bindings/Participant";
import { fullName } from "../shared/names";

type Decorated = readonly { spec: { name?: string } }[];

interface Known {
  fields: { participants: Participant[] };
}

/** Shows the generated name; until it arrives, the full name. */
export class SpeakerView implements NodeView {
  readonly dom = document.createElement("span");
  private node: Node;

  constructor(
    node: Node,
    decorations: Decorated,
    private readonly report: Known,
  ) {
    this.node = node;
    this.dom.className = "speaker";
    this.show(decorations);
  }

  update(node: Node, decorations: Decorated): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show(decorations);
    return true;
  }

  private show(decorations: Decorated): void {
    const generated = decorations.find((one) => one.spec.name !== undefined)?.spec.name;
    const person = this.report.fields.participants.find((one) => one.id === this.node.attrs["participant"]);
    const text = generated ?? (person ? fullName(person.name) : "…");
    if (this.dom.textContent !== text) this.dom.textContent = text;
  }
}
