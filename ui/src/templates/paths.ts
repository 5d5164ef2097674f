// Fields of a template by the paths the core names them by, such as `title.lines.0`.

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.split(".")) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[step];
  }
  return here;
}

/** The same with another value at a path; what is not on the way there stays the same object. */
export function withValue<T>(whole: T, path: string, value: unknown): T {
  const [step, ...rest] = path.split(".");
  if (step === undefined || typeof whole !== "object" || whole === null) return value as T;
  const inside = (whole as Record<string, unknown>)[step];
  const changed = rest.length === 0 ? value : withValue(inside, rest.join("."), value);
  if (Array.isArray(whole)) return whole.map((one, at) => (String(at) === step ? changed : one)) as T;
  return { ...whole, [step]: changed };
}
