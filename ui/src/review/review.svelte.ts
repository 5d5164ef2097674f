// The doubts about one imported report: which is looked at, what is answered, how it is undone.

import { TextSelection } from "@tiptap/pm/state";
import * as api from "../api";
import type { DoubtState } from "../bindings/DoubtState";
import type { OriginalText } from "../bindings/OriginalText";
import type { Review } from "../bindings/Review";
import type { ReviewedDoubt } from "../bindings/ReviewedDoubt";
import { library } from "../library.svelte";
import { stage } from "../stage.svelte";
import { t } from "../text/en";
import { wordsOnPage } from "./places";

const placeSetting = (report: string): string => `review ${report}`;

class Reviewing {
  review = $state.raw<Review | null>(null);
  original = $state.raw<OriginalText | null>(null);
  /** The doubt that is looked at, by its place in the list. */
  at = $state(0);
  /** Whether the next answer is given to all that are like it. */
  toAll = $state(false);
  /** What was answered since the review was opened, the last one last. */
  private given: number[][] = [];
  private busy = false;

  readonly doubts = $derived(this.review?.doubts ?? []);
  readonly current = $derived<ReviewedDoubt | null>(this.doubts[this.at] ?? null);
  readonly left = $derived(this.doubts.filter((one) => one.state === "open").length);
  /** The open doubts that one answer would fit, the one looked at among them. */
  readonly alike = $derived(
    this.doubts.filter((one) => one.like === this.current?.like && (one.state === "open" || one === this.current)),
  );

  get report(): string | null {
    return this.review?.report.id ?? null;
  }

  /** The open report, or the one whose review or original is shown. */
  async openCurrent(): Promise<void> {
    const report = library.session?.id ?? this.report;
    if (report !== null && report !== undefined) await this.open(report);
  }

  /** Opens the review where it was left. */
  async open(report: string): Promise<void> {
    if (!(await library.settled())) return;
    const review = await library.try(() => api.loadReview(report));
    if (!review || !(await library.leave())) return;
    const position = Number((await api.getSetting(placeSetting(report)).catch(() => null)) ?? Number.NaN);
    this.review = review;
    this.given = [];
    this.toAll = false;
    const kept = review.doubts.findIndex((one) => one.position === position);
    const first = review.doubts.findIndex((one) => one.state === "open");
    this.at = kept >= 0 ? kept : Math.max(0, first);
    stage.view = "review";
    this.original = null;
    if (!review.original.is_pdf) this.original = (await library.try(() => api.loadOriginal(report))) ?? null;
  }

  choose(at: number): void {
    this.at = Math.max(0, Math.min(this.doubts.length - 1, at));
    this.toAll = false;
    const position = this.current?.position;
    if (this.report !== null && position !== undefined)
      void library.remember(placeSetting(this.report), String(position));
  }

  /** Answers the doubt that is looked at, or all like it, and goes on to the next open one. */
  async answer(state: DoubtState): Promise<void> {
    const { current } = this;
    if (!current) return;
    const positions = this.toAll ? this.alike.map((one) => one.position) : [current.position];
    if (!(await this.say(positions, state))) return;
    this.given.push(positions);
    if (positions.length > 1) library.say(t.review.answered(positions.length));
    this.next();
  }

  /** Takes the last answer back; without one, that of the doubt that is looked at. */
  async undo(): Promise<void> {
    const last = this.given.pop() ?? (this.current && this.current.state !== "open" ? [this.current.position] : null);
    if (last === null) {
      library.say(t.review.nothingToUndo);
      return;
    }
    if (!(await this.say(last, "open"))) return;
    this.choose(this.doubts.findIndex((one) => one.position === last[0]));
    library.say(t.review.undone);
  }

  /** Goes to the place of the doubt in the report, to mend it by hand. */
  async edit(): Promise<void> {
    const { current, report } = this;
    if (!current || report === null || !(await this.say([current.position], "edited"))) return;
    const { field, spot, doubt } = current;
    this.next();
    await this.leave();
    const session = library.session;
    if (!session) return;
    // A report comes in as final: what was read wrongly is corrected in it.
    if (session.fields.state === "final") session.correct();
    const path = field ?? (spot?.field.startsWith("participants") ? "participants" : null);
    if (path !== null) stage.openField(path);
    else {
      const match = wordsOnPage(session.editorState.doc, session.generated.speakers, spot, doubt.where.quote);
      session.run((state, dispatch) => {
        if (match === null) return false;
        dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, match.from, match.to)).scrollIntoView());
        return true;
      });
      requestAnimationFrame(() => session.focus());
    }
  }

  /** Back to the report. */
  async leave(): Promise<void> {
    const { report } = this;
    stage.view = "page";
    await library.try(() => library.refresh());
    if (report !== null) await library.show(report);
  }

  /** Lets the earlier report of this meeting go on with this content. */
  async takeAsVersion(): Promise<void> {
    const { report } = this;
    const earlier = this.review?.earlier;
    if (report === null || !earlier) return;
    const taken = await library.try(() => api.takeAsVersion(report, earlier.id));
    if (!taken) return;
    await library.try(() => library.refresh());
    library.say(t.review.taken);
    await this.open(taken.report.id);
  }

  /** One thing at a time: keys may come faster than answers are stored. */
  private async say(positions: number[], state: DoubtState): Promise<boolean> {
    const { report } = this;
    if (report === null || this.busy) return false;
    this.busy = true;
    const review = await library.try(() => api.answerDoubts(report, positions, state));
    this.busy = false;
    if (review) this.review = review;
    return review !== undefined;
  }

  private next(): void {
    const after = this.doubts.findIndex((one, at) => at > this.at && one.state === "open");
    const any = this.doubts.findIndex((one) => one.state === "open");
    if (any < 0) library.say(t.review.allDone);
    this.choose(after >= 0 ? after : any >= 0 ? any : this.at);
  }
}

export const review = new Reviewing();
