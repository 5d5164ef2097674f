import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Saver, type Problem, type Status } from "./saver";

let said: Status["state"][] = [];
let saves = 0;
let fail: Problem | null = null;
let slow = 0;

function saver(): Saver {
  const save = async (): Promise<string> => {
    saves += 1;
    if (slow > 0) await new Promise((done) => setTimeout(done, slow));
    if (fail !== null) throw new Error(fail.message);
    return `time ${saves}`;
  };
  const explain = (): Problem => fail ?? { code: null, message: "", revision: 0 };
  return new Saver(save, explain, (status) => said.push(status.state));
}

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  saves = 0;
  fail = null;
  slow = 0;
});

afterEach(() => vi.useRealTimers());

describe("saving", () => {
  it("waits for a short silence", async () => {
    const one = saver();
    one.touch();
    await vi.advanceTimersByTimeAsync(399);
    expect(saves).toBe(0);
    await vi.advanceTimersByTimeAsync(2);
    expect(saves).toBe(1);
    expect(said).toEqual(["unsaved", "saving", "saved"]);
  });

  it("waits at most two seconds while typing goes on", async () => {
    const one = saver();
    for (let at = 0; at < 21; at++) {
      one.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves).toBe(1);
  });

  it("never has two saves under way, and stores what came meanwhile", async () => {
    slow = 1000;
    const one = saver();
    one.touch();
    await vi.advanceTimersByTimeAsync(500);
    one.touch();
    await vi.advanceTimersByTimeAsync(450);
    expect(saves).toBe(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(saves).toBe(2);
    expect(said.at(-1)).toBe("saved");
  });

  it("tells a failure, keeps the change and tries again", async () => {
    fail = { code: "library", message: "The disk is full.", revision: 0 };
    const one = saver();
    one.touch();
    await vi.advanceTimersByTimeAsync(500);
    expect(said.at(-1)).toBe("failed");
    fail = null;
    await vi.advanceTimersByTimeAsync(5100);
    expect(said.at(-1)).toBe("saved");
  });

  it("stops at a conflict until it is decided", async () => {
    fail = { code: "stale", message: "Changed elsewhere.", revision: 9 };
    const one = saver();
    one.touch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toBe(1);
    expect(said.at(-1)).toBe("stale");
    fail = null;
    one.resume();
    expect(await one.flush()).toBe(true);
  });

  it("flushes at once, and says when that failed", async () => {
    const one = saver();
    one.touch();
    expect(await one.flush()).toBe(true);
    fail = { code: "library", message: "No.", revision: 0 };
    one.touch();
    expect(await one.flush()).toBe(false);
  });
});
