// What the checker knows of the open report: what is open, what is left and why. The views of the
// Check tab read it and call its functions; it calls `api`.

import * as api from "../api";
import type { CheckFinding } from "../bindings/CheckFinding";
import type { Exception } from "../bindings/Exception";
import type { ExceptionScope } from "../bindings/ExceptionScope";
import type { LeftFinding } from "../bindings/LeftFinding";
import type { RuleDescription } from "../bindings/RuleDescription";
import type { Severity } from "../bindings/Severity";
import type { ReportSession } from "../editor/session.svelte";
import { library } from "../library.svelte";
import { t } from "../text/en";

export type ScopeName = "report" | "series" | "library";

const ORDER: Severity[] = ["error", "warning", "style"];

export const scopeName = (scope: ExceptionScope): ScopeName =>
  scope === "library" ? "library" : "report" in scope ? "report" : "series";

const isSame = (one: Exception, other: Exception): boolean =>
  one.rule === other.rule && one.quote === other.quote && scopeName(one.scope) === scopeName(other.scope);

export class Checker {
  /** By severity, and within one in the order of the report; none before the first check. */
  open = $state.raw<CheckFinding[] | null>(null);
  left = $state.raw<LeftFinding[]>([]);
  exceptions = $state.raw<Exception[]>([]);
  rules = $state.raw<RuleDescription[]>([]);
  problem = $state("");
  readonly rulesOff = $derived(this.exceptions.filter((made) => made.quote === null));
  private round = 0;
  private running: Promise<boolean> | null = null;
  private stale = false;

  constructor(private readonly session: ReportSession) {}

  /**
   * Checks the report as it is now; whether that was answered. One check runs at a time: a long
   * report takes longer than a pause in writing, and what is asked for meanwhile is asked once.
   */
  check(): Promise<boolean> {
    this.stale = true;
    return (this.running ??= this.untilFresh().finally(() => (this.running = null)));
  }

  private async untilFresh(): Promise<boolean> {
    let answered = false;
    while (this.stale) {
      this.stale = false;
      answered = await this.checkOnce();
    }
    return answered;
  }

  private async checkOnce(): Promise<boolean> {
    const mine = ++this.round;
    const { session } = this;
    try {
      const found = await api.checkReport(session.report, session.template, session.series, session.id);
      if (mine !== this.round) return false;
      this.open = [...found.open].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
      this.left = found.left;
      this.problem = "";
      return true;
    } catch (reason) {
      if (mine === this.round) this.problem = library.explained(reason);
      return false;
    }
  }

  /** What does not change with the words. */
  async recall(): Promise<void> {
    await library.try(async () => {
      this.exceptions = await api.listExceptions(this.session.id);
      if (this.rules.length === 0) this.rules = await api.listRules();
    });
  }

  stop(): void {
    this.round += 1;
    this.stale = false;
  }

  rule(code: string): RuleDescription | undefined {
    return this.rules.find((rule) => rule.code === code);
  }

  private scope(name: ScopeName): ExceptionScope {
    if (name === "library") return "library";
    return name === "report" ? { report: this.session.id } : { series: this.session.series };
  }

  async leave(finding: CheckFinding, where: ScopeName, reason: string): Promise<void> {
    const quote = finding.where.quote;
    await this.make({ rule: finding.rule, quote, scope: this.scope(where), reason, made_at: "" }, t.check.ignored);
  }

  /** Switches a rule off somewhere, or on again everywhere. */
  async switchRule(code: string, where: ScopeName | "on"): Promise<void> {
    const before = this.rulesOff.filter((made) => made.rule === code);
    await library.try(async () => {
      for (const made of before) await api.removeException(made);
      if (where !== "on") {
        await api.makeException({ rule: code, quote: null, scope: this.scope(where), reason: "", made_at: "" });
      }
      await this.again();
      const undo = async (): Promise<void> => {
        for (const made of this.rulesOff.filter((one) => one.rule === code)) await api.removeException(made);
        for (const made of before) await api.makeException(made);
        await this.again();
      };
      library.say(t.check.switched(code, where === "on" ? t.check.on : t.check.off[where]), {
        name: t.undo,
        run: () => void library.try(undo),
      });
    });
  }

  async make(made: Exception, said: string): Promise<void> {
    await library.try(async () => {
      const before = this.exceptions.find((one) => isSame(one, made));
      await api.makeException(made);
      await this.again();
      const undo = async (): Promise<void> => {
        await (before ? api.makeException(before) : api.removeException(made));
        await this.again();
      };
      library.say(said, { name: t.undo, run: () => void library.try(undo) });
    });
  }

  async takeBack(made: Exception): Promise<void> {
    await library.try(async () => {
      await api.removeException(made);
      await this.again();
      const undo = async (): Promise<void> => {
        await api.makeException(made);
        await this.again();
      };
      library.say(t.check.broughtBack, { name: t.undo, run: () => void library.try(undo) });
    });
  }

  /** After a decision: what it changed. */
  async again(): Promise<void> {
    this.exceptions = await api.listExceptions(this.session.id);
    await this.check();
  }
}
