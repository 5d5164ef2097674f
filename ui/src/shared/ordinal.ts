/** `1st`, `2nd`, `11th`, `111th`, `112th`: the ordinal of a whole number in English figures. */
export function ordinal(number: number): string {
  const tens = number % 100;
  const suffix = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${suffix}`;
}
