// Typing the beginning of a name goes to it, as in any list of the system.

const FORGET_AFTER = 700;

export interface TypeAhead {
  /** One more letter: where to go, beginning after `at` for the first letter; null if nowhere. */
  type: (letter: string, names: string[], at: number) => number | null;
  forget: () => void;
}

export function typeAhead(): TypeAhead {
  let typed = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(timer);
    typed = "";
  };
  return {
    forget,
    type(letter, names, at) {
      clearTimeout(timer);
      timer = setTimeout(forget, FORGET_AFTER);
      typed += letter.toLowerCase();
      const first = typed.length === 1 ? at + 1 : Math.max(at, 0);
      for (let step = 0; step < names.length; step++) {
        const place = (first + step) % names.length;
        if (names[place]?.toLowerCase().startsWith(typed)) return place;
      }
      return null;
    },
  };
}
